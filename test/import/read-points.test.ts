import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readImport } from '../../src/import/read-file.ts';
import { gpx, importText, kml, read, rowsOf, wpt } from './import-text.ts';

const names = async (text: string, kind: 'gpx' | 'kml' | 'geojson') =>
  (await rowsOf(text, kind)).rows.map(({ cells }) => cells.place ?? '');

describe('GPX', () => {
  test('waypoints in the order of the file, with where they stand', async () => {
    const { rows, title } = await rowsOf(
      gpx(`<metadata><name>A &amp; B</name></metadata>\n${wpt('Khorog', 37.49, 71.55)}\n${wpt('', 38.17, 73.96)}`),
      'gpx',
    );
    expect(title).toBe('A & B');
    expect(rows).toMatchObject([
      { where: 'line 3', cells: { place: 'Khorog', lat: '37.49', lon: '71.55' } },
      { where: 'line 4', cells: { place: '', lat: '38.17', lon: '73.96' } },
    ]);
  });

  test('the named points of a route come before waypoints, which are left out by name', async () => {
    const route = `<rte>${wpt('Khorog', 37.49, 71.55, 'rtept')}${wpt('', 37.6, 71.6, 'rtept')}${wpt('Rushan', 37.95, 71.55, 'rtept')}</rte>`;
    const { rows, leftOut, remarks } = await rowsOf(
      gpx(`${wpt('Khorog', 37.49, 71.55)}\n${wpt('A spring', 37.7, 71.5)}\n${route}`),
      'gpx',
    );
    expect(rows.map(({ cells }) => cells.place)).toEqual(['Khorog', 'Rushan']);
    expect(leftOut).toMatchObject([{ where: 'line 3', what: 'A spring' }]);
    expect(remarks.join(' ')).toContain('1 point without a name');
  });

  test('without points the ends of the tracks, one stop where a track ends and the next begins', async () => {
    const segment = (...points: [number, number][]) =>
      `<trk><trkseg>${points.map(([lat, lon]) => wpt('', lat, lon, 'trkpt')).join('')}</trkseg></trk>`;
    const trip = await importText(
      gpx(segment([37.4897, 71.5531], [37.6, 71.6], [37.95, 71.55]) + segment([37.95, 71.55], [38.1, 71.3])),
      'gpx',
    );
    expect(trip.stops.map(({ place }) => place)).toEqual(['Khorog', 'Rushan', 'Near Shipad']);
    expect(trip.remarks.join(' ')).toMatch(/where its lines begin and end.*no name/);
  });

  test('nights and days that tajcheck wrote beside a point', async () => {
    const own = '<extensions><t:nights xmlns:t="urn:t">2</t:nights><t:by xmlns:t="urn:t">car</t:by></extensions>';
    const { rows } = await rowsOf(gpx(`<wpt lat="37.49" lon="71.55"><name>Khorog</name>${own}</wpt>`), 'gpx');
    expect(rows[0].cells).toMatchObject({ nights: '2', by: 'car' });
  });
});

describe('KML', () => {
  const place = (name: string, shape = '<Point><coordinates>71.55,37.49,0</coordinates></Point>') =>
    `<Placemark><name>${name}</name>${shape}</Placemark>`;

  test('points in the order of the file, from every folder', async () => {
    const text = kml(`<Folder><name>Day 1</name>${place('Khorog')}</Folder><Folder>${place('Rushan')}</Folder>`);
    expect(await names(text, 'kml')).toEqual(['Khorog', 'Rushan']);
  });

  test('only those in a folder Stops, where there is one; a stop without a point stays', async () => {
    const text = kml(
      `${place('Viewpoint')}<Folder><name>Stops</name>${place('Khorog')}<Folder>${place('Rushan', '')}</Folder></Folder>`,
    );
    const { rows, leftOut } = await rowsOf(text, 'kml');
    expect(rows.map(({ cells }) => [cells.place, cells.lat])).toEqual([['Khorog', '37.49'], ['Rushan', '']]); // biome-ignore format: pairs
    expect(leftOut).toMatchObject([{ what: 'Viewpoint' }]);
  });

  test('areas and lines are no stops', async () => {
    const ring =
      '<Polygon><outerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></outerBoundaryIs></Polygon>';
    const line = '<LineString><coordinates>71.5,37.4 71.6,37.5</coordinates></LineString>';
    const { rows, leftOut, lines } = await rowsOf(
      kml(place('Khorog') + place('A park', ring) + place('Way', line)),
      'kml',
    );
    expect(rows).toHaveLength(1);
    expect(leftOut).toMatchObject([{ what: 'A park', why: 'it is an area' }]);
    expect(lines).toHaveLength(1);
  });

  test('days of a time span, and columns of the table a map was made from', async () => {
    const span = '<TimeSpan><begin>2027-07-03</begin><end>2027-07-05</end></TimeSpan>';
    const data =
      '<ExtendedData><Data name="Nights"><value>2</value></Data><SchemaData><SimpleData name="Transport">jeep</SimpleData></SchemaData></ExtendedData>';
    const { rows } = await rowsOf(
      kml(place('Khorog', `${span}${data}<Point><coordinates>71,37</coordinates></Point>`)),
      'kml',
    );
    expect(rows[0].cells).toMatchObject({ arrival: '2027-07-03', departure: '2027-07-05', nights: '2', by: 'jeep' });
  });
});

test('GeoJSON: points that are called stops before others', async () => {
  const point = (name: string, properties: object = {}) => ({
    type: 'Feature',
    properties: { name, ...properties },
    geometry: { type: 'Point', coordinates: [71.55, 37.49] },
  });
  const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
  expect(await names(collection(point('Khorog'), point('Rushan')), 'geojson')).toEqual(['Khorog', 'Rushan']);
  const called = collection(point('Khorog', { kind: 'stop', nights: 2 }), point('Post', { kind: 'gate' }), {
    ...point('Lost', { kind: 'stop' }),
    geometry: null,
  });
  const { rows, leftOut } = await rowsOf(called, 'geojson');
  expect(rows.map(({ cells }) => [cells.place, cells.nights])).toEqual([['Khorog', '2'], ['Lost', undefined]]); // biome-ignore format: pairs
  expect(leftOut).toMatchObject([{ where: 'feature 2', what: 'Post' }]);
});

describe('refuses what it cannot read, and says why', () => {
  test.each([
    ['an entity', '<!DOCTYPE gpx [<!ENTITY a "b">]>\n<gpx/>', 'a.gpx', /entities/, 1],
    ['broken XML', '<gpx>\n<wpt>\n</gpx>', 'a.gpx', /not well-formed/, undefined],
    ['KML under the name of GPX', '<kml/>', 'a.gpx', /is not GPX/, undefined],
    [
      'a link to the network',
      kml('<NetworkLink><Link><href>https://x.example</href></Link></NetworkLink>'),
      'a.kml',
      /link to a map/,
      2,
    ],
    ['a page', '<!doctype html><html></html>', 'map', /none of GPX/, undefined],
    ['prose', 'Dear Sir,\nI shall be in Khorog.', 'letter.txt', /none of GPX/, undefined],
    ['XML under the name of CSV', '<gpx/>', 'a.csv', /begins like XML/, undefined],
    ['half of JSON', '{"type":', 'a.geojson', /not valid JSON/, undefined],
    ['other JSON', '{"stops":[]}', 'a.json', /not GeoJSON/, undefined],
    ['nothing', ' \n', 'a.csv', /empty/, undefined],
  ])('%s', async (_name, text, file, words, line) => {
    const reading = await read(text, undefined, file);
    expect(reading).toMatchObject({ problem: { words: expect.stringMatching(words) } });
    if (line !== undefined) expect(reading).toMatchObject({ problem: { line } });
  });

  test('KMZ, with what to do; spreadsheets, UTF-16 and large files', async () => {
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]);
    expect(await readImport(zip, 'a.kmz')).toMatchObject({ problem: { hint: expect.stringContaining('doc.kml') } });
    expect(await readImport(zip, 'a.xlsx')).toMatchObject({ problem: { hint: expect.stringContaining('CSV') } });
    expect(await readImport(Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'a.csv')).toMatchObject({
      problem: { words: expect.stringContaining('UTF-8') },
    });
    expect(await readImport(new Uint8Array(20_000_001), 'a.gpx')).toMatchObject({
      problem: { words: expect.stringContaining('20 MB') },
    });
    expect(await readImport(new Uint8Array(1_100_000).fill(0x61), 'a.csv')).toMatchObject({
      problem: { words: expect.stringContaining('1 MiB') },
    });
  });

  test.each(['stops.csv', 'waypoints.gpx', 'map.kml'])(
    'but knows examples/import/%s without its name',
    async (name) => {
      const bytes = readFileSync(`examples/import/${name}`);
      expect(await readImport(bytes, '')).toEqual(await readImport(bytes, name));
    },
  );
});

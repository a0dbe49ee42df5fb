import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { TrackReading } from '../../src/itinerary/track-lines.ts';
import { readTrack } from '../../src/itinerary/tracks.ts';

const read = (text: string, name: string): Promise<TrackReading> => readTrack(new TextEncoder().encode(text), name);
const readFixture = (name: string): Promise<TrackReading> =>
  readTrack(readFileSync(`test/fixtures/tracks/${name}`), name);
const problem = (code: string, line: number | null = null, column: number | null = null) => ({
  problem: { code, line, column },
});

const gpx = (body: string): Promise<TrackReading> =>
  read(`<gpx xmlns="http://www.topografix.com/GPX/1/1">\n${body}\n</gpx>`, 'a.gpx');
const segment = (...points: string[]): string => `<trk><trkseg>\n${points.join('\n')}\n</trkseg></trk>`;
const point = (lat: string, lon: string): string => `<trkpt lat="${lat}" lon="${lon}"/>`;
const kml = (coordinates: string): Promise<TrackReading> =>
  read(
    `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><LineString>\n<coordinates>${coordinates}</coordinates></LineString></Placemark></kml>`,
    'a.kml',
  );
const geojson = (value: unknown): Promise<TrackReading> => read(JSON.stringify(value), 'a.geojson');

describe('reads', () => {
  const parts = [
    [[71.61331, 36.72484], [72.27281, 36.96376]],
    [[72.373, 37.00438], [72.67169, 37.05238]],
  ]; // biome-ignore format: two parts

  test.each(['wakhan.gpx', 'wakhan.kml', 'wakhan.geojson'])(
    '%s: the parts of the line in order, without heights and points',
    async (name) => {
      expect(await readFixture(name)).toEqual({ parts });
    },
  );

  test('a GPX route where there is no track', async () => {
    expect(await gpx('<rte><rtept lat="36.7" lon="71.6"/><rtept lat="37.1" lon="72.7"/></rte>')).toEqual({
      parts: [
        [
          [71.6, 36.7],
          [72.7, 37.1],
        ],
      ],
    });
  });

  test.each([
    ['a bare line', { type: 'LineString', coordinates: parts[0] }],
    ['a feature', { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: parts[0] } }],
    [
      'a collection of geometries',
      { type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: parts[0] }] },
    ],
  ])('%s of GeoJSON', async (_name, value) => expect(await geojson(value)).toEqual({ parts: [parts[0]] }));

  test('a name in capitals and a byte order mark', async () => {
    expect(
      await read(`\ufeff${JSON.stringify({ type: 'LineString', coordinates: parts[0] })}`, 'DAY 8.GEOJSON'),
    ).toEqual({
      parts: [parts[0]],
    });
  });
});

describe('refuses', () => {
  test('broken XML, at the place where it breaks', async () => {
    expect(await readFixture('broken.gpx')).toMatchObject({ problem: { code: 'not-xml', line: 5 } });
    expect(await gpx('<trk><trkseg></trk>')).toMatchObject({ problem: { code: 'not-xml', line: 2 } });
  });

  test('document types and entities, before anything is expanded', async () => {
    expect(await readFixture('external-entity.gpx')).toEqual(problem('entity', 2, 1));
    expect(await read('<gpx/><!ENTITY a "b">', 'a.gpx')).toEqual(problem('entity', 1, 7));
    expect(await read('<!doctype gpx><gpx/>', 'a.gpx')).toEqual(problem('entity', 1, 1));
    expect(await gpx('&unknown;')).toMatchObject({ problem: { code: 'not-xml' } });
  });

  test.each([['<wpt lat="36.7" lon="71.6"/>'], [segment(point('36.7', '71.6'))], [segment()], ['']])(
    'a GPX file without a line: %j',
    async (body) => expect(await gpx(body)).toEqual(problem('no-line')),
  );

  test.each(['36.7abc', 'NaN', '', 'Infinity', '96.7', '36,7', '0x24'])(
    'a GPX point at latitude %j, with its place',
    async (lat) => {
      expect(await gpx(segment(point('36.7', '71.6'), point(lat, '71.6'), point('36.8', '71.6')))).toEqual(
        problem('bad-coordinate', 4, 1),
      );
    },
  );

  test('a GPX point without coordinates', async () => {
    expect(await gpx(segment(point('36.7', '71.6'), '<trkpt/>', point('36.8', '71.6')))).toEqual(
      problem('bad-coordinate', 4, 1),
    );
  });

  test.each(['71.6,36.7 71.7,x', '71.6,36.7 71.7', '71.6, 36.7 71.7, 36.8', '71.6,36.7 271.7,36.8'])(
    'KML coordinates %j',
    async (coordinates) => {
      expect(await kml(coordinates)).toMatchObject(problem('bad-coordinate', 2, 1));
    },
  );

  test.each([
    [
      'bad-coordinate',
      {
        type: 'LineString',
        coordinates: [
          [71.6, 36.7],
          [71.7, null],
        ],
      },
    ],
    [
      'bad-coordinate',
      {
        type: 'LineString',
        coordinates: [
          [71.6, 36.7],
          ['71.7', '36.8'],
        ],
      },
    ],
    [
      'bad-coordinate',
      {
        type: 'LineString',
        coordinates: [
          [71.6, 36.7],
          [71.7, 136.8],
        ],
      },
    ],
    [
      'bad-coordinate',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [71.6, 36.7],
            [71.7, 36.8],
          ],
          7,
        ],
      },
    ],
    ['bad-coordinate', { type: 'LineString' }],
    ['no-line', { type: 'LineString', coordinates: [[71.6, 36.7]] }],
    ['no-line', { type: 'Point', coordinates: [71.6, 36.7] }],
    ['no-line', { type: 'FeatureCollection', features: [] }],
    ['no-line', { type: 'FeatureCollection', features: [7, null, {}] }],
    ['wrong-root', { type: 'FeatureCollection' }],
    ['no-line', null],
    ['no-line', []],
  ])('%s in GeoJSON: %j', async (code, value) => expect(await geojson(value)).toEqual(problem(code)));

  test.each([
    ['not-json', '{"type":', 'a.geojson'],
    ['not-json', '['.repeat(500_000), 'a.json'],
    ['wrong-root', '<kml/>', 'a.gpx'],
    ['wrong-root', '<html/>', 'a.kml'],
    ['not-xml', 'lat lon', 'a.gpx'],
    ['empty', ' \n', 'a.gpx'],
    ['unknown-kind', '<gpx/>', 'a.kmz'],
    ['unknown-kind', '<gpx/>', 'gpx'],
  ])('%s: %.20s in %s', async (code, text, name) =>
    expect(await read(text, name)).toMatchObject({ problem: { code } }),
  );

  test('what is no text, and what is too large, before it is read', async () => {
    expect(await readTrack(Uint8Array.from([0x50, 0x4b, 3, 4, 0]), 'a.gpx')).toEqual(problem('not-text'));
    expect(await readTrack(new Uint8Array(20_000_001).fill(0x20), 'a.gpx')).toEqual(problem('too-large'));
  });

  test('lines hidden too deep, rather than skip them', async () => {
    const nested = (depth: number): unknown =>
      depth === 0
        ? {
            type: 'LineString',
            coordinates: [
              [71.6, 36.7],
              [71.7, 36.8],
            ],
          }
        : { type: 'GeometryCollection', geometries: [nested(depth - 1)] };
    expect(await geojson(nested(8))).toHaveProperty('parts');
    expect(await geojson(nested(9))).toEqual(problem('bad-coordinate'));
  });
});

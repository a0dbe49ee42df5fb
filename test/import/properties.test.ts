import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { importTrip } from '../../src/import/import-trip.ts';
import { readImport } from '../../src/import/read-file.ts';
import { importKinds } from '../../src/import/rows.ts';
import { writeItinerary } from '../../src/import/write-itinerary.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { hostileText } from '../hostile/strings.ts';
import { knowledge } from '../trip.ts';
import { gpx, kml, rowsOf } from './import-text.ts';

const kind = fc.constantFrom(...importKinds);
const name = fc.constantFrom('a.gpx', 'a.kml', 'a.csv', 'a.geojson', 'a', '');

/** Read or refused with words; what is read becomes an itinerary that is YAML, with as many stops. */
async function expectAnswer(bytes: Uint8Array, file: string, asked?: (typeof importKinds)[number]): Promise<void> {
  const rows = await readImport(bytes, file, asked);
  if ('problem' in rows) {
    expect(rows.problem.words).not.toBe('');
    return;
  }
  const trip = await importTrip(rows, knowledge());
  if ('problem' in trip) return;
  const { itinerary, findings } = parseItinerary(writeItinerary(trip, { file, track: null }));
  expect(findings.filter(({ rule }) => rule === 'TJ101')).toEqual([]);
  // Where not one place can be read the file is refused by plan; nothing is lost in it.
  if (itinerary !== null) expect(itinerary.stops).toHaveLength(trip.stops.length);
  // Nothing is dropped; days at one place are one stop.
  const told = trip.stops.length + trip.leftOut.length;
  if (!rows.isDaily) expect(told).toBeGreaterThanOrEqual(rows.rows.length);
}

test('any bytes are read or refused, under any name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), name, fc.option(kind, { nil: undefined }), expectAnswer),
    { numRuns: 400 },
  );
});

/** Pieces of every format, put together at random. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'place,nights', 'lat;lon;name', '\n', ',', ';', '\t', '"', '""', 'Khorog', 'Langar', '37.49', '71,55', '2027-07-03',
        '<wpt lat="37.49" lon="71.55">', '</wpt>', '<name>', '</name>', '<rte>', '</rte>', '<rtept/>', '<trk><trkseg>',
        '<trkpt lat="37" lon="71"/>', '</trkseg></trk>', '<Placemark>', '</Placemark>', '<Point>', '</Point>', '<Folder>',
        '<name>Stops</name>', '</Folder>', '<coordinates>71,37 72,38</coordinates>', '<LineString>', '</LineString>',
        '<![CDATA[', ']]>', '<!--', '-->', '&amp;', '&#0;', '&x;', '{"type":"FeatureCollection","features":[', ']}',
        '{"type":"Feature","geometry":{"type":"Point","coordinates":[71,37]},"properties":null}', 'null', '[', '{',
      ), // biome-ignore format: pieces
      hostileText,
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

test('pieces of every format in any order are read or refused', async () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  await fc.assert(
    fc.asyncProperty(
      pieces,
      fc.constantFrom(gpx, kml, (text: string) => text),
      kind,
      async (text, wrap, asked) => expectAnswer(encode(wrap(text)), 'a', asked),
    ),
    { numRuns: 600 },
  );
});

test('deep and wide XML ends in an answer', async () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  await expectAnswer(encode(gpx('<a>'.repeat(20_000) + '</a>'.repeat(20_000))), 'a.gpx');
  await expectAnswer(encode(kml(`${'<Folder>'.repeat(20_000)}${'</Folder>'.repeat(20_000)}`)), 'a.kml');
  const many = await readImport(encode(gpx('<wpt lat="37" lon="71"/>'.repeat(501))), 'a.gpx');
  if ('problem' in many) throw new Error('not read');
  expect(await importTrip(many, knowledge())).toMatchObject({
    problem: { words: expect.stringContaining('501 stops') },
  });
});

/** A field as it is read: trimmed, with the line ends of this system. */
const field = fc
  .oneof(hostileText, fc.constantFrom('Khorog', 'a,b', 'a;b', 'a\tb', 'a"b', '37,49', '2', ''))
  .map((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replaceAll('\0', '')
      .replace(/\p{Cs}/gu, '')
      .trim(),
  );

test('one table, however it is separated and quoted, is read to the same rows', async () => {
  const row = fc.record({ place: field, notes: field, nights: field });
  const written = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 8 }),
    separator: fc.constantFrom(',', ';', '\t'),
    newline: fc.constantFrom('\n', '\r\n'),
    quotes: fc.boolean(),
    columns: fc.shuffledSubarray(['place', 'notes', 'nights'], { minLength: 3 }),
    mark: fc.constantFrom('', '\ufeff'),
  });
  await fc.assert(
    fc.asyncProperty(written, async ({ rows, separator, newline, quotes, columns, mark }) => {
      const table = Papa.unparse(rows, { delimiter: separator, newline, quotes, columns, escapeFormulae: false });
      const { rows: read } = await rowsOf(mark + table, 'csv');
      const filled = rows.filter(({ place, notes, nights }) => place + notes + nights !== '');
      expect(read.map(({ cells }) => ({ ...cells }))).toEqual(filled);
    }),
    { numRuns: 300 },
  );
});

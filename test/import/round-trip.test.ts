/** What `plan` exports is imported to the same stops: in order, at the same places, on the same days. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { trackLoader } from '../../src/cli/load-track.ts';
import type { DrawnTrip } from '../../src/drawing/drawn-trip.ts';
import { shortDistanceKm } from '../../src/geodesy/great-ellipse.ts';
import type { ImportedTrip } from '../../src/import/import-trip.ts';
import { writeItinerary } from '../../src/import/write-itinerary.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { reportKml } from '../../src/report/kml.ts';
import { reportTripGeojson } from '../../src/report/trip-geojson.ts';
import { reportTripGpx } from '../../src/report/trip-gpx.ts';
import { hostileStrings, hostileText } from '../hostile/strings.ts';
import { assessText, knowledge } from '../trip.ts';
import { doubtsIn, importText } from './import-text.ts';

const formats = { gpx: reportTripGpx, kml: reportKml, geojson: reportTripGeojson } as const;
type Format = keyof typeof formats;

async function draw(text: string, path = 'trip.yaml'): Promise<DrawnTrip> {
  const options = {
    file: path,
    asOf: '2026-11-22',
    version: '0.0.0',
    knowledge: knowledge(),
    loadTrack: trackLoader(path),
  };
  const assessed = await assess(text, options);
  if (!assessed.understood) throw new Error(JSON.stringify(assessed.findings));
  return { assessment: assessed.assessment, lines: assessed.lines, knowledge: knowledge(), ownZones: [] };
}

const again = (trip: DrawnTrip, format: Format): Promise<ImportedTrip> => importText(formats[format](trip), format);
const asText = (trip: ImportedTrip): string => writeItinerary(trip, { file: 'export', track: null });

/** The traveller's own stops; those at the gates of the country are added by the entry and the exit. */
const stopsOf = ({ stops }: Assessment) =>
  stops.filter(({ id }) => id.startsWith('stop-')).map(({ name, from, to, nights, lon, lat }) => ({ name, from, to, nights, at: [lon, lat] as const })); // biome-ignore format: one line

/** What `plan` makes of both, and not only what the file says. */
async function expectSame(trip: DrawnTrip, format: Format): Promise<void> {
  const imported = await again(trip, format);
  expect(doubtsIn(imported).flat()).toEqual([]);
  const [before, after] = [stopsOf(trip.assessment), stopsOf(await assessText(asText(imported)))];
  const told = (stops: typeof before) => stops.map(({ at: _, ...stop }) => stop);
  expect(told(after)).toEqual(told(before));
  after.forEach(({ at: [lon, lat] }, index) => {
    const [lonBefore, latBefore] = before[index].at;
    // To the last digit that is written, a tenth of a metre.
    expect(shortDistanceKm([lon!, lat!], [lonBefore!, latBefore!])).toBeLessThan(0.001);
  });
}

const examples = ['examples', 'examples/faulty'].flatMap((folder) =>
  readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => join(folder, name)),
); // biome-ignore format: short

describe.each(Object.keys(formats) as Format[])('%s', (format) => {
  test.each(examples)('of %s', async (path) => {
    const trip = await draw(readFileSync(path, 'utf8'), path);
    // A trip with places that nobody knows is exported without them, or with their names alone.
    if (trip.assessment.stops.some(({ lon }) => lon === null)) {
      const names = (await again(trip, format)).stops.map(({ place }) => place);
      const known = stopsOf(trip.assessment).filter(({ at }) => format !== 'gpx' || at[0] !== null);
      expect(names).toEqual(known.map(({ name }) => name));
    } else await expectSame(trip, format);
  });
});

const places = knowledge().places.filter(({ country }) => country === 'TJ' || country === 'KG');
const own = fc.record({
  place: fc.constantFrom('Homestay', 'Camp 1', 'Лагерь', 'a "b" & <c>', 'yes', '007', ':: ##[error]x', '- {a: b} # c'),
  at: fc.record({ lat: fc.double({ min: 37.2, max: 39.4, noNaN: true }), lon: fc.double({ min: 68, max: 74, noNaN: true }) }),
}); // biome-ignore format: short
const named = fc.constantFrom(...places).map(({ name }) => ({ place: name }));
const stop = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: named }, own), fc.integer({ min: 0, max: 9 }))
  .map(([where, nights]) => ({ ...where, nights }));

test('any trip comes back, by every format', async () => {
  const trip = fc.record({
    start: fc.constantFrom('2027-07-03', '2028-02-27', undefined),
    travel: fc.constantFrom('4x4', 'bicycle', undefined),
    stops: fc.array(stop, { minLength: 1, maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(trip, fc.constantFrom(...(Object.keys(formats) as Format[])), async (written, format) =>
      expectSame(await draw(JSON.stringify(written)), format),
    ),
    { numRuns: 30 },
  );
});

/** As XML can hold it, on one line. */
const asWritten = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/\s+/gu, ' ')
    .trim();

test('hostile names come back as the texts that they are', async () => {
  const names = fc
    .oneof(fc.constantFrom(...hostileStrings), hostileText)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(names, { minLength: 1, maxLength: 4 }), async (texts) => {
      const stops = texts.map((place, at) => ({ place, at: { lat: 37.6 + at / 10, lon: 71.6 } }));
      const { itinerary } = parseItinerary(JSON.stringify({ stops }));
      // A name that hides something is no name to `plan`: it is exported as the stop on its line.
      const told = itinerary!.stops.map(({ place, span }) => place || `the stop on line ${span.line}`);
      const trip = await draw(JSON.stringify({ stops }));
      for (const format of Object.keys(formats) as Format[]) {
        const imported = await again(trip, format);
        expect(imported.stops.map(({ place }) => place)).toEqual(told.map(asWritten));
        const read = parseItinerary(asText(imported)).itinerary!;
        expect(read.stops.map(({ place }) => place)).toEqual(told.map(asWritten));
      }
    }),
    { numRuns: 12 },
  );
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { countryCodes, otherPassports } from '../../src/itinerary/countries.ts';
import { decodeItinerary } from '../../src/itinerary/decode.ts';
import type { Gate, Itinerary } from '../../src/itinerary/itinerary.ts';
import { passportKinds, travelModes, visaEntries } from '../../src/itinerary/itinerary.ts';
import { formatItineraryFinding } from '../../src/itinerary/message.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { itinerarySchema } from '../../src/itinerary/schema.ts';
import { readTrack } from '../../src/itinerary/tracks.ts';
import { buildNameIndex, resolvePlace } from '../../src/places/gazetteer.ts';
import { normaliseName } from '../../src/places/normalise-name.ts';

const example = readFileSync('test/fixtures/itineraries/pamir-highway.yaml', 'utf8');

/** A whole answer: positions inside the file, words for every finding, and never a silent null. */
function expectWhole(text: string): void {
  const { itinerary, findings } = parseItinerary(text);
  const lines = text.split('\n').length;
  for (const finding of findings) {
    const { line, column, endLine, endColumn } = finding.span!;
    expect([line, column, endColumn].every((number) => number >= 1)).toBe(true);
    expect(line <= endLine && endLine <= lines + 1).toBe(true);
    expect(line < endLine || column <= endColumn).toBe(true);
    expect(formatItineraryFinding(finding)).toMatch(/\S/);
  }
  expect(itinerary !== null || findings.length > 0).toBe(true);
}

const yamlish = fc
  .array(
    fc.constantFrom(
      ...'-?:,[]{}#&*!|>\'"%@` \n\t\\'.split(''), '- ', ': ', '  ', '\n  ', '\n- ', '---\n', '&a ', '*a', '!!str ', '<<: ',
      'stops', 'place', 'at', 'lat', 'nights', 'Khorog', '2', '.nan', 'null', 'true', '2027-07-03', '\r\n', '\u202e', '\ud800', '\u0000',
    ), // biome-ignore format: an alphabet
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('nothing makes a reader throw', () => {
  test('any text', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectWhole)));
  test('text of YAML signs', () => fc.assert(fc.property(yamlish, expectWhole), { numRuns: 1500 }));
  test('a file with a stretch replaced', () => {
    const at = fc.nat(example.length);
    const edit = (from: number, length: number, text: string) =>
      example.slice(0, from) + text + example.slice(from + length);
    fc.assert(
      fc.property(at, fc.nat(20), yamlish, (from, length, text) => expectWhole(edit(from, length, text))),
      { numRuns: 500 },
    );
  });
  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const decoded = decodeItinerary(bytes);
        if ('text' in decoded) expectWhole(decoded.text);
      }),
    );
  });
  test('any track', async () => {
    const gpx = readFileSync('test/fixtures/tracks/wakhan.gpx', 'utf8');
    const markup = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '/',
        '&',
        ';',
        '"',
        'trkpt',
        'lat="1"',
        '<!--',
        '<![CDATA[',
        ']]>',
        'x',
        '<?',
        '</gpx>',
      ),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(gpx.length),
        fc.nat(30),
        markup,
        fc.constantFrom('a.gpx', 'a.kml', 'a.json'),
        async (from, length, pieces, name) => {
          const text = gpx.slice(0, from) + pieces.join('') + gpx.slice(from + length);
          const track = await readTrack(new TextEncoder().encode(text), name);
          if ('parts' in track) {
            for (const part of track.parts) expect(part.length).toBeGreaterThan(1);
            expect(track.parts.flat(2).every(Number.isFinite)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => /\S/.test(text) && parseItinerary(stringify({ stops: [text] })).findings.length === 0);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const record = fc.record.bind(fc);
const given = <T extends Record<string, fc.Arbitrary<unknown>>>(model: T) =>
  record(model).map((entry) => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)));
const mode = fc.constantFrom(...travelModes);
const country = fc.constantFrom(...countryCodes, ...otherPassports);
const period = fc.tuple(day, day).map((days) => days.sort());
const inPeriod = (model: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .tuple(given(model), some(period))
    .map(([entry, days]) => (days ? { ...entry, from: days[0], to: days[1] } : entry));

const trip = given({
  tajcheck: some(fc.constant(1)),
  title: some(name),
  start: some(day),
  party: some(
    fc.array(
      given({
        name: some(name),
        nationality: country,
        also: some(fc.oneof(country, fc.array(country, { maxLength: 2 }))),
        age: some(fc.nat(120)),
        count: some(fc.integer({ min: 1, max: 500 })),
        passport: some(
          given({ kind: some(fc.constantFrom(...passportKinds)), expires: some(day), blankPages: some(fc.nat(100)) }),
        ),
      }),
      { maxLength: 3 },
    ),
  ),
  travel: some(mode),
  stops: fc.array(
    fc.oneof(
      name,
      given({
        place: name,
        at: some(
          fc.record({
            lat: fc.double({ min: 35, max: 43, noNaN: true }),
            lon: fc.double({ min: 61, max: 79, noNaN: true }),
          }),
        ),
        nights: some(fc.nat(365)),
        date: some(day),
        via: some(fc.oneof(name, fc.array(name, { maxLength: 3 }))),
        by: some(mode),
        track: some(name),
      }),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  permits: some(
    fc.array(inPeriod({ type: name, districts: some(fc.array(name, { maxLength: 3 })), applied: some(day) }), {
      maxLength: 3,
    }),
  ),
  visas: some(
    fc.array(
      inPeriod({
        nationality: country,
        type: name,
        days: some(fc.integer({ min: 1, max: 3660 })),
        entries: some(fc.constantFrom(...visaEntries)),
        applied: some(day),
      }),
      { maxLength: 2 },
    ),
  ),
  entry: some(fc.oneof(name, given({ place: some(name), by: some(mode), from: some(name) }))),
  exit: some(fc.oneof(name, given({ place: some(name), by: some(mode), to: some(name) }))),
  checkIn: some(
    given({
      at: some(time),
      with: some(name),
      phone: some(name),
      lateHours: some(fc.integer({ min: 1, max: 168 })),
    }),
  ),
  equipment: some(fc.array(name, { maxLength: 3 })),
  mitigations: some(fc.array(name, { maxLength: 3 })),
});

/** The itinerary as one would write it again. */
function write(itinerary: Itinerary): unknown {
  const said = (entry: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(entry).filter(([key, value]) => value !== null && !['id', 'span', 'spans'].includes(key)),
    );
  const gate = (end: Gate | null, key: 'from' | 'to') =>
    end && said({ place: end.place, by: end.by, [key]: end.beyond });
  return said({
    ...itinerary,
    party: itinerary.party.map((one) => said({ ...one, passport: said({ ...one.passport }) })),
    stops: itinerary.stops.map((stop) => said({ ...stop, at: stop.at && { lat: stop.at[1], lon: stop.at[0] } })),
    permits: itinerary.permits.map((permit) => said({ ...permit })),
    visas: itinerary.visas.map((visa) => said({ ...visa })),
    entry: gate(itinerary.entry, 'from'),
    exit: gate(itinerary.exit, 'to'),
    checkIn: itinerary.checkIn && said({ ...itinerary.checkIn }),
    equipment: itinerary.equipment.map(({ id }) => id),
    mitigations: itinerary.mitigations.map(({ id }) => id),
  });
}

/** Values without their places. */
const bare = (itinerary: Itinerary): unknown =>
  JSON.parse(JSON.stringify(itinerary, (key, value) => (key === 'span' || key === 'spans' ? undefined : value)));

test('a trip written out and read again is the same trip', () => {
  fc.assert(
    fc.property(trip, fc.boolean(), (value, flow) => {
      const text = stringify(value, flow ? { collectionStyle: 'flow' } : {});
      const { itinerary, findings } = parseItinerary(text);
      expect(findings).toEqual([]);
      const again = parseItinerary(stringify(write(itinerary!)));
      expect(again.findings).toEqual([]);
      expect(bare(again.itinerary!)).toEqual(bare(itinerary!));
    }),
    { numRuns: 150 },
  );
});

/** Paths of every value in a tree of plain data. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function replaceAt(value: unknown, path: readonly (string | number)[], put: unknown): unknown {
  if (path.length === 0) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  const [key, ...rest] = path;
  copy[key] = replaceAt(copy[key], rest, put);
  return copy;
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, [], {}, '', 'x', -1, 1.5, 366, 1e9, '2027-02-30', '2027-02-28', '23:59', '24:00', '4x4', 'jeep', 'gb', 'ZZ', '\u001b[2J', [null], [7], { a: 1 }, { lat: 72, lon: 37 }, { lat: 37, lon: 72 }, 'x'.repeat(201)),
  fc.double(),
  name,
); // biome-ignore format: a heap of odd things
const sample: unknown = {
  ...parse(example),
  party: [
    {
      name: 'Ann',
      nationality: 'IR',
      also: ['TJ'],
      passport: { kind: 'service', expires: '2030-01-31', blankPages: 2 },
    },
  ],
  visas: [{ nationality: 'IR', type: 'e-visa', days: 60, entries: 'multiple', applied: '2027-06-01' }],
  entry: { place: 'Dushanbe airport', by: 'air', from: 'Tehran' },
  exit: 'Kyzyl-Art',
  checkIn: { at: '20:00', with: 'Carol', phone: '+44 1632 960123', lateHours: 12 },
  equipment: ['drone'],
};

test('the readers and the schema agree on every file with one odd value', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pathsOf(sample)), odd, (path, value) => {
      const changed = replaceAt(sample, path, value);
      const { findings } = parseItinerary(stringify(changed));
      expect(findings.length === 0, JSON.stringify([path, value, findings])).toBe(
        itinerarySchema.safeParse(changed).success,
      );
    }),
    { numRuns: 1000 },
  );
});

test('an odd value in a line is told on that line, and the rest of the file still read', () => {
  const lines = example.split('\n');
  const valued = lines.flatMap((line, at) => (/(nights|start|age|count|date|by|travel|from): /.test(line) ? [at] : []));
  fc.assert(
    fc.property(
      fc.constantFrom(...valued),
      fc.constantFrom('soon', '-3', '[]', 'true', '2027-02-31', '~'),
      (at, value) => {
        const changed = lines
          .with(at, lines[at].replace(/(nights|start|age|count|date|by|travel|from): [^,\s}]+/, `$1: ${value}`))
          .join('\n');
        const { itinerary, findings } = parseItinerary(changed);
        expect(findings.map(({ span }) => span!.line)).toEqual([at + 1]);
        expect(itinerary!.stops.map(({ place }) => place)).toEqual([
          'Dushanbe',
          'Kalai-Khumb',
          'Khorog',
          'Homestay in Langar',
          'Murghab',
        ]);
      },
    ),
  );
});

test('any name is resolved to something, and its normal form is settled', () => {
  const names = buildNameIndex([]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(resolvePlace(text, { places: [], names })).toEqual({ kind: 'unknown', suggestions: [] });
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
    }),
    { numRuns: 1000 },
  );
});

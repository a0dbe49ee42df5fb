/** Any trip that a person could write: real places, posts, passports and papers, in odd mixtures. */
import fc from 'fast-check';
import { passportKinds, travelModes, visaEntries } from '../../src/itinerary/itinerary.ts';
import { knowledge } from '../trip.ts';

const places = [
  'Dushanbe', 'Khujand', 'Khorog', 'Murghab', 'Ishkashim', 'Kalai-Khumb', 'Kulob', 'Panj', 'Isfara', 'Vorukh',
  'Panjakent', 'Tursunzoda', 'Karakul', 'Alichur', 'Langar (Wakhan)', 'Rushan', 'Osh', 'Samarkand', 'Sary-Tash',
  'Atlantis',
]; // biome-ignore format: a vocabulary
const nationalities = [
  'DE', 'US', 'GB', 'NZ', 'TR', 'VN', 'IN', 'AF', 'IR', 'CN', 'KZ', 'BN', 'FR', 'TJ', 'GG', 'EH', 'UA', 'south-ossetia',
]; // biome-ignore format: a vocabulary

const gates = [
  ...knowledge().posts.flatMap((post) => post.places),
  ...knowledge()
    .places.filter(({ kind }) => kind === 'airport')
    .map(({ id }) => id),
];

const may = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
/** Summer, winter and the turn of the year. */
const day = fc
  .tuple(fc.constantFrom(2027, 2028), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => [year, month, date].map((part) => String(part).padStart(2, '0')).join('-'));

const traveller = fc.record({
  nationality: fc.constantFrom(...nationalities),
  also: may(fc.uniqueArray(fc.constantFrom(...nationalities), { minLength: 1, maxLength: 2 })),
  age: may(fc.integer({ min: 0, max: 90 })),
  count: may(fc.integer({ min: 1, max: 3 })),
  passport: may(
    fc.record({
      kind: may(fc.constantFrom(...passportKinds)),
      expires: may(day),
      blankPages: may(fc.integer({ min: 0, max: 4 })),
    }),
  ),
});

const mode = may(fc.constantFrom(...travelModes));
const gate = fc.record({
  place: may(fc.constantFrom(...gates)),
  by: may(fc.constantFrom('air' as const, 'car' as const, 'foot' as const)),
});
const stop = fc.record({
  place: fc.constantFrom(...places),
  nights: may(fc.integer({ min: 0, max: 20 })),
  by: fc.option(fc.constantFrom(...travelModes), { nil: undefined, freq: 4 }),
});
const dates = { from: may(day), to: may(day), applied: may(day) };
const permit = fc.record({
  type: fc.constantFrom(...knowledge().permits.map(({ id }) => id)),
  districts: may(fc.subarray(knowledge().permits.flatMap(({ districts }) => districts.map(({ id }) => id)))),
  ...dates,
});
const visa = fc.record({
  nationality: fc.constantFrom(...nationalities),
  type: fc.constantFrom(...knowledge().visaKinds.map(({ id }) => id), 'tourist'),
  entries: may(fc.constantFrom(...visaEntries)),
  days: may(fc.integer({ min: 1, max: 90 })),
  ...dates,
});

export const anyTrip = fc
  .record({
    start: may(day),
    party: may(fc.array(traveller, { minLength: 1, maxLength: 3 })),
    travel: mode,
    entry: may(gate),
    exit: may(gate),
    stops: fc.array(stop, { minLength: 1, maxLength: 5 }),
    permits: may(fc.array(permit, { maxLength: 2 })),
    visas: may(fc.array(visa, { maxLength: 2 })),
    equipment: may(fc.constant(['drone'])),
  })
  // What is undefined is not written.
  .map((trip) => JSON.parse(JSON.stringify(trip)) as WrittenTrip);

type Part = Record<string, unknown>;

export interface WrittenTrip {
  start?: string;
  party?: (Part & { passport?: Part })[];
  entry?: Part;
  exit?: Part;
  stops: Part[];
  permits?: Part[];
  visas?: Part[];
}

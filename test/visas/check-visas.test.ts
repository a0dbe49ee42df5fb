import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Passage, Stay, TripBeforePapers } from '../../src/borders/passages.ts';
import { addDays } from '../../src/dates.ts';
import { countryCodes, otherPassports } from '../../src/itinerary/countries.ts';
import type { HeldVisa, Traveller } from '../../src/itinerary/itinerary.ts';
import { noPolicy } from '../../src/policy/policy.ts';
import { checkVisas } from '../../src/visas/check-visas.ts';
import { lengthOf } from '../../src/visas/stay-length.ts';
import { knowledge } from '../trip.ts';

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2027-12-01', days));

const traveller = fc.record({
  id: fc.constant('party-1'),
  name: fc.constant(null),
  nationality: fc.constantFrom(
    'DE',
    'GB',
    'TR',
    'IR',
    'VN',
    'BN',
    'RU',
    'ZA',
    'TJ',
    'EH',
    ...countryCodes,
    ...otherPassports,
  ),
  also: fc.constant([]),
  age: fc.option(fc.integer({ min: 0, max: 120 })),
  count: fc.constant(1),
  passport: fc.record({
    kind: fc.constantFrom('ordinary', 'diplomatic', 'service'),
    expires: fc.constant(null),
    blankPages: fc.constant(null),
  }),
  span: fc.constant(span),
  spans: fc.constant({}),
}) as fc.Arbitrary<Traveller>;

const stay = fc.record({ from: fc.option(day, { freq: 9 }), nights: fc.integer({ min: 0, max: 100 }) });
const visa = fc.record({
  type: fc.constantFrom('e-visa', 'visa', 'visa-on-arrival', 'nonsense'),
  from: fc.option(day),
  days: fc.integer({ min: 0, max: 200 }),
  printed: fc.option(fc.integer({ min: 1, max: 90 })),
  entries: fc.constantFrom('single', 'multiple', null),
});

test('no stay reads as in order unless its terms, or a visa in the file, cover every day of it', () => {
  fc.assert(
    fc.property(
      traveller,
      fc.array(stay, { minLength: 1, maxLength: 3 }),
      fc.array(visa, { maxLength: 3 }),
      (who, times, papers) => {
        const gate = { by: null, place: null, beyond: null } as Passage;
        let next = '2027-01-01';
        const stays = times.map(({ from, nights }): Stay => {
          const first = from === null || from < next ? addDays(next, 1) : from;
          next = addDays(first, nights);
          return { from: from === null ? null : first, to: from === null ? null : next, entry: gate, exit: gate };
        });
        const visas = papers.map(({ type, from, days, printed, entries }, at): HeldVisa => {
          const to = from === null ? null : addDays(from, days);
          const id = `visa-${at + 1}`;
          return {
            id,
            nationality: who.nationality,
            type,
            from,
            to,
            days: printed,
            entries,
            applied: null,
            span,
            spans: {},
          };
        });
        const trip = {
          itinerary: { party: [who], visas },
          knowledge: knowledge(),
          policy: noPolicy,
          asOf: '2026-11-22',
        };
        const [{ check, held }] = checkVisas(trip as unknown as TripBeforePapers, stays);

        if (check.status === 'not-needed' && check.regime !== 'citizen') {
          expect(check.regime).toBe('visa-free');
          for (const one of stays) expect(lengthOf(one)).toBeLessThanOrEqual(check.maxDays!);
        }
        if (check.status === 'held') {
          // Who needs no visa for a short stay needs one only for the long one beside it; no list gives more than 90 days.
          const free = check.regime === 'visa-free' ? 90 : 0;
          for (const one of stays) {
            const covered = held.some(
              (paper) => paper.from! <= one.from! && one.to! <= paper.to! && (paper.days ?? 366) >= lengthOf(one)!,
            );
            const onArrival = held.some(
              ({ type, from, to }) => type === 'visa-on-arrival' && (from === null || to === null),
            );
            expect(covered || onArrival || lengthOf(one)! <= free).toBe(true);
          }
        }
        const entry = stays[0].from;
        for (const { applyBy, applyByWorst } of [check, ...check.options]) {
          if (applyBy !== null) expect(entry !== null && applyBy <= entry).toBe(true);
          if (applyBy !== null && applyByWorst !== null) expect(applyByWorst <= applyBy).toBe(true);
        }
      },
    ),
    { numRuns: 400 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Passage, Stay } from '../../src/borders/passages.ts';
import { addDays, daysBetween } from '../../src/dates.ts';
import type { HeldVisa } from '../../src/itinerary/itinerary.ts';
import { coverStays, kindOf } from '../../src/visas/held.ts';
import { addMonths } from '../../src/visas/passport.ts';
import { findExcess, lengthOf, longestOf } from '../../src/visas/stay-length.ts';
import { knowledge } from '../trip.ts';

const passage = {} as Passage;
const stay = (from: string | null, to: string | null): Stay => ({ from, to, entry: passage, exit: passage });
const july = stay('2027-07-01', '2027-07-10');

describe('the length of a stay', () => {
  test('counts the day of entry and the day of exit', () => {
    expect(lengthOf(july)).toBe(10);
    expect(lengthOf(stay('2027-07-01', '2027-07-01'))).toBe(1);
    expect(longestOf([july, stay('2027-08-01', '2027-08-03')])).toBe(10);
  });

  test('is not known while a day is not', () => {
    expect(longestOf([july, stay('2027-08-01', null)])).toBeNull();
    expect(longestOf([])).toBeNull();
    expect(findExcess([stay(null, null)], { maxDays: 1, withinDays: null })).toBeNull();
  });

  test('may be as long as allowed, and is over from the next day on', () => {
    expect(findExcess([july], { maxDays: 10, withinDays: null })).toBeNull();
    expect(findExcess([july], { maxDays: 9, withinDays: null })).toEqual({
      ...{ maxDays: 9, withinDays: null, lastDay: '2027-07-09', over: 1 },
    });
    expect(findExcess([july], { maxDays: null, withinDays: null })).toBeNull();
  });

  test('adds up over stays only within the days in which it is counted', () => {
    const again = stay('2027-08-01', '2027-08-10');
    expect(findExcess([july, again], { maxDays: 15, withinDays: null })).toBeNull();
    expect(findExcess([july, again], { maxDays: 15, withinDays: 'whole' })).toMatchObject({
      lastDay: '2027-08-05',
      over: 5,
    });
    expect(findExcess([july, again], { maxDays: 15, withinDays: 90 })).toMatchObject({
      lastDay: '2027-08-05',
      over: 5,
    });
    // On 10 August the last 31 days reach back to 11 July.
    expect(findExcess([july, again], { maxDays: 15, withinDays: 31 })).toBeNull();
  });

  test('counts a day once on which one leaves and comes back', () => {
    const back = stay('2027-07-10', '2027-07-12');
    expect(findExcess([july, back], { maxDays: 12, withinDays: 90 })).toBeNull();
    expect(findExcess([july, back], { maxDays: 11, withinDays: 90 })).toMatchObject({ over: 1 });
  });

  test('names a last day on which one is still allowed, and the day after is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 120 }), (maxDays, length) => {
        const one = stay('2028-02-20', addDays('2028-02-20', length - 1));
        const excess = findExcess([one], { maxDays, withinDays: null });
        expect(excess === null).toBe(length <= maxDays);
        if (excess === null) return;
        expect(daysBetween(one.from!, excess.lastDay!) + 1).toBe(maxDays);
        expect(daysBetween(excess.lastDay!, one.to!)).toBe(excess.over);
      }),
    );
  });
});

describe('visas for stays', () => {
  const visa = (id: string, from: string | null, to: string | null, entries: HeldVisa['entries'] = null): HeldVisa => ({
    ...{ id, nationality: 'GB', type: 'e-visa', from, to, days: null, entries, applied: null },
    ...{ span: { line: 1, column: 1, endLine: 1, endColumn: 2 }, spans: {} },
  });
  const august = stay('2027-08-01', '2027-08-10');
  const faults = (visas: HeldVisa[], stays: Stay[]) =>
    coverStays(visas, stays, stays, '2026-11-22').faults.map((fault) => `${fault.visa.id} ${fault.why}`);

  test('take for each stay the one that covers it', () => {
    const both = [visa('a', '2027-08-01', '2027-08-10'), visa('b', '2027-07-01', '2027-07-10')];
    expect(faults(both, [july, august])).toEqual([]);
    expect(faults([visa('a', '2027-07-01', '2027-07-05'), visa('b', '2027-07-06', '2027-07-10')], [july])).toHaveLength(
      1,
    );
  });

  test('keep the one for several entries for the stay that needs it', () => {
    const many = visa('many', '2027-07-01', '2027-08-30', 'multiple');
    const once = visa('once', '2027-07-01', '2027-07-30', 'single');
    expect(faults([many, once], [july, august])).toEqual([]);
    expect(faults([visa('once', '2027-07-01', '2027-08-30', 'single')], [july, august])).toEqual(['once single']);
    expect(faults([visa('open', '2027-07-01', '2027-08-30')], [july, august])).toEqual(['open entries-unsaid']);
  });

  test('without dates cover nothing that is known', () => {
    expect(faults([visa('a', null, null)], [july])).toEqual(['a unsaid']);
    expect(faults([visa('a', null, '2027-07-05')], [july])).toEqual(['a early']);
    expect(faults([visa('a', '2027-07-01', '2027-08-30')], [stay(null, null)])).toEqual(['a undated']);
  });

  test('are known by any spelling of their kind, and by no other word', () => {
    const kind = (type: string) => kindOf({ type }, knowledge().visaKinds)?.id ?? null;
    expect(['eVisa', 'E-VISA', 'e visa', 'electronic visa'].map(kind)).toEqual([
      'e-visa',
      'e-visa',
      'e-visa',
      'e-visa',
    ]);
    expect(['', '-', 'visum', 'e'].map(kind)).toEqual([null, null, null, null]);
  });
});

test('months end where the calendar does', () => {
  expect(addMonths('2027-07-03', 6)).toBe('2028-01-03');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2027-12-31', 0)).toBe('2027-12-31');
  expect(addMonths('2027-12-01', 1)).toBe('2028-01-01');
  expect(addMonths('2027-11-30', 1)).toBe('2027-12-30');
});

/** What the door asks of everybody, the kinds of visa, and the days on which offices are shut, by the texts themselves. */
import { describe, expect, it, test } from 'vitest';
import { weekdayOf } from '../../src/calendar/working-days.ts';
import { addDays } from '../../src/dates.ts';
import { knowledge } from '../trip.ts';

const { visaKinds, entry, holidays } = knowledge();

describe('data/visas/kinds.yaml', () => {
  const kind = (id: string) => visaKinds.find((each) => each.id === id)!;

  test('the e-visa: fees, two weeks, no registration, not extended', () => {
    const evisa = kind('e-visa');
    expect(evisa).toMatchObject({ maxDays: 60, withinDays: 90, exemptFromRegistration: true, extendable: false });
    expect(evisa.fees.map(({ fee }) => [fee.min, fee.max, fee.currency])).toEqual([
      [30, 30, 'USD'],
      [50, 50, 'USD'],
      [20, 20, 'USD'],
    ]);
    expect(evisa.leadDays).toMatchObject({ usual: 14, worst: 14 });
    expect(evisa.conflicts.map(({ says }) => says).join(' ')).toMatch(/60 days after approval.*90 days.*45 days/);
  });

  test('what nobody states is unknown', () => {
    expect(kind('visa').leadDays).toMatchObject({ usual: null, worst: null });
    expect(kind('visa-on-arrival').leadDays).toMatchObject({ usual: null, worst: null });
    expect(kind('visa-on-arrival').exemptFromRegistration).toBeNull();
  });

  test('no spelling means two kinds', () => {
    const words = visaKinds.flatMap(({ id, name, aliases }) => [
      ...new Set([id, name, ...aliases].map((word) => word.toLowerCase())),
    ]);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('data/entry.yaml', () => {
  test('the strictest figures', () => {
    expect(entry.passport).toMatchObject({ validMonths: 6, blankPages: 2 });
    expect(entry.registration).toMatchObject({ fromDays: 10, workingDays: 10, calendarDays: 10 });
    expect(entry.registration.fees.map(({ fee }) => [fee.min, fee.currency])).toEqual([
      [175, 'TJS'],
      [265, 'TJS'],
    ]);
  });

  test('who says otherwise is heard', () => {
    const says = entry.registration.conflicts.map(({ about, says }) => `${about}: ${says}`).join(' ');
    for (const word of ['fourteen', 'three days', 'more than ten', 'hotels']) expect(says).toContain(word);
  });
});

describe('data/holidays.yaml', () => {
  const days = holidays.filter(({ id }) => !id.startsWith('moved-')).flatMap((holiday) => holiday.days);
  const shutIn = (year: number) =>
    [...new Set(days.map((day) => (day.length === 5 ? `${year}-${day}` : day)))]
      .filter((day) => day.startsWith(String(year)))
      .sort();

  it('has the ten fixed days of the law', () => {
    const fixed = days.filter((day) => day.length === 5).sort();
    expect(fixed).toEqual('01-01 03-08 03-21 03-22 03-23 03-24 05-09 06-27 09-09 11-06'.split(' '));
  });

  it('does not hold the moving feasts for certain', () => {
    for (const id of ['idi-ramazon', 'idi-qurbon']) {
      expect(holidays.find((holiday) => holiday.id === id)!.note).toMatch(/^Estimates/);
    }
  });

  test.each([2027, 2028])('moves the next working day for every feast of %d on a weekend', (year) => {
    const shut = shutIn(year);
    const moved: string[] = [];
    for (const feast of shut.filter((day) => weekdayOf(day) > 5)) {
      let day = feast;
      while (weekdayOf(day) > 5 || shut.includes(day) || moved.includes(day)) day = addDays(day, 1);
      moved.push(day);
    }
    expect(holidays.find(({ id }) => id === `moved-${year}`)!.days).toEqual(moved);
  });
});

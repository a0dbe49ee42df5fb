/** Laws of the arithmetic on dates, for any day of the years that an itinerary may name. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  applyByDay,
  applyByDays,
  isDayOff,
  weekdayOf,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../src/calendar/working-days.ts';
import { addDays, daysBetween, monthsOf, toDays } from '../../src/dates.ts';
import { faultOfDate } from '../../src/itinerary/iso-date.ts';

const FIRST = toDays('1900-01-01');
const LAST = toDays('2199-12-31');
const day = fc.integer({ min: FIRST, max: LAST }).map((days) => addDays('1970-01-01', days));
const shift = fc.integer({ min: -800, max: 800 });
const lead = fc.integer({ min: 0, max: 60 });

/** Yearly feasts, 29 February too, and feasts of one year, some on the same day. */
const yearly = fc.constantFrom('01-01', '02-29', '03-08', '03-21', '03-22', '03-23', '05-09', '09-09', '11-06');
const holidays = fc
  .array(fc.array(fc.oneof(yearly, day), { minLength: 1, maxLength: 4 }), { maxLength: 4 })
  .map((all) => all.map((days) => ({ days })));

describe('a day', () => {
  test('moved there and back is the same, and exists', () => {
    fc.assert(
      fc.property(day, shift, (date, days) => {
        const moved = addDays(date, days);
        expect(addDays(moved, -days)).toBe(date);
        expect(daysBetween(date, moved)).toBe(days);
        if (moved >= '1900-01-01' && moved <= '2199-12-31') expect(faultOfDate(moved)).toBeNull();
      }),
    );
  });

  test('comes later the further it is moved', () => {
    fc.assert(
      fc.property(day, shift, shift, (date, a, b) => {
        expect(Math.sign(a - b)).toBe(Math.sign(daysBetween(addDays(date, b), addDays(date, a))));
        expect(addDays(date, a) < addDays(date, b)).toBe(a < b);
      }),
    );
  });

  test('of a leap year follows 28 February, and of a century year only when 400 divides it', () => {
    for (const [date, next] of [
      ['2027-02-28', '2027-03-01'],
      ['2028-02-28', '2028-02-29'],
      ['2028-02-29', '2028-03-01'],
      ['1900-02-28', '1900-03-01'],
      ['2000-02-28', '2000-02-29'],
      ['2100-02-28', '2100-03-01'],
      ['2027-12-31', '2028-01-01'],
    ]) {
      expect(addDays(date, 1), date).toBe(next);
      expect(addDays(next, -1), next).toBe(date);
    }
    expect(daysBetween('2000-01-01', '2001-01-01')).toBe(366);
    expect(daysBetween('2100-01-01', '2101-01-01')).toBe(365);
  });

  test('of the first hundred years is not moved to the twentieth century', () => {
    expect(addDays('0050-01-01', -1)).toBe('0049-12-31');
  });

  test('has its month, and so has every month up to another day', () => {
    expect(monthsOf('2027-11-30', '2028-02-01')).toEqual([11, 12, 1, 2]);
    expect(monthsOf('2027-07-03', null)).toBeNull();
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 366 }), (date, days) => {
        const months = monthsOf(date, addDays(date, days))!;
        expect(months[0]).toBe(Number(date.slice(5, 7)));
        expect(months).toContain(Number(addDays(date, days).slice(5, 7)));
      }),
    );
  });
});

describe('working days', () => {
  test('are Monday to Friday where there is no feast', () => {
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('1969-12-29')).toBe(1);
    expect(['2027-07-02', '2027-07-03', '2027-07-04', '2027-07-05'].map((date) => isDayOff(date, []))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('leave out feasts of every year and of one year', () => {
    const feasts = [{ days: ['09-09'] }, { days: ['2027-03-10'] }];
    expect(isDayOff('2027-09-09', feasts)).toBe(true);
    expect(isDayOff('2031-09-09', feasts)).toBe(true);
    expect(isDayOff('2027-03-10', feasts)).toBe(true);
    expect(isDayOff('2028-03-10', feasts)).toBe(false);
  });

  test('moved to never end on a day off, and exactly so many lie on the way', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), holidays, (date, count, feasts) => {
        const moved = addWorkingDays(date, count, feasts);
        if (count === 0) expect(moved).toBe(date);
        else expect(isDayOff(moved, feasts)).toBe(false);
        expect(workingDaysBetween(date, moved, feasts)).toBe(count);
      }),
    );
  });

  test('between two days are those that are no days off, counted one by one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), holidays, (from, days, feasts) => {
        const each = Array.from({ length: days }, (_, at) => addDays(from, at + 1));
        const counted = each.filter((date) => !isDayOff(date, feasts)).length;
        expect(workingDaysBetween(from, addDays(from, days), feasts)).toBe(counted);
        const back = each.map((date) => addDays(date, -1)).filter((date) => !isDayOff(date, feasts)).length;
        expect(workingDaysBetween(addDays(from, days), from, feasts)).toBe(0 - back);
      }),
    );
  });

  test('on or before a day is that day unless it is off', () => {
    fc.assert(
      fc.property(day, holidays, (date, feasts) => {
        const found = workingDayOnOrBefore(date, feasts);
        expect(isDayOff(found, feasts)).toBe(false);
        expect(workingDaysBetween(found, date, feasts)).toBe(0);
        expect(found === date).toBe(!isDayOff(date, feasts));
      }),
    );
  });
});

describe('the day to apply by', () => {
  test('is a working day, never after entry, and leaves the whole lead time', () => {
    fc.assert(
      fc.property(day, lead, fc.boolean(), holidays, (entry, days, working, feasts) => {
        const by = applyByDay(entry, { days, working }, feasts);
        expect(by <= entry).toBe(true);
        expect(isDayOff(by, feasts)).toBe(false);
        if (!working) expect(daysBetween(by, entry)).toBeGreaterThanOrEqual(days);
        // The day of entry itself is no day to wait for, so the days are counted from its eve.
        else expect(0 - workingDaysBetween(entry, by, feasts)).toBeGreaterThanOrEqual(days);
      }),
    );
  });

  test('is no later where it takes longer, and in working days no later than in calendar days', () => {
    fc.assert(
      fc.property(day, lead, lead, fc.boolean(), holidays, (entry, a, b, working, feasts) => {
        const { applyBy, applyByWorst } = applyByDays(
          entry,
          { usual: Math.min(a, b), worst: Math.max(a, b), working },
          feasts,
          0,
        );
        expect(applyByWorst! <= applyBy!).toBe(true);
        const inWorkingDays = applyByDay(entry, { days: a, working: true }, feasts);
        expect(inWorkingDays <= applyByDay(entry, { days: a }, feasts)).toBe(true);
      }),
    );
  });

  test('is unknown where the lead time or the day of entry is', () => {
    expect(applyByDays(null, { usual: 14, worst: 21 }, [], 0)).toEqual({ applyBy: null, applyByWorst: null });
    expect(applyByDays('2027-07-05', { usual: null, worst: 14 }, [], 0)).toEqual({
      applyBy: null,
      applyByWorst: '2027-06-21',
    });
  });

  test('falls back over a weekend and a feast', () => {
    // 2027-03-28 less five days is the last of three days of Navruz; the two before are a Sunday and a Saturday.
    const navruz = [{ days: ['03-21', '03-22', '03-23'] }];
    expect(applyByDay('2027-03-28', { days: 5 }, navruz)).toBe('2027-03-19');
    expect(applyByDay('2027-03-28', { days: 5, working: true }, navruz)).toBe('2027-03-18');
  });
});

describe('the time zone of the computer', () => {
  const home = process.env.TZ;
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  /** Far east, far west, half hours, and zones that change their clocks at midnight or skipped a whole day. */
  const zones = [
    'UTC',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Asia/Dushanbe',
    'Asia/Kolkata',
    'America/Havana',
    'Pacific/Apia',
  ];

  test('moves no day', () => {
    const in1970 = zones.map((zone) => {
      process.env.TZ = zone;
      return new Date(0).getTimezoneOffset();
    });
    expect(new Set(in1970).size, 'the zone took hold').toBeGreaterThan(4);
    const feasts = [{ days: ['03-21', '2011-12-29'] }];
    fc.assert(
      fc.property(fc.oneof(day, fc.constant('2011-12-30')), lead, (date, days) => {
        const answers = zones.map((zone) => {
          process.env.TZ = zone;
          return JSON.stringify([
            addDays(date, days),
            daysBetween(date, addDays(date, days)),
            monthsOf(date, addDays(date, days)),
            weekdayOf(date),
            addWorkingDays(date, days, feasts),
            workingDaysBetween(date, addDays(date, days), feasts),
            applyByDay(date, { days }, feasts),
          ]);
        });
        expect(new Set(answers).size).toBe(1);
      }),
    );
  });
});

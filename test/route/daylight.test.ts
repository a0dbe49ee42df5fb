import fc from 'fast-check';
import { afterEach, describe, expect, it, test } from 'vitest';
import { addDays, daysBetween, monthsOf } from '../../src/dates.ts';
import { daylightOn } from '../../src/route/daylight.ts';

const dushanbe = [68.78, 38.54] as const;
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('daylight', () => {
  // Worked out by hand: noon is at 12:25 less the equation of time, and half the day from the sun's height of -0.83°.
  it.each([
    ['2027-03-20', '06:29', '18:36'],
    ['2027-06-21', '05:01', '19:52'],
    ['2027-12-21', '07:39', '17:07'],
  ])('in Dushanbe on %s is from %s to %s', (date, sunrise, sunset) => {
    const light = daylightOn(date, dushanbe)!;
    expect(light.utcOffset).toBe(5);
    expect(Math.abs(minutes(light.sunrise) - minutes(sunrise))).toBeLessThanOrEqual(4);
    expect(Math.abs(minutes(light.sunset) - minutes(sunset))).toBeLessThanOrEqual(4);
    expect(Math.abs(light.hours * 60 - (minutes(light.sunset) - minutes(light.sunrise)))).toBeLessThanOrEqual(1);
  });

  it('is longest in June and shortest in December, and about twelve hours at the equinox', () => {
    const days = Array.from({ length: 365 }, (_, day) => addDays('2027-01-01', day));
    const longest = days.reduce((a, b) => (daylightOn(b, dushanbe)!.hours > daylightOn(a, dushanbe)!.hours ? b : a));
    const shortest = days.reduce((a, b) => (daylightOn(b, dushanbe)!.hours < daylightOn(a, dushanbe)!.hours ? b : a));
    expect(Math.abs(daysBetween('2027-06-21', longest))).toBeLessThanOrEqual(2);
    expect(Math.abs(daysBetween('2027-12-22', shortest))).toBeLessThanOrEqual(2);
    expect(daylightOn('2027-03-20', dushanbe)!.hours).toBeCloseTo(12.1, 0);
  });

  it('is not known where the sun does not rise or set', () => {
    expect(daylightOn('2027-06-21', [25, 78])).toBeNull();
    expect(daylightOn('2027-12-21', [25, 78])).toBeNull();
    expect(daylightOn('2027-03-20', [25, 60])).not.toBeNull();
  });
});

const day = fc.nat(3 * 366).map((days) => addDays('2026-01-01', days));
const tajik = fc.tuple(
  fc.double({ min: 67, max: 75.2, noNaN: true }),
  fc.double({ min: 36.6, max: 41.1, noNaN: true }),
);

/** Hours of daylight by the sunrise equation, for where the sun stands at local noon: the usual short series. */
function hoursByEquation(date: string, [lon, lat]: readonly [number, number]): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const days = daysBetween('2000-01-01', date) - lon / 360;
  const anomaly = radians(357.528 + 0.9856003 * days);
  const longitude = radians(280.46 + 0.9856474 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly));
  const declination = Math.asin(Math.sin(radians(23.439)) * Math.sin(longitude));
  const phi = radians(lat);
  const height = Math.sin(radians(-0.833)) - Math.sin(phi) * Math.sin(declination);
  return (24 / Math.PI) * Math.acos(height / (Math.cos(phi) * Math.cos(declination)));
}

test('the day is as long as the sunrise equation says: to less than what one day makes in spring and autumn', () => {
  fc.assert(
    fc.property(day, tajik, (date, position) => {
      const minutesApart = 60 * Math.abs(daylightOn(date, position)!.hours - hoursByEquation(date, position));
      expect(minutesApart).toBeLessThan(1);
    }),
    { numRuns: 500 },
  );
});

test('in all of Tajikistan the sun rises in the morning and sets in the evening of the same day', () => {
  fc.assert(
    fc.property(day, tajik, (date, position) => {
      const { sunrise, sunset, hours, utcOffset } = daylightOn(date, position)!;
      for (const clock of [sunrise, sunset]) expect(clock).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      expect(utcOffset).toBe(5);
      expect(minutes(sunrise)).toBeLessThan(12 * 60);
      expect(minutes(sunset)).toBeGreaterThan(12 * 60);
      expect(hours).toBeGreaterThan(9);
      expect(hours).toBeLessThan(15.5);
    }),
  );
});

test('the day is the one asked for, wherever the computer stands', () => {
  fc.assert(
    fc.property(
      day,
      tajik,
      fc.constantFrom('UTC', 'Asia/Dushanbe', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York'),
      (date, position, home) => {
        process.env.TZ = 'UTC';
        const there = daylightOn(date, position)!;
        process.env.TZ = home;
        expect(daylightOn(date, position)).toEqual(there);
        // Neighbouring days differ by less than four minutes: a day too early or late would show as a jump.
        const next = daylightOn(addDays(date, 1), position)!;
        expect(Math.abs(next.hours - there.hours)).toBeLessThan(4 / 60);
      },
    ),
  );
});

test('months are those of the days from one to the other, and every day has its own', () => {
  expect(monthsOf(null, '2027-01-01')).toBeNull();
  expect(monthsOf('2027-01-01', null)).toBeNull();
  expect(monthsOf('2026-11-30', '2027-02-01')).toEqual([11, 12, 1, 2]);
  fc.assert(
    fc.property(day, fc.nat(500), fc.nat(500), (from, length, some) => {
      const months = monthsOf(from, addDays(from, length))!;
      expect(new Set(months).size).toBe(months.length);
      expect(months).toContain(Number(addDays(from, Math.min(some, length)).slice(5, 7)));
      if (length < 28) expect(months.length).toBeLessThanOrEqual(2);
    }),
  );
});

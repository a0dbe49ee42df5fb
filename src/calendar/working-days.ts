/**
 * Days on which offices work, on ISO dates. Saturday and Sunday are off: one operator reports an OVIR that opens on
 * Saturday mornings, but embassies and ministries do not, and a day too many on this list costs less than one too few.
 */
import { addDays, toDays } from '../dates.ts';
import type { Holiday } from '../knowledge/schema/papers.ts';

type Holidays = readonly Pick<Holiday, 'days'>[];

export function isDayOff(date: string, holidays: Holidays): boolean {
  const yearly = date.slice(5);
  return isWeekend(date) || holidays.some(({ days }) => days.includes(date) || days.includes(yearly));
}

/** The `count`th working day after `date`, or before it when negative; 0 is the day itself, whatever it is. */
export function addWorkingDays(date: string, count: number, holidays: Holidays): string {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (!isDayOff(day, holidays)) left -= 1;
  }
  return day;
}

/** Working days after `from`, up to and with `to`. Negative when `to` comes first: those from `to` up to before `from`. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  if (to < from) {
    // The same days, seen from the day before each end.
    return 0 - workingDaysBetween(addDays(to, -1), addDays(from, -1), holidays);
  }
  const off = holidaysIn(addDays(from, 1), to, holidays).filter((day) => !isWeekend(day));
  return weekdaysUpTo(to) - weekdaysUpTo(from) - off.length;
}

export function workingDayOnOrBefore(date: string, holidays: Holidays): string {
  return isDayOff(date, holidays) ? addWorkingDays(date, -1, holidays) : date;
}

/** How long a paper takes. */
interface Lead {
  readonly days: number;
  /** Working days, not calendar days. */
  readonly working?: boolean;
}

/** The last day to apply on for a paper needed on `entry`: one on which offices work, and never after `entry`. */
export function applyByDay(entry: string, { days, working = false }: Lead, holidays: Holidays): string {
  const last = working ? addWorkingDays(entry, -days, holidays) : addDays(entry, -days);
  return workingDayOnOrBefore(last, holidays);
}

/** As a record in `data/` states lead times. */
interface LeadDays {
  readonly usual: number | null;
  readonly worst: number | null;
  readonly working?: boolean;
}

/**
 * By the usual lead time and by the longest stated; null where it, or the day of entry, is not known. `margin` working
 * days are wanted on top.
 */
export function applyByDays(
  entry: string | null,
  { usual, worst, working }: LeadDays,
  holidays: Holidays,
  margin: number,
) {
  const by = (days: number | null): string | null =>
    entry === null || days === null
      ? null
      : addWorkingDays(applyByDay(entry, { days, working }, holidays), -margin, holidays);
  return { applyBy: by(usual), applyByWorst: by(worst) };
}

/** ISO weekday: 1 Monday … 7 Sunday. The first day of 1970 was a Thursday. */
export function weekdayOf(date: string): number {
  return ((((toDays(date) + 3) % 7) + 7) % 7) + 1;
}

const isWeekend = (date: string): boolean => weekdayOf(date) > 5;

/** Mondays to Fridays up to and with `date`, counted from a Monday long ago; only differences mean anything. */
function weekdaysUpTo(date: string): number {
  const sinceMonday = toDays(date) + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

/** Each day once, though two feasts fall on it. */
function holidaysIn(from: string, to: string, holidays: Holidays): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String(first + at).padStart(4, '0'));
  const all = holidays.flatMap(({ days }) =>
    days.flatMap((day) => (day.length === 10 ? [day] : years.map((year) => `${year}-${day}`))),
  );
  // A feast on 29 February is none in other years.
  return [...new Set(all)].filter((day) => day >= from && day <= to && addDays(day, 0) === day);
}

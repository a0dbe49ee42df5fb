/** Arithmetic on ISO dates. A date is a string; no clock, no time zone, no time of day. */

const DAY = 86_400_000;

/** Days since 1 January 1970; a date without a time is read as UTC wherever the program runs. */
export const toDays = (date: string): number => Date.parse(date) / DAY;

/** `date` moved by whole days. */
export function addDays(date: string, days: number): string {
  return new Date((toDays(date) + days) * DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return toDays(to) - toDays(from);
}

/** Months (1 to 12) from one day to another; null without days. */
export function monthsOf(from: string | null, to: string | null): number[] | null {
  if (from === null || to === null) return null;
  if (from.slice(0, 7) === to.slice(0, 7)) return [Number(from.slice(5, 7))];
  const days = Math.min(366, Math.max(0, daysBetween(from, to)));
  return [...new Set(Array.from({ length: days + 1 }, (_, day) => Number(addDays(from, day).slice(5, 7))))];
}

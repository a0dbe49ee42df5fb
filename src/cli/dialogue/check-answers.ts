/** What is wrong with an answer that was typed, and how to write it. */
import { faultOfDate } from '../../itinerary/iso-date.ts';
import { limits } from '../../itinerary/limits.ts';

export const checkLength = (written: string): string | null =>
  written.length <= limits.text ? null : `At most ${limits.text} letters.`;

/** `least` and `most` included. */
export const checkWhole =
  ([least, most]: readonly [number, number]) =>
  (written: string): string | null =>
    /^\d{1,4}$/.test(written) && Number(written) >= least && Number(written) <= most
      ? null
      : `Write a whole number from ${least} to ${most}.`;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2027-07-03`, `3 July 2027` or `July 3, 2027` as a date; null for all else, 3/7/2027 with it, which is two days. */
export function dayOf(written: string): string | null {
  const text = written.toLowerCase().replace(/[,.]/g, ' ').replace(/\s+/g, ' ').trim();
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ??
    turn(/^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}) (\d{4})$/.exec(text), 3, 2, 1) ??
    turn(/^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(text), 3, 1, 2) ??
    [];
  if (year === undefined) return null;
  const number = /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3)) + 1;
  const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return faultOfDate(iso) === null ? iso : null;
}

const turn = (found: RegExpExecArray | null, ...order: readonly number[]): string[] | undefined =>
  found === null ? undefined : ['', ...order.map((at) => found[at])];

export function checkDay(written: string): string | null {
  if (dayOf(written) !== null) return null;
  return /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(written)
    ? 'This may be read as two days. Write the month as a word: 3 July 2027.'
    : 'This is no day. Write it as 3 July 2027, or as 2027-07-03.';
}

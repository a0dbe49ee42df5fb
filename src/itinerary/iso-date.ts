/** Dates as an itinerary writes them: `2027-07-03`. */

export type DateFault = 'not-a-date' | 'no-such-day' | 'far-year';

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Null for a day that exists in 1900 to 2199; else what is wrong. */
export function faultOfDate(text: string): DateFault | null {
  const parts = pattern.exec(text);
  if (parts === null) return 'not-a-date';
  const [year, month, day] = parts.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : (days[month - 1] ?? 0);
  if (day < 1 || day > last) return 'no-such-day';
  return year < 1900 || year > 2199 ? 'far-year' : null;
}

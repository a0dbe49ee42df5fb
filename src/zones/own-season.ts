/** When a zone of the reader's own holds: its months of each year, its first and last day. */
import { monthsOf } from '../dates.ts';
import type { OwnRules } from './own-rules.ts';

/** `unknown`: it has a season, and the day is not known. */
export type Holds = 'yes' | 'no' | 'unknown';

/** On any day from `first` to `last`. */
export function holdsOn({ months, from, until }: Season, first: string | null, last: string | null): Holds {
  if (months === null && from === null && until === null) return 'yes';
  if (first === null || last === null) return 'unknown';
  const start = from !== null && from > first ? from : first;
  const end = until !== null && until < last ? until : last;
  if (start > end) return 'no';
  return months === null || monthsOf(start, end)!.some((month) => months.includes(month)) ? 'yes' : 'no';
}

export type Season = Pick<OwnRules, 'months' | 'from' | 'until'>;

const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December']; // biome-ignore format: twelve words

/** `in December to February, from 2027-01-01`; empty for a zone that always holds. */
export function saySeason({ months, from, until }: Season): string {
  const parts = [
    months === null ? '' : `in ${sayMonths(months)}`,
    from === null ? '' : `from ${from}`,
    until === null ? '' : `until ${until}`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** Months that follow one another are a stretch, over the turn of the year too. */
function sayMonths(months: readonly number[]): string {
  if (months.length === 12) return 'every month';
  const has = (month: number): boolean => months.includes(((month + 11) % 12) + 1);
  const stretches = [...months]
    .sort((a, b) => a - b)
    .filter((month) => !has(month - 1))
    .map((first) => {
      let length = 1;
      while (has(first + length)) length++;
      const end = names[(first + length - 2) % 12];
      return length === 1 ? names[first - 1] : `${names[first - 1]} to ${end}`;
    });
  return stretches.join(', ');
}

/** The words of findings about the season. */
import type { Finding } from '../finding.ts';

const names = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December',
]; // biome-ignore format: twelve names read best as lines of words

/** Null for a finding of another kind. */
export function formatSeasonFinding({ rule, args }: Finding): string | null {
  if (rule !== 'TJ507') return null;
  const months = inWords((args.months as readonly string[]).map(Number));
  const where = args.where as readonly string[];
  const more = where.length > 1 ? ` and on ${where.length - 1} more of its stops and ways` : '';
  const told = `${args.name}, told of in ${months}`;
  const here =
    args.date === null ? `${told}; the days of this trip are not known` : `${told}: ${where[0]} on ${args.date}${more}`;
  return `${here}. ${args.words}`;
}

/** Runs of months as one: `September to May`. */
export function inWords(months: readonly number[]): string {
  if (months.length === 12) return 'any month';
  const set = new Set(months);
  const before = (month: number): number => ((month + 10) % 12) + 1;
  const after = (month: number): number => (month % 12) + 1;
  const starts = [...set].filter((month) => !set.has(before(month)));
  const runs = starts
    .sort((a, b) => a - b)
    .map((start) => {
      let end = start;
      while (set.has(after(end))) end = after(end);
      return start === end ? names[start - 1] : `${names[start - 1]} to ${names[end - 1]}`;
    });
  return runs.length === 1 ? runs[0] : `${runs.slice(0, -1).join(', ')} and ${runs.at(-1)}`;
}

/** Days in the country against the days allowed. The day of entry and the day of exit both count. */
import type { Stay } from '../borders/passages.ts';
import { addDays, daysBetween, toDays } from '../dates.ts';

export interface Allowance {
  readonly maxDays: number | null;
  /**
   * Days are counted within so many days, `whole`: over all stays together; null: each stay for itself, as far as any
   * source says.
   */
  readonly withinDays: number | 'whole' | null;
}

/** A stay that is longer than allowed. */
export interface Excess {
  readonly maxDays: number;
  readonly withinDays: number | null;
  /** The last day on which one may be in the country; null: not even the first. */
  readonly lastDay: string | null;
  /** Days in the country that are not allowed. */
  readonly over: number;
}

/** Days of one stay; null: not known. */
export function lengthOf({ from, to }: Pick<Stay, 'from' | 'to'>): number | null {
  return from === null || to === null ? null : daysBetween(from, to) + 1;
}

/** The longest; null where the days of any are not known. */
export function longestOf(stays: readonly Stay[]): number | null {
  const lengths = stays.map(lengthOf);
  return lengths.length === 0 || lengths.includes(null) ? null : Math.max(...(lengths as number[]));
}

/** The first excess in time; null: none, or nothing to compare. */
export function findExcess(stays: readonly Stay[], { maxDays, withinDays }: Allowance): Excess | null {
  if (maxDays === null) return null;
  const groups = withinDays === null ? stays.map((stay) => [stay]) : [stays];
  const within = typeof withinDays === 'number' ? withinDays : null;
  for (const group of groups) {
    const days = group.flatMap(daysIn);
    const over = overdue(days, maxDays, within ?? Number.POSITIVE_INFINITY);
    if (over.length === 0) continue;
    const last = days[days.indexOf(over[0]) - 1];
    return { maxDays, withinDays: within, lastDay: last === undefined ? null : fromDays(last), over: over.length };
  }
  return null;
}

/** The most days that count together: those of one stay, or of all within so many days; null: not all are known. */
export function countedDays(stays: readonly Stay[], { withinDays }: Pick<Allowance, 'withinDays'>): number | null {
  const longest = longestOf(stays);
  if (longest === null || withinDays === null) return longest;
  const days = stays.flatMap(daysIn);
  const within = typeof withinDays === 'number' ? withinDays : Number.POSITIVE_INFINITY;
  return Math.max(...days.map((day) => days.filter((other) => other <= day && day - other < within).length));
}

/** Numbers of the days in the country. Who leaves and comes back on one day spends one day. */
function daysIn(stay: Stay, at: number, all: readonly Stay[]): number[] {
  if (stay.from === null || stay.to === null) return [];
  const before = all[at - 1]?.to;
  const first = Math.max(toDays(stay.from), before == null ? Number.NEGATIVE_INFINITY : toDays(before) + 1);
  return Array.from({ length: Math.max(0, toDays(stay.to) - first + 1) }, (_, day) => first + day);
}

/** Those on which the days of the last `within`, the day itself among them, are more than allowed. */
function overdue(days: readonly number[], maxDays: number, within: number): number[] {
  let first = 0;
  return days.filter((day, at) => {
    while (day - days[first] >= within) first += 1;
    return at - first + 1 > maxDays;
  });
}

const fromDays = (number: number): string => addDays('1970-01-01', number);

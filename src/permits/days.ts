/** Days on which the trip is where a permit is needed, and none of its papers is good there. */
import { addDays, daysBetween } from '../dates.ts';
import type { HeldPermit } from '../itinerary/itinerary.ts';

/** First and last day, both meant. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A time in one district, or in the area of a permit that knows no districts. */
export interface Stay {
  /** The district's name; null: the area. */
  readonly district: string | null;
  /** Null: not known. */
  readonly from: string | null;
  readonly to: string | null;
  /** False when the trip only may be there. */
  readonly sure: boolean;
  /** The papers that would do there, if their days do. */
  readonly papers: readonly HeldPermit[];
}

export interface Gap {
  readonly district: string | null;
  readonly sure: boolean;
  /** The paper to put right: of those that would do there, the one nearest in time. */
  readonly paper: HeldPermit;
  /** Null: the days of the trip are not known, but the paper is past on any day to come. */
  readonly days: Days | null;
}

/** Where no paper would do on any day there is nothing to compare: that is another fault. */
export function findGaps(stays: readonly Stay[], asOf: string): Gap[] {
  return stays
    .filter(({ papers }) => papers.length > 0)
    .flatMap(({ district, sure, from, to, papers }): Gap[] => {
      if (from !== null && to !== null) {
        return uncoveredDays({ from, to }, papers).map((days) => {
          return { district, sure, paper: nearestPaper(papers, days), days };
        });
      }
      const past = papers.every((paper) => paper.to !== null && paper.to < asOf);
      return past ? [{ district, sure, paper: latestPaper(papers), days: null }] : [];
    });
}

/** What is left of `days` when the days of all papers are taken away. A paper whose dates are not said takes none. */
function uncoveredDays({ from, to }: Days, papers: readonly HeldPermit[]): Days[] {
  const good = papers
    .flatMap((paper) => (paper.from === null || paper.to === null ? [] : [{ from: paper.from, to: paper.to }]))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const left: Days[] = [];
  let next = from;
  for (const paper of good) {
    if (paper.to < next) continue;
    if (paper.from > to) break;
    if (paper.from > next) left.push({ from: next, to: addDays(paper.from, -1) });
    if (paper.to >= to) return left;
    next = addDays(paper.to, 1);
  }
  return [...left, { from: next, to }];
}

function nearestPaper(papers: readonly HeldPermit[], days: Days): HeldPermit {
  return papers.reduce((best, paper) => (daysAway(paper, days) < daysAway(best, days) ? paper : best));
}

/** A paper that does not say its days is the first to look at. */
function daysAway({ from, to }: HeldPermit, days: Days): number {
  if (from === null || to === null) return 0;
  return Math.max(daysBetween(to, days.from), daysBetween(days.to, from), 0);
}

function latestPaper(papers: readonly HeldPermit[]): HeldPermit {
  return papers.reduce((best, paper) => ((paper.to ?? '') > (best.to ?? '') ? paper : best));
}

/** Sorted, and joined where they overlap or follow one another. */
export function joinDays(all: readonly Days[]): Days[] {
  const joined: Days[] = [];
  for (const { from, to } of [...all].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || daysBetween(last.to, from) > 1) joined.push({ from, to });
    else if (to > last.to) joined[joined.length - 1] = { from: last.from, to };
  }
  return joined;
}

/** `on 2027-07-01`, or `from 2027-07-01 to 2027-07-03`. */
export function sayDays({ from, to }: Days): string {
  return from === to ? `on ${from}` : `from ${from} to ${to}`;
}

/** How far a set of papers covers where the trip goes, district by district and day by day. */
import type { HeldPermit } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema/papers.ts';
import { findGaps, type Gap, type Stay } from './days.ts';
import { type EnteredDistrict, isDrawn } from './districts.ts';
import { isPromised, listsDistrict } from './papers.ts';

/** A time in the permit's area, and whether it is sure. */
export type Presence = Pick<Stay, 'from' | 'to' | 'sure'>;

/** Where a permit is needed. */
export interface Ground {
  readonly permit: Permit;
  readonly entered: readonly EnteredDistrict[];
  /** Times in the area that no known district accounts for: any paper does there, but one there must be. */
  readonly elsewhere: readonly Presence[];
}

export interface Cover {
  /** Districts that no paper lists; those that the trip only may enter are `possible`. */
  readonly missing: readonly EnteredDistrict[];
  /** Districts that the trip enters or may enter, when the papers do not say which ones they list; else none. */
  readonly unsaid: readonly EnteredDistrict[];
  /** Days that the papers leave open. */
  readonly gaps: readonly Gap[];
  readonly areDaysKnown: boolean;
}

export function coverOf(papers: readonly HeldPermit[], { permit, entered, elsewhere }: Ground, asOf: string): Cover {
  const areUnsaid = papers.length > 0 && papers.every((paper) => paper.districts === null);
  const listing = ({ id }: EnteredDistrict) => papers.filter((paper) => areUnsaid || listsDistrict(paper, permit, id));
  const stays: Stay[] = [
    ...entered.flatMap((district) =>
      district.visits.map((visit): Stay => {
        return {
          district: district.name,
          from: visit.from,
          to: visit.to,
          sure: isDrawn(visit),
          papers: listing(district),
        };
      }),
    ),
    ...elsewhere.map((presence): Stay => ({ ...presence, district: null, papers })),
  ];
  return {
    missing: papers.length > 0 ? entered.filter((district) => listing(district).length === 0) : [],
    unsaid: areUnsaid ? entered : [],
    gaps: findGaps(
      stays.filter((stay) => !stay.papers.some((paper) => mayCover(paper, stay))),
      asOf,
    ),
    areDaysKnown: stays.every(({ from, to }) => from !== null && to !== null),
  };
}

/** Of a paper that is still to come nobody knows the days yet, but for the one that is perhaps written. */
function mayCover(paper: HeldPermit, { from, to }: Stay): boolean {
  const endsBefore = paper.to !== null && to !== null && paper.to < to;
  const beginsAfter = paper.from !== null && from !== null && paper.from > from;
  return isPromised(paper) && !endsBefore && !beginsAfter;
}

/** Nothing sure is left open. */
export function isWhole({ missing, unsaid, gaps, areDaysKnown }: Cover): boolean {
  return areDaysKnown && !missing.some(isDrawn) && !unsaid.some(isDrawn) && !gaps.some(({ sure }) => sure);
}

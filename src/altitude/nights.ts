/** How high each night is slept, and how far above the night before. */
import type { NightCheck } from '../assessment/way.ts';
import { daysBetween } from '../dates.ts';
import type { Trip, TripStop } from '../rules/trip.ts';

/** One stop with a night. */
export interface Night {
  readonly stop: TripStop;
  /** Its number among the stops of the trip. */
  readonly at: number;
  /** Null: not known. */
  readonly altitudeM: number | null;
  /**
   * Number of the stop where the day began: the one slept at before or, when none was, the first of the trip. Null for
   * a night at the first stop, and where the dates leave nights between: where those are slept is not written.
   */
  readonly from: number | null;
  /** Altitude there; null: not known. */
  readonly fromM: number | null;
  /** A night was spent there. */
  readonly slept: boolean;
}

export function nightsIn({ stops }: Pick<Trip, 'stops'>): Night[] {
  let before: number | null = null;
  return stops.flatMap((stop, at): Night[] => {
    if (stop.stop.nights === 0) return [];
    const from = before ?? (at > 0 ? 0 : null);
    const night = { stop, at, altitudeM: altitudeOf(stop) };
    const slept = before !== null;
    before = at;
    if (from === null || hasGap(stops[from], stop)) return [{ ...night, from: null, fromM: null, slept: false }];
    return [{ ...night, from, fromM: altitudeOf(stops[from]), slept }];
  });
}

export function nightsOf(trip: Pick<Trip, 'stops'>): NightCheck[] {
  return nightsIn(trip).map(({ stop: { stop }, altitudeM, fromM, slept }) => {
    const gainM = slept && altitudeM !== null && fromM !== null ? altitudeM - fromM : null;
    return { stop: stop.id, altitudeM, gainM, nights: stop.nights };
  });
}

/** Of coordinates away from a known place nothing is guessed: a valley may be steep. */
const altitudeOf = ({ place }: TripStop): number | null => place?.altitudeM ?? null;

const hasGap = (from: TripStop, to: TripStop): boolean =>
  from.to !== null && to.from !== null && daysBetween(from.to, to.from) > 0;

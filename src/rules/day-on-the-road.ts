/** Legs travelled between two nights: they share one day. */
import { daysBetween } from '../dates.ts';
import type { LegRoad } from '../route/leg.ts';
import type { Trip, TripLeg } from './trip.ts';

/** A leg on the packaged roads. */
type RoadTripLeg = TripLeg & { readonly road: LegRoad };

export interface RoadDay {
  /** Never none. Of the day's other legs the hours are not known: what these take is the least. */
  readonly legs: readonly RoadTripLeg[];
  /** Days there are for all legs, when pinned dates give more than one. */
  readonly days: number;
}

export function roadDays({ stops, legs }: Pick<Trip, 'stops' | 'legs'>): RoadDay[] {
  const days: TripLeg[][] = [];
  let today: TripLeg[] = [];
  for (const leg of legs) {
    today.push(leg);
    const to = stops.find(({ stop }) => stop.id === leg.to)!;
    if (to.stop.nights === 0) continue;
    days.push(today);
    today = [];
  }
  if (today.length > 0) days.push(today);
  return days.flatMap((own): RoadDay[] => {
    const onRoads = own.filter((leg): leg is RoadTripLeg => leg.road !== null);
    if (onRoads.length === 0) return [];
    return [{ legs: onRoads, days: 1 + own.reduce((sum, { date, until }) => sum + nightsBetween(date, until), 0) }];
  });
}

const nightsBetween = (date: string | null, until: string | null): number =>
  date === null || until === null ? 0 : Math.max(0, daysBetween(date, until));

/** Legs travelled between two nights: they share one day. */
import { daysBetween } from '../dates.ts';
import type { Trip, TripLeg } from './trip.ts';

export interface RoadDay {
  readonly legs: readonly TripLeg[];
  /** Days there are for them, when pinned dates give more than one. */
  readonly days: number;
  readonly km: number;
  readonly hours: number;
}

/** Only days of which every leg is on the packaged roads and by one vehicle: of others the hours are not known. */
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
    const roads = own.map(({ road }) => road);
    if (roads.some((road) => road === null || road.vehicle.id !== roads[0]?.vehicle.id)) return [];
    return [
      {
        legs: own,
        days: 1 + own.reduce((sum, { date, until }) => sum + nightsBetween(date, until), 0),
        km: own.reduce((sum, { exposure }) => sum + (exposure.lengthKm ?? 0), 0),
        hours: own.reduce((sum, { road }) => sum + road!.hours, 0),
      },
    ];
  });
}

const nightsBetween = (date: string | null, until: string | null): number =>
  date === null || until === null ? 0 : Math.max(0, daysBetween(date, until));

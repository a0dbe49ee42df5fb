/** Where to sleep on the way, so that a climb is made in steps. */
import type { Place } from '../knowledge/schema/places.ts';
import { placesById } from '../places/gazetteer.ts';
import type { Trip } from '../rules/trip.ts';
import { type AltitudeLimits, highestBedFrom } from './limits.ts';
import type { Night } from './nights.ts';

export interface Split {
  /** Places on the way, in order, each within the limits after the one before. Empty: none is known. */
  readonly beds: readonly Place[];
  /** The last step keeps to the limits too. */
  readonly isWithin: boolean;
}

/** Kinds of place where there may be a bed. Whether there is one, the gazetteer does not know. */
const SLEEPABLE: ReadonlySet<string> = new Set(['city', 'town', 'village', 'camp', 'spring']);

/** The highest bed that is allowed, from one to the next, as far as that leads up. */
export function splitClimb(trip: Trip, { at, from, fromM, altitudeM }: Night, limits: AltitudeLimits): Split {
  if (from === null || fromM === null || altitudeM === null) return { beds: [], isWithin: false };
  const between = placesOn(trip, from, at).filter(
    (place) => place.altitudeM !== null && place.altitudeM > fromM && place.altitudeM < altitudeM,
  );
  const beds: Place[] = [];
  let [metres, next] = [fromM, 0];
  while (altitudeM > highestBedFrom(metres, limits)) {
    const allowed = between.slice(next).filter((place) => isStep(metres, place.altitudeM!, limits));
    if (allowed.length === 0) return { beds, isWithin: false };
    const bed = allowed.reduce((top, place) => (place.altitudeM! > top.altitudeM! ? place : top));
    beds.push(bed);
    metres = bed.altitudeM!;
    next = between.indexOf(bed) + 1;
  }
  return { beds, isWithin: true };
}

const isStep = (from: number, to: number, limits: AltitudeLimits): boolean =>
  to > from && to <= highestBedFrom(from, limits);

/** Settlements on the way from one stop to another, each once. */
function placesOn({ stops, legs, knowledge }: Trip, from: number, to: number): Place[] {
  const byId = placesById(knowledge);
  const passed = legs.slice(from, to).flatMap(({ road, via }, leg) => {
    const end = stops[from + leg + 1].place;
    const own = road === null ? via : road.passed.map(({ place }) => byId.get(place)!);
    return end === null ? own : [...own, end];
  });
  const ends = [stops[from].place, stops[to].place];
  return [...new Set(passed)].filter((place) => SLEEPABLE.has(place.kind) && !ends.includes(place));
}

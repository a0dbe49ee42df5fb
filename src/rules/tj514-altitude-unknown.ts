import { findingOfNight } from '../altitude/finding.ts';
import { limitsOf } from '../altitude/limits.ts';
import { nightsIn } from '../altitude/nights.ts';
import type { Place } from '../knowledge/schema/places.ts';
import { placesById } from '../places/gazetteer.ts';
import { highestOf } from '../route/profile.ts';
import type { Rule } from './rule.ts';
import type { Trip, TripLeg } from './trip.ts';

export const altitudeUnknown: Rule = {
  id: 'TJ514',
  slug: 'altitude-unknown',
  severity: 'warning',
  title: 'A night at a height that is not known',
  what: 'No source read gives the height of the place, or it is written as coordinates, and from what lies next to it on the way it may be high. A neighbour above 2,750 m makes it a warning; one above 2,440 m, a way that goes as high, or neighbours that are not known either, are a note.',
  fix: 'Look its height up, and compare it with the night before: at most 500 m more above 2,750 m.',
  check: (trip) => {
    const limits = limitsOf(trip.knowledge);
    const [ill, first] = [limits['illness-from'], limits['sleep-first-day']];
    return nightsIn(trip).flatMap((night) => {
      // Of a name that is not known TJ201 says that nothing was checked there.
      if (night.altitudeM !== null || night.stop.position === null) return [];
      const { near, top } = heightsAround(trip, night.at);
      const nearM = near?.altitudeM ?? null;
      const topM = top?.altitudeM ?? null;
      const highest = Math.max(nearM ?? 0, topM ?? 0);
      if (highest > 0 && highest < ill.metres) return [];
      const args = { name: night.stop.name, near: near?.name ?? null, nearM, topM };
      const severity = (nearM ?? 0) >= first.metres ? 'warning' : 'info';
      return [findingOfNight('TJ514', severity, night, { args, sources: ill.sources })];
    });
  },
};

/** The higher of the places next to a stop whose height is known, and the highest on the ways to it and from it. */
function heightsAround({ stops, legs, knowledge }: Trip, at: number): Record<'near' | 'top', Place | null> {
  const byId = placesById(knowledge);
  const before = at > 0 ? known([stops[at - 1].place, ...placesOn(legs[at - 1])]) : [];
  const after = at < legs.length ? known([...placesOn(legs[at]), stops[at + 1].place]) : [];
  const near = highestOf([...before.slice(-1), ...after.slice(0, 1)]);
  return { near, top: highestOf([...before, ...after]) };

  /** None on a flight: of the ground below it nothing is asked. */
  function placesOn({ basis, road, via }: TripLeg): readonly Place[] {
    if (basis === 'flight') return [];
    return road === null ? via : road.passed.map(({ place }) => byId.get(place)!);
  }
}

const known = (places: readonly (Place | null)[]): Place[] =>
  places.filter((place) => place !== null && place.altitudeM !== null) as Place[];

/** What a traveller wants to know of a leg on the packaged roads besides where it runs. */
import type { Place, Service } from '../knowledge/schema.ts';
import type { Passed } from './draw-way.ts';
import type { LegRoad } from './leg.ts';

/** A place on the way, with its kilometre from the start of the leg. */
export interface OnWay {
  readonly place: Place;
  readonly km: number;
}

/** The highest point whose altitude is known; passes are places, so a pass road's highest point is. */
export function highestOf(
  { passed }: LegRoad,
  ends: readonly (Place | null)[],
  places: ReadonlyMap<string, Place>,
): OnWay | null {
  const heights = [
    ...placesOn(passed, places),
    ...ends.filter((place) => place !== null).map((place) => ({ place, km: 0 })),
  ];
  return heights.reduce<OnWay | null>(
    (top, next) => ((next.place.altitudeM ?? -Infinity) > (top?.place.altitudeM ?? -Infinity) ? next : top),
    null,
  );
}

function placesOn(passed: readonly Passed[], places: ReadonlyMap<string, Place>): OnWay[] {
  return passed.map(({ place, km }) => ({ place: places.get(place)!, km }));
}

/** Places on the way where fuel is known to be sold. */
export function fuelOn({ passed }: LegRoad, services: readonly Service[]): Passed[] {
  const fuel = new Set(services.filter(({ has }) => has.includes('fuel')).map(({ place }) => place));
  return passed.filter(({ place }) => fuel.has(place));
}

/** The nearest place on the way to a kilometre of it; null when none is within `withinKm`. */
export function placeNear(passed: readonly Passed[], km: number, withinKm: number): Passed | null {
  let nearest: Passed | null = null;
  for (const next of passed) {
    const apart = Math.abs(next.km - km);
    if (apart <= withinKm && (nearest === null || apart < Math.abs(nearest.km - km))) nearest = next;
  }
  return nearest;
}

/** What a traveller wants to know of a leg on the packaged roads besides where it runs. */
import type { Place, Service } from '../knowledge/schema/places.ts';
import type { Passed } from './draw-way.ts';
import type { LegRoad } from './leg.ts';

/** The highest of some places whose altitude is known; passes are places, so a pass road's highest point is one. */
export function highestOf(places: readonly Place[]): Place | null {
  return places.reduce<Place | null>(
    (top, next) => ((next.altitudeM ?? -Infinity) > (top?.altitudeM ?? -Infinity) ? next : top),
    null,
  );
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

import type { Source } from '../knowledge/schema.ts';
import { zoneProperties } from '../zones/layer.ts';
import type { Trip } from './trip.ts';

/** Sources of the advisories, zones and permits that the trip touches, in the order of the source list. */
export function sourcesInUse(trip: Trip): Source[] {
  const ids = new Set([
    ...trip.touches.flatMap((touch) => [
      ...zoneProperties(trip.layers, touch.zone).sources,
      ...touch.advisories.flatMap((advisory) => advisory.sources),
    ]),
    ...trip.permits.flatMap((judgement) => judgement.check.sources),
  ]);
  return Object.values(trip.knowledge.sources).filter((source) => ids.has(source.id));
}

import type { Source } from '../knowledge/schema.ts';
import { zoneProperties } from '../zones/layer.ts';
import type { Trip } from './trip.ts';

/** Ids of the sources behind the trip's advisories, zones and permits: those that the verdict rests on. */
export function verdictSources(trip: Trip): ReadonlySet<string> {
  return new Set([
    ...trip.touches.flatMap((touch) => [
      ...zoneProperties(trip.layers, touch.zone).sources,
      ...touch.advisories.flatMap((advisory) => advisory.sources),
    ]),
    ...trip.permits.flatMap((judgement) => judgement.check.sources),
  ]);
}

/** Those, and the sources of the checklist and of the numbers to call, in the order of the source list. */
export function sourcesInUse(trip: Trip): Source[] {
  const ids = new Set([
    ...verdictSources(trip),
    ...trip.checklist.flatMap((item) => item.sources),
    ...trip.knowledge.contacts.flatMap((contact) => contact.sources),
  ]);
  return Object.values(trip.knowledge.sources).filter((source) => ids.has(source.id));
}

/** The zones that a trip touches: inside, near their edge, or perhaps on a way that is not followed for certain. */
import type { Assessment } from '../assessment.ts';

/** Ids. Zones that the trip only would have entered by another way are not among them. */
export function touchedZones({ stops, legs }: Assessment): Set<string> {
  return new Set([
    ...stops.flatMap(({ zones, near }) => [...(zones ?? []), ...near].map(({ id }) => id)),
    ...legs.flatMap(({ crossings, corridorZones }) => [...(crossings ?? []).map(({ zone }) => zone), ...corridorZones]),
  ]);
}

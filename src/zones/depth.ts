/** Is a point so deep inside a zone that the doubt about the zone's edge does not matter? */
import type { Position } from '../itinerary/itinerary.ts';
import type { ZoneProperties } from '../knowledge/schema.ts';
import { edgeDistanceKm } from './nearest.ts';
import type { ZoneIndex } from './zone-index.ts';

/** Nearer than this to the border, the edge is the border. */
const SAME_KM = 0.05;

export interface DepthContext {
  readonly borders: ZoneIndex;
  readonly zones: Readonly<Record<string, ZoneProperties>>;
}

/**
 * `edgeKm` is the point's distance to the zone's edge from inside, `doubtKm` the doubt about the point itself. An
 * edge that is the national border is as sure as the border, however roughly the rest of the zone is drawn.
 */
export function isDeep(
  { borders, zones }: DepthContext,
  { uncertaintyKm }: ZoneProperties,
  position: Position,
  edgeKm: number,
  doubtKm = 0,
): boolean {
  if (edgeKm >= uncertaintyKm + doubtKm) return true;
  const borderDoubtKm = Math.max(0, ...Object.values(zones).map((z) => (z.kind === 'country' ? z.uncertaintyKm : 0)));
  if (edgeKm < borderDoubtKm + doubtKm) return false;
  return borders.ids.some((_, line) => edgeDistanceKm(borders, line, position, edgeKm + SAME_KM) < Infinity);
}

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
 * `doubtKm` is the doubt about the point itself. An edge that is the national border is as sure as the border,
 * however roughly the rest of the zone is drawn.
 */
export function isDeep({ borders, zones }: DepthContext, zone: ZoneRef, position: Position, doubtKm = 0): boolean {
  const reachKm = zone.uncertaintyKm + doubtKm;
  const edgeKm = edgeDistanceKm(zone.index, zone.number, position, reachKm);
  if (edgeKm >= reachKm) return true;
  if (edgeKm < borderDoubtKm(zones) + doubtKm) return false;
  return borders.ids.some((_, line) => edgeDistanceKm(borders, line, position, edgeKm + SAME_KM) < Infinity);
}

/** A zone in its index, and how far its edge may be off. */
export interface ZoneRef {
  readonly index: ZoneIndex;
  readonly number: number;
  readonly uncertaintyKm: number;
}

function borderDoubtKm(zones: DepthContext['zones']): number {
  return Math.max(0, ...Object.values(zones).map((zone) => (zone.kind === 'country' ? zone.uncertaintyKm : 0)));
}

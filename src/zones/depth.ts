/** Is a point so deep inside a zone that the doubt about the zone's edge does not matter? */
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { edgeDistanceKm } from './nearest.ts';
import type { ZoneIndex } from './zone-index.ts';

/** Nearer than this to the border, the edge is the border. */
const SAME_KM = 0.05;

/** A zone in its index, and how far its edge may be off. */
export interface ZoneRef {
  readonly index: ZoneIndex;
  readonly number: number;
  readonly uncertaintyKm: number;
}

/** Judges points; `doubtKm` is the doubt about the point itself. */
export type IsDeep = (zone: ZoneRef, position: Position, doubtKm?: number) => boolean;

/** An edge that is the national border is as sure as the border, however roughly the rest of the zone is drawn. */
export function depthJudge({ borders, zones }: Pick<Knowledge, 'borders' | 'zones'>): IsDeep {
  const countries = Object.values(zones).filter((zone) => zone.kind === 'country');
  const borderDoubtKm = Math.max(0, ...countries.map((zone) => zone.uncertaintyKm));
  return (zone, position, doubtKm = 0) => {
    const reachKm = zone.uncertaintyKm + doubtKm;
    const edgeKm = edgeDistanceKm(zone.index, zone.number, position, reachKm);
    if (edgeKm >= reachKm) return true;
    if (edgeKm < borderDoubtKm + doubtKm) return false;
    return borders.ids.some((_, line) => edgeDistanceKm(borders, line, position, edgeKm + SAME_KM) < Infinity);
  };
}

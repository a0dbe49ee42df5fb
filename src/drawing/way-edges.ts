/** Where the way enters areas and countries, and where it leaves them. */
import type { AssessedLeg } from '../assessment/way.ts';
import type { ReportedZone } from '../assessment.ts';
import type { Position } from '../itinerary/itinerary.ts';

export interface WayEdge {
  readonly zone: ReportedZone;
  readonly direction: 'in' | 'out';
  /** Kilometres from the start of the leg. */
  readonly km: number;
  readonly position: Position;
  /** The nearest known place; null: none is near. */
  readonly near: string | null;
}

/** An area that holds a stop is not entered there, km. */
const AT_STOP_KM = 0.05;

/**
 * In the order of the way. Districts are many, and told in words; of a neighbour only a strip is known, whose far edge
 * is no border, so that countries are told by `home`, a zone id, alone.
 */
export function wayEdges(
  { crossings, lengthKm }: AssessedLeg,
  zones: readonly ReportedZone[],
  home: string,
): WayEdge[] {
  const edges = (crossings ?? []).flatMap((crossing): WayEdge[] => {
    const zone = zones.find(({ id }) => id === crossing.zone);
    if (zone === undefined || zone.kind === 'district' || (zone.kind === 'country' && zone.id !== home)) return [];
    const { entryKm, exitKm, entry, exit, entryNear, exitNear } = crossing;
    const isEntered = entryKm > AT_STOP_KM;
    const isLeft = lengthKm !== null && exitKm < lengthKm - AT_STOP_KM;
    return [
      ...(isEntered ? [{ zone, direction: 'in' as const, km: entryKm, position: entry, near: entryNear }] : []),
      ...(isLeft ? [{ zone, direction: 'out' as const, km: exitKm, position: exit, near: exitNear }] : []),
    ];
  });
  return edges.sort((a, b) => a.km - b.km);
}

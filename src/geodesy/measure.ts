/** A line and how far along it each vertex lies. */
import type { Position } from '../itinerary/itinerary.ts';
import { shortDistanceKm } from './great-ellipse.ts';

export interface MeasuredLine {
  readonly vertices: readonly Position[];
  /** Kilometres from the start to each vertex. */
  readonly km: Float64Array;
}

export function measureLine(vertices: readonly Position[]): MeasuredLine {
  const km = new Float64Array(vertices.length);
  for (let at = 1; at < vertices.length; at++) km[at] = km[at - 1] + shortDistanceKm(vertices[at - 1], vertices[at]);
  return { vertices, km };
}

/** Number of the first vertex at or beyond a distance from the start; the last vertex when there is none. */
export function vertexAtKm({ km }: MeasuredLine, distance: number): number {
  let low = 0;
  let high = km.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (km[middle] < distance) low = middle + 1;
    else high = middle;
  }
  return low;
}

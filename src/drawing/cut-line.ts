/** Part of a measured line. */
import { type MeasuredLine, positionAtKm, vertexAtKm } from '../geodesy/measure.ts';
import type { Position } from '../itinerary/itinerary.ts';

/** From one distance to another, both ends drawn; an end beyond the line's own is the line's own. */
export function cutLine(line: MeasuredLine, fromKm: number, toKm: number): Position[] {
  const { vertices, km } = line;
  if (vertices.length < 2) return [];
  const first = vertexAtKm(line, fromKm);
  const last = vertexAtKm(line, toKm);
  const inner = vertices.slice(first, last).filter((_, at) => km[first + at] > fromKm);
  return [positionAtKm(line, fromKm), ...inner, positionAtKm(line, toKm)];
}

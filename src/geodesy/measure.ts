/** A line and how far along it each vertex lies. */
import type { Position } from '../itinerary/itinerary.ts';
import { metresPerDegree } from './ellipsoid.ts';
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

/** The point a distance from the start; the line is straight between its vertices. */
export function positionAtKm(line: MeasuredLine, distance: number): Position {
  const { vertices, km } = line;
  const next = vertexAtKm(line, distance);
  if (next === 0 || km[next] <= distance) return vertices[next];
  const share = (distance - km[next - 1]) / (km[next] - km[next - 1]);
  const [a, b] = [vertices[next - 1], vertices[next]];
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/** The same point of one line measured in two ways: kilometres of the one for kilometres of the other. */
export function carryKm(from: MeasuredLine, to: MeasuredLine, distance: number): number {
  const next = vertexAtKm(from, distance);
  if (next === 0 || from.km[next] <= distance) return to.km[next];
  const share = (distance - from.km[next - 1]) / (from.km[next] - from.km[next - 1]);
  return to.km[next - 1] + share * (to.km[next] - to.km[next - 1]);
}

/** Kilometres from a point to the nearest part of a line, in the plane around the point: true to 1 % within 100 km. */
export function distanceToLineKm([lon, lat]: Position, vertices: readonly Position[]): number {
  const scale = metresPerDegree(lat);
  let nearest = Infinity;
  let [lastEast, lastNorth] = [Infinity, Infinity];
  for (const vertex of vertices) {
    const east = (vertex[0] - lon) * scale.lon;
    const north = (vertex[1] - lat) * scale.lat;
    const [dEast, dNorth] = [east - lastEast, north - lastNorth];
    const share = -(lastEast * dEast + lastNorth * dNorth) / (dEast * dEast + dNorth * dNorth);
    // A first vertex, or one on the spot of the last, ends no stretch: it stands for itself.
    const back = share >= 0 && share <= 1 ? 1 - share : 0;
    nearest = Math.min(
      nearest,
      back > 0 ? Math.hypot(east - back * dEast, north - back * dNorth) : Math.hypot(east, north),
    );
    [lastEast, lastNorth] = [east, north];
  }
  return nearest / 1000;
}

/** Where on the road a stop is. */

import { metresPerDegree } from '../geodesy/ellipsoid.ts';
import { toDegrees } from '../geodesy/lattice.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { edgeCount, type RoadNetwork } from './network.ts';

/** A point of the network: so many kilometres by road from the start of an edge. */
export interface RoadPoint {
  readonly edge: number;
  readonly km: number;
  readonly position: Position;
  /** From the point asked for, straight. */
  readonly distanceKm: number;
}

/** The nearest point of any edge that `isAllowed`; null when there is none within `withinKm`. */
export function snapToRoad(
  network: RoadNetwork,
  [lon, lat]: Position,
  withinKm: number,
  isAllowed: (edge: number) => boolean,
): RoadPoint | null {
  const { start, vertices } = network;
  // The plane around the point: true to 1 % within 100 km, and no way is longer than the limit.
  const scale = metresPerDegree(lat);
  const [perLon, perLat] = [scale.lon / 1e10, scale.lat / 1e10];
  const [x0, y0] = [lon * 1e7, lat * 1e7];
  let nearest = withinKm;
  let found: { edge: number; at: number; share: number } | null = null;
  for (let edge = 0; edge < edgeCount(network); edge++) {
    if (!isAllowed(edge)) continue;
    for (let at = start[edge]; at + 1 < start[edge + 1]; at++) {
      const ax = (vertices[2 * at] - x0) * perLon;
      const ay = (vertices[2 * at + 1] - y0) * perLat;
      const dx = (vertices[2 * at + 2] - vertices[2 * at]) * perLon;
      const dy = (vertices[2 * at + 3] - vertices[2 * at + 1]) * perLat;
      // Nearly all of the network lies well to one side, and takes no more than this.
      if ((ay > nearest && ay + dy > nearest) || (ay < -nearest && ay + dy < -nearest)) continue;
      if ((ax > nearest && ax + dx > nearest) || (ax < -nearest && ax + dx < -nearest)) continue;
      const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
      const km = Math.hypot(ax + share * dx, ay + share * dy);
      if (km > nearest || (km === nearest && found !== null)) continue;
      nearest = km;
      found = { edge, at, share };
    }
  }
  if (found === null) return null;
  const { edge, at, share } = found;
  const along = (axis: number): number => {
    const a = vertices[2 * at + axis];
    return toDegrees(Math.round(a + share * (vertices[2 * at + 2 + axis] - a)));
  };
  return { edge, km: kmAt(network, edge, at, share), position: [along(0), along(1)], distanceKm: nearest };
}

/** Kilometres by road from an edge's start to a share of the way from one vertex to the next. */
function kmAt({ start, vertices, km }: RoadNetwork, edge: number, vertex: number, share: number): number {
  const perLat = metresPerDegree(toDegrees(vertices[2 * start[edge] + 1]));
  const length = (at: number): number =>
    Math.hypot(
      (vertices[2 * at + 2] - vertices[2 * at]) * perLat.lon,
      (vertices[2 * at + 3] - vertices[2 * at + 1]) * perLat.lat,
    );
  let [before, whole] = [0, 0];
  for (let at = start[edge]; at + 1 < start[edge + 1]; at++) {
    if (at < vertex) before += length(at);
    whole += length(at);
  }
  return whole === 0 ? 0 : ((before + share * length(vertex)) / whole) * km[edge];
}

/** How far a point is from a zone's edge or from a border line. */
import { metresPerUnitLat, metresPerUnitLon, toLattice } from '../geodesy/lattice.ts';
import { FAN, levelSizes } from './boxes.ts';
import { NO_EDGE, type ZoneIndex } from './zone-index.ts';

/**
 * Geodesic kilometres from `[lon, lat]` to the nearest edge of the zone, inside or out: to 1 m within 50 km,
 * to 0.1 % within 500 km. Infinity when no edge is nearer than `withinKm`, which makes the search short.
 */
export function edgeDistanceKm(
  index: ZoneIndex,
  zone: number,
  position: readonly number[],
  withinKm = Infinity,
): number {
  const shape = index.shapes[zone];
  const search: Search = {
    index,
    x: toLattice(position[0]),
    y: toLattice(position[1]),
    first: index.shapeStart[shape],
    edges: index.shapeStart[shape + 1] - index.shapeStart[shape],
    levels: [],
    best: withinKm * 1000,
  };
  if (search.edges === 0) return Infinity;
  let start = index.boxStart[shape];
  for (const size of levelSizes(search.edges)) {
    search.levels.push({ start, size });
    start += size;
  }
  const root = search.levels.length - 1;
  if (distanceToBox(index.boxes, search.levels[root].start, search.x, search.y) < search.best) descend(search, root, 0);
  return search.best < withinKm * 1000 ? search.best / 1000 : Infinity;
}

interface Search {
  readonly index: ZoneIndex;
  readonly x: number;
  readonly y: number;
  /** First vertex and number of the shape's edges. */
  readonly first: number;
  readonly edges: number;
  readonly levels: { start: number; size: number }[];
  /** Metres to the nearest edge seen. */
  best: number;
}

/** Visits the boxes below one box, the nearest first, leaving out those that cannot hold a nearer edge. */
function descend(search: Search, level: number, box: number): void {
  const { index, x, y, first } = search;
  if (level === 0) {
    const last = Math.min(search.edges, (box + 1) * FAN);
    for (let edge = box * FAN; edge < last; edge++) {
      if (index.edgeShape[first + edge] === NO_EDGE) continue;
      const metres = distanceToEdge(index.vertices, first + edge, x, y);
      if (metres < search.best) search.best = metres;
    }
    return;
  }
  const { start, size } = search.levels[level - 1];
  const children = Math.min(FAN, size - box * FAN);
  const atLeast: number[] = [];
  for (let child = 0; child < children; child++) {
    atLeast.push(distanceToBox(index.boxes, start + box * FAN + child, x, y));
  }
  for (let visit = 0; visit < children; visit++) {
    let next = 0;
    for (let child = 1; child < children; child++) if (atLeast[child] < atLeast[next]) next = child;
    if (atLeast[next] >= search.best) return;
    atLeast[next] = Infinity;
    descend(search, level - 1, box * FAN + next);
  }
}

/** No edge in the box is nearer than this: the narrowest degree of longitude in play, less 1 % for curvature. */
function distanceToBox(boxes: Int32Array, box: number, x: number, y: number): number {
  const at = 4 * box;
  const dx = Math.max(boxes[at] - x, 0, x - boxes[at + 2]);
  const dy = Math.max(boxes[at + 1] - y, 0, y - boxes[at + 3]);
  const north = Math.max(y, boxes[at + 3]);
  const east = dx * metresPerUnitLon(north);
  const up = dy * metresPerUnitLat(y);
  return 0.99 * Math.sqrt(east * east + up * up);
}

/** Metres in the plane around the point in which each end of the edge has its true distance. */
function distanceToEdge(vertices: Int32Array, vertex: number, x: number, y: number): number {
  const ay = vertices[2 * vertex + 1];
  const by = vertices[2 * vertex + 3];
  const ax = (vertices[2 * vertex] - x) * metresPerUnitLon((ay + y) / 2);
  const bx = (vertices[2 * vertex + 2] - x) * metresPerUnitLon((by + y) / 2);
  const top = (ay - y) * metresPerUnitLat((ay + y) / 2);
  const end = (by - y) * metresPerUnitLat((by + y) / 2);
  const dx = bx - ax;
  const dy = end - top;
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + top * dy) / length2));
  const east = ax + share * dx;
  const up = top + share * dy;
  return Math.sqrt(east * east + up * up);
}

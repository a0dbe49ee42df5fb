/** How far a point is from a zone's edge or from a border line. */
import { metresPerUnitLat, metresPerUnitLon, toLattice } from '../geodesy/lattice.ts';
import { NO_EDGE, type ZoneIndex } from './zone-index.ts';

/**
 * Bounding boxes over a zone's edges in the order of its rings: neighbours on a ring are neighbours on the
 * ground, so boxes over runs of eight make a good tree without sorting.
 */
interface EdgeTree {
  readonly first: number;
  readonly edges: number;
  /** minX, minY, maxX, maxY of each box, level by level from the leaves to the root. */
  readonly levels: readonly Float64Array[];
}

const FAN = 8;
const trees = new WeakMap<ZoneIndex, (EdgeTree | undefined)[]>();

/**
 * Geodesic kilometres from `[lon, lat]` to the nearest edge of the zone, inside or out: to 1 m within 50 km,
 * to 0.1 % within 500 km. Infinity for a zone without edges.
 */
export function edgeDistanceKm(index: ZoneIndex, zone: number, position: readonly number[]): number {
  let known = trees.get(index);
  if (!known) {
    known = Array(index.ids.length);
    trees.set(index, known);
  }
  known[zone] ??= plantTree(index, zone);
  return nearest(index, known[zone], toLattice(position[0]), toLattice(position[1])) / 1000;
}

function plantTree(index: ZoneIndex, zone: number): EdgeTree {
  const first = index.zoneStart[zone];
  const edges = index.zoneStart[zone + 1] - first;
  const levels: Float64Array[] = [];
  let count = Math.ceil(edges / FAN);
  let boxes = new Float64Array(4 * count);
  for (let leaf = 0; leaf < count; leaf++) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let edge = leaf * FAN; edge < Math.min(edges, (leaf + 1) * FAN); edge++) {
      if (index.edgeZone[first + edge] === NO_EDGE) continue;
      for (const vertex of [first + edge, first + edge + 1]) {
        widen(box, index.vertices[2 * vertex], index.vertices[2 * vertex + 1]);
      }
    }
    boxes.set(box, 4 * leaf);
  }
  levels.push(boxes);
  while (count > 1) {
    const below = boxes;
    const parents = Math.ceil(count / FAN);
    boxes = new Float64Array(4 * parents);
    for (let parent = 0; parent < parents; parent++) {
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (let child = parent * FAN; child < Math.min(count, (parent + 1) * FAN); child++) {
        widen(box, below[4 * child], below[4 * child + 1]);
        widen(box, below[4 * child + 2], below[4 * child + 3]);
      }
      boxes.set(box, 4 * parent);
    }
    levels.push(boxes);
    count = parents;
  }
  return { first, edges, levels };
}

function widen(box: number[], x: number, y: number): void {
  if (x < box[0]) box[0] = x;
  if (y < box[1]) box[1] = y;
  if (x > box[2]) box[2] = x;
  if (y > box[3]) box[3] = y;
}

function nearest(index: ZoneIndex, tree: EdgeTree, x: number, y: number): number {
  let best = Infinity;
  const visit = (level: number, node: number): void => {
    const below = level === 0 ? tree.edges : tree.levels[level - 1].length / 4;
    const first = node * FAN;
    const last = Math.min(below, first + FAN);
    if (level === 0) {
      for (let edge = first; edge < last; edge++) {
        if (index.edgeZone[tree.first + edge] !== NO_EDGE) {
          best = Math.min(best, distanceToEdge(index.vertices, tree.first + edge, x, y));
        }
      }
      return;
    }
    const children = [];
    for (let child = first; child < last; child++) {
      children.push({ child, atLeast: distanceToBox(tree.levels[level - 1], child, x, y) });
    }
    children.sort((a, b) => a.atLeast - b.atLeast);
    for (const { child, atLeast } of children) if (atLeast < best) visit(level - 1, child);
  };
  if (tree.edges > 0) visit(tree.levels.length - 1, 0);
  return best;
}

/** No edge in the box is nearer than this: the narrowest degree of longitude in play, less 1 % for curvature. */
function distanceToBox(boxes: Float64Array, box: number, x: number, y: number): number {
  const at = 4 * box;
  const dx = Math.max(boxes[at] - x, 0, x - boxes[at + 2]);
  const dy = Math.max(boxes[at + 1] - y, 0, y - boxes[at + 3]);
  const north = Math.max(y, boxes[at + 3]);
  return 0.99 * Math.hypot(dx * metresPerUnitLon(north), dy * metresPerUnitLat(y));
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
  return Math.hypot(ax + share * dx, top + share * dy);
}

/** How far a point is from a zone's edge or from a border line. */
import { type LocalScale, localScale, toLattice } from '../geodesy/lattice.ts';
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
  const edges = index.shapeStart[shape + 1] - index.shapeStart[shape];
  if (edges === 0) return Infinity;
  const levels = levelsOf(index, shape, edges);
  const y = toLattice(position[1]);
  const search: Search = {
    index,
    levels,
    x: toLattice(position[0]),
    y,
    scale: localScale(y),
    first: index.shapeStart[shape],
    edges,
    best: withinKm * withinKm * 1e6,
  };
  const limit = search.best;
  descend(search, levels.length - 1, 0);
  return search.best < limit ? Math.sqrt(search.best) / 1000 : Infinity;
}

interface Level {
  /** Number of the level's first box, and how many there are. */
  readonly start: number;
  readonly size: number;
}

interface Search {
  readonly index: ZoneIndex;
  readonly levels: readonly Level[];
  readonly x: number;
  readonly y: number;
  readonly scale: LocalScale;
  /** First vertex and number of the shape's edges. */
  readonly first: number;
  readonly edges: number;
  /** Square of the metres to the nearest edge seen. */
  best: number;
}

const known = new WeakMap<ZoneIndex, (readonly Level[])[]>();

function levelsOf(index: ZoneIndex, shape: number, edges: number): readonly Level[] {
  let shapes = known.get(index);
  if (!shapes) {
    shapes = [];
    known.set(index, shapes);
  }
  if (!shapes[shape]) {
    let start = index.boxStart[shape];
    shapes[shape] = levelSizes(edges).map((size) => {
      const level = { start, size };
      start += size;
      return level;
    });
  }
  return shapes[shape];
}

/** For each level, how near an edge in each child may be; a level's search is over before it is entered again. */
const nearest: Float64Array[] = Array.from({ length: 12 }, () => new Float64Array(FAN));

/** Visits the boxes below one box, the nearest first, leaving out those that cannot hold a nearer edge. */
function descend(search: Search, level: number, box: number): void {
  if (level === 0) {
    searchLeaf(search, box);
    return;
  }
  const { x, y, scale } = search;
  const { boxes } = search.index;
  const { start, size } = search.levels[level - 1];
  const children = Math.min(FAN, size - box * FAN);
  const atLeast = nearest[level];
  for (let child = 0, at = 4 * (start + box * FAN); child < children; child++, at += 4) {
    // No edge in the box is nearer than this: the narrowest degree of longitude is the one farthest north.
    const north = boxes[at + 3] - y;
    const dx = boxes[at] > x ? boxes[at] - x : x > boxes[at + 2] ? x - boxes[at + 2] : 0;
    const dy = boxes[at + 1] > y ? boxes[at + 1] - y : y > boxes[at + 3] ? y - boxes[at + 3] : 0;
    const east = dx * (scale.lon + north * (scale.lonSlope + north * scale.lonBend));
    const up = dy * scale.lat;
    atLeast[child] = 0.998 * (east * east + up * up);
  }
  for (let visit = 0; visit < children; visit++) {
    let next = 0;
    for (let child = 1; child < children; child++) if (atLeast[child] < atLeast[next]) next = child;
    if (atLeast[next] >= search.best) return;
    atLeast[next] = Infinity;
    descend(search, level - 1, box * FAN + next);
  }
}

/**
 * Edges in the plane around the point, in metres. Each vertex is put where the scale at the middle latitude puts it,
 * which is its true distance away.
 */
function searchLeaf(search: Search, box: number): void {
  const { index, x, y, scale, first } = search;
  const { vertices, edgeShape } = index;
  const begin = first + box * FAN;
  const end = Math.min(first + search.edges, begin + FAN);
  let lastEast = 0;
  let lastUp = 0;
  for (let vertex = begin; vertex <= end; vertex++) {
    if (vertex === vertices.length / 2) return;
    const dy = vertices[2 * vertex + 1] - y;
    const east = (vertices[2 * vertex] - x) * (scale.lon + dy * (scale.lonSlope + dy * scale.lonBend));
    const up = dy * (scale.lat + dy * scale.latSlope);
    if (vertex > begin && edgeShape[vertex - 1] !== NO_EDGE) {
      const dEast = east - lastEast;
      const dUp = up - lastUp;
      const length2 = dEast * dEast + dUp * dUp;
      const along = -(lastEast * dEast + lastUp * dUp);
      const share = along <= 0 ? 0 : along >= length2 ? 1 : along / length2;
      const nearEast = lastEast + share * dEast;
      const nearUp = lastUp + share * dUp;
      const metres2 = nearEast * nearEast + nearUp * nearUp;
      if (metres2 < search.best) search.best = metres2;
    }
    lastEast = east;
    lastUp = up;
  }
}

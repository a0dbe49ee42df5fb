/**
 * The area within a distance of lines: the contour of the distance function itself, so that its edge lies
 * where a geodesic measurement puts it. A projected buffer is tens of metres off here.
 *
 * Marching squares over a fine grid, visited only near the contour.
 */
import { metresPerDegree } from '../../src/geodesy/ellipsoid.ts';
import { type DistanceTo, distanceTo } from './distance.ts';
import { assemblePolygons, boundsOf, type Line, type Polygon, type Position, type Ring } from './plane.ts';
import { bisect, refine } from './refine.ts';
import { simplifyRing } from './simplify.ts';

/** Metres: cell of the grid. */
const CELL = 100;

/** `metres` is what simplifying the contour may add to its error. */
export function strip(lines: readonly Line[], km: number, metres: number, cell = CELL): Polygon[] {
  const distance = distanceTo(lines);
  const level: DistanceTo = (position) => distance(position) - km * 1000;
  const rings = contour(level, gridOver(lines, km, cell)).map((ring) => refine(ring, level));
  return assemblePolygons(rings.map((ring) => simplifyRing(ring, () => metres)).filter((ring) => ring.length > 3));
}

interface Grid {
  readonly cell: number;
  readonly west: number;
  readonly south: number;
  readonly stepLon: number;
  readonly stepLat: number;
  /** A power of two, so that the search can halve it down to single cells. */
  readonly size: number;
}

function gridOver(lines: readonly Line[], km: number, cell: number): Grid {
  const [west, south, east, north] = boundsOf(lines);
  const metre = metresPerDegree((south + north) / 2);
  const margin = km * 1000 + 5 * cell;
  const stepLon = cell / metre.lon;
  const stepLat = cell / metre.lat;
  // Degrees of longitude shrink northwards; the most northern latitude needs the widest margin.
  const marginLon = margin / metresPerDegree(north + margin / metre.lat).lon;
  const marginLat = margin / metre.lat;
  const cells = Math.max((east - west + 2 * marginLon) / stepLon, (north - south + 2 * marginLat) / stepLat);
  return {
    cell,
    west: west - marginLon,
    south: south - marginLat,
    stepLon,
    stepLat,
    size: 2 ** Math.ceil(Math.log2(cells)),
  };
}

/** Inside (negative) lies on the left, so outer rings run counter-clockwise and holes clockwise. */
function contour(level: DistanceTo, grid: Grid): Ring[] {
  const at = (i: number, j: number): Position => [grid.west + i * grid.stepLon, grid.south + j * grid.stepLat];
  const known = new Map<number, number>();
  const value = (i: number, j: number): number => {
    const key = i * 2 ** 20 + j;
    const found = known.get(key) ?? level(at(i, j));
    known.set(key, found);
    return found;
  };
  const next = new Map<string, string>();
  const where = new Map<string, Position>();
  const cross = (a: readonly [number, number], b: readonly [number, number]): string => {
    const [low, high] = a[0] < b[0] || a[1] < b[1] ? [a, b] : [b, a];
    const name = `${low[0]},${low[1]},${high[0]},${high[1]}`;
    if (!where.has(name)) where.set(name, bisect(level, at(...low), at(...high)));
    return name;
  };

  const cell = (i: number, j: number): void => {
    const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]] as const; // biome-ignore format: counter-clockwise
    const inside = corners.map(([ci, cj]) => value(ci, cj) <= 0);
    const enters: string[] = [];
    const leaves: string[] = [];
    corners.forEach((corner, k) => {
      const following = (k + 1) % 4;
      if (inside[k] === inside[following]) return;
      // Walking counter-clockwise: the contour starts where the walk leaves the inside.
      (inside[k] ? enters : leaves).push(cross(corner, corners[following]));
    });
    if (enters.length === 1) next.set(enters[0], leaves[0]);
    if (enters.length === 2) {
      // Two opposite corners inside: the middle decides whether they are joined.
      const joined = level([grid.west + (i + 0.5) * grid.stepLon, grid.south + (j + 0.5) * grid.stepLat]) <= 0;
      const pair = joined === inside[0] ? [0, 1] : [1, 0];
      next.set(enters[0], leaves[pair[0]]);
      next.set(enters[1], leaves[pair[1]]);
    }
  };

  /** Distance changes by at most a metre per metre, so a far middle clears the whole square. */
  const search = (i: number, j: number, size: number): void => {
    if (size === 1) {
      cell(i, j);
      return;
    }
    const half = size / 2;
    const reach = Math.SQRT2 * half * grid.cell * 1.1;
    if (Math.abs(value(i + half, j + half)) > reach) return;
    for (const [di, dj] of [[0, 0], [half, 0], [0, half], [half, half]]) search(i + di, j + dj, half); // biome-ignore format: quadrants
  };
  search(0, 0, grid.size);

  const rings: Ring[] = [];
  for (const start of [...next.keys()]) {
    const ring: Position[] = [];
    for (let name = start; next.has(name); ) {
      ring.push(where.get(name)!);
      const following = next.get(name)!;
      next.delete(name);
      name = following;
    }
    if (ring.length > 2) rings.push([...ring, ring[0]]);
  }
  return rings;
}

/** Rings on the lattice: their area, whether they hold a point, and whether they meet. */
import { orient, toLattice } from '../geodesy/lattice.ts';

export type Point = readonly [number, number];

/** A closed ring of lattice points: the last is the first, and no point stands twice in a row. */
export type Ring = readonly Point[];

/** From positions in degrees. */
export function toRing(positions: readonly (readonly number[])[]): Ring {
  const points = positions.map(([lon, lat]): Point => [toLattice(lon), toLattice(lat)]);
  return points.filter(([x, y], at) => at === 0 || x !== points[at - 1][0] || y !== points[at - 1][1]);
}

/** Twice the area, in square units; positive when the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0];
  let twice = 0;
  for (let at = 1; at < ring.length; at++) {
    twice += (ring[at - 1][0] - x0) * (ring[at][1] - y0) - (ring[at][0] - x0) * (ring[at - 1][1] - y0);
  }
  return twice;
}

/** Whether a ray from the point crosses an odd number of edges; the point lies on none of them. */
export function holds(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) {
      const [ax, ay] = ring[at - 1];
      const [bx, by] = ring[at];
      if (ay > y !== by > y && orient(ax, ay, bx, by, x, y) > 0 === by > ay) inside = !inside;
    }
  }
  return inside;
}

export interface Meeting {
  /** Numbers of the two rings, the lower first; twice the same when a ring meets itself. */
  readonly rings: readonly [number, number];
  readonly near: Point;
}

/** Edges in columns, for there may be tens of thousands: in which ring, the how-manyth there, and both ends. */
interface Edges {
  readonly count: number;
  readonly ring: Int32Array;
  readonly at: Int32Array;
  /** From and to, along the sweep (`u`) and across it (`v`). */
  readonly u0: Float64Array;
  readonly v0: Float64Array;
  readonly u1: Float64Array;
  readonly v1: Float64Array;
}

/**
 * Two edges that cross or touch, neighbours in a ring aside. Sweeps along the axis on which edges are shorter, so
 * that few of them are open at once; a shape made to hinder it costs one comparison for each pair of its edges.
 */
export function findMeeting(rings: readonly Ring[]): Meeting | undefined {
  const turned = isWider(rings);
  const edges = columnsOf(rings, turned);
  const { count, ring, u0, v0, u1, v1 } = edges;
  const low = u0.map((u, edge) => Math.min(u, u1[edge]));
  const high = u0.map((u, edge) => Math.max(u, u1[edge]));
  const order = Int32Array.from({ length: count }, (_, edge) => edge).sort((one, other) => low[one] - low[other]);
  const open = new Int32Array(count);
  let held = 0;
  for (const edge of order) {
    const [bottom, top] = [Math.min(v0[edge], v1[edge]), Math.max(v0[edge], v1[edge])];
    let kept = 0;
    for (let slot = 0; slot < held; slot++) {
      const other = open[slot];
      if (high[other] < low[edge]) continue;
      open[kept++] = other;
      if ((v0[other] > top && v1[other] > top) || (v0[other] < bottom && v1[other] < bottom)) continue;
      if (areNeighbours(edges, rings, other, edge) || !meet(edges, other, edge)) continue;
      const [u, v] = crossingOf(edges, other, edge);
      const pair = [ring[other], ring[edge]].sort((one, two) => one - two);
      return { rings: [pair[0], pair[1]], near: turned ? [v, u] : [u, v] };
    }
    open[kept++] = edge;
    held = kept;
  }
  return undefined;
}

/** Whether edges run more east and west than north and south, taken together: then the sweep goes north. */
function isWider(rings: readonly Ring[]): boolean {
  let [width, height] = [0, 0];
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) {
      width += Math.abs(ring[at][0] - ring[at - 1][0]);
      height += Math.abs(ring[at][1] - ring[at - 1][1]);
    }
  }
  return width > height;
}

function columnsOf(rings: readonly Ring[], turned: boolean): Edges {
  const count = rings.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
  const [ring, at] = [new Int32Array(count), new Int32Array(count)];
  const [u0, v0, u1, v1] = [count, count, count, count].map((length) => new Float64Array(length));
  const [u, v] = turned ? [1, 0] : [0, 1];
  let edge = 0;
  rings.forEach((points, number) => {
    for (let own = 1; own < points.length; own++, edge++) {
      [ring[edge], at[edge]] = [number, own - 1];
      [u0[edge], v0[edge]] = [points[own - 1][u], points[own - 1][v]];
      [u1[edge], v1[edge]] = [points[own][u], points[own][v]];
    }
  });
  return { count, ring, at, u0, v0, u1, v1 };
}

function areNeighbours({ ring, at }: Edges, rings: readonly Ring[], one: number, other: number): boolean {
  if (ring[one] !== ring[other]) return false;
  const apart = Math.abs(at[one] - at[other]);
  return apart === 1 || apart === rings[ring[one]].length - 2;
}

function meet({ u0, v0, u1, v1 }: Edges, i: number, j: number): boolean {
  const side = (edge: number, u: number, v: number): number =>
    Math.sign(orient(u0[edge], v0[edge], u1[edge], v1[edge], u, v));
  return side(i, u0[j], v0[j]) * side(i, u1[j], v1[j]) <= 0 && side(j, u0[i], v0[i]) * side(j, u1[i], v1[i]) <= 0;
}

/** Where two edges cross; of two that run along one another, where the second begins. */
function crossingOf({ u0, v0, u1, v1 }: Edges, i: number, j: number): Point {
  const [du, dv, eu, ev] = [u1[i] - u0[i], v1[i] - v0[i], u1[j] - u0[j], v1[j] - v0[j]];
  const turn = du * ev - dv * eu;
  if (turn === 0) return [u0[j], v0[j]];
  const share = ((u0[j] - u0[i]) * ev - (v0[j] - v0[i]) * eu) / turn;
  return [u0[i] + share * du, v0[i] + share * dv];
}

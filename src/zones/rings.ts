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

interface Edge {
  readonly ring: number;
  /** Place in its ring, and how many edges the ring has. */
  readonly at: number;
  readonly count: number;
  readonly a: Point;
  readonly b: Point;
}

/** Two edges that cross or touch, neighbours in a ring aside. Sweeps from west to east. */
export function findMeeting(rings: readonly Ring[]): Meeting | undefined {
  const edges = rings
    .flatMap((points, ring) =>
      points.slice(1).map((b, at): Edge => ({ ring, at, count: points.length - 1, a: points[at], b })),
    )
    .sort((one, other) => west(one) - west(other));
  let open: Edge[] = [];
  for (const edge of edges) {
    open = open.filter(({ a, b }) => Math.max(a[0], b[0]) >= west(edge));
    const other = open.find((each) => !areNeighbours(each, edge) && meet(each, edge));
    if (other) {
      const pair = [other.ring, edge.ring].sort((one, two) => one - two);
      return { rings: [pair[0], pair[1]], near: edge.a };
    }
    open.push(edge);
  }
  return undefined;
}

const west = ({ a, b }: Edge): number => Math.min(a[0], b[0]);

function areNeighbours(one: Edge, other: Edge): boolean {
  if (one.ring !== other.ring) return false;
  const apart = Math.abs(one.at - other.at);
  return apart === 1 || apart === one.count - 1;
}

function meet({ a, b }: Edge, { a: c, b: d }: Edge): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false;
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false;
  const side = (p: Point, q: Point, r: Point): number => Math.sign(orient(p[0], p[1], q[0], q[1], r[0], r[1]));
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

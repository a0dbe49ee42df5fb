/**
 * Unites polygons that share edges exactly. Each shared edge runs both ways and cancels; what remains
 * is the outline, made of the input's own vertices. No intersection is computed, so nothing moves.
 */
import { assemblePolygons, keyOf, type Polygon, type Position, type Ring, windPolygon } from './plane.ts';

export function dissolve(polygons: readonly Polygon[]): Polygon[] {
  const rings = polygons.flatMap((polygon) => windPolygon(polygon));
  return assemblePolygons(joinEdges(cancelEdges(splitAxisEdges(rings))));
}

type Edge = readonly [from: Position, to: Position];

/**
 * Large cells lie beside small ones, so an edge along a meridian or parallel may face several shorter
 * ones: cut it at every vertex on it.
 */
function splitAxisEdges(rings: readonly Ring[]): Edge[] {
  const edges = rings.flatMap((ring) => ring.slice(1).map((to, i): Edge => [ring[i], to]));
  const cuts = [0, 1].map((axis) => {
    const lines = new Map<number, Set<number>>();
    for (const [a, b] of edges) if (a[axis] === b[axis]) lines.set(a[axis], new Set());
    for (const [a] of edges) lines.get(a[axis])?.add(a[1 - axis]);
    return new Map([...lines].map(([at, values]) => [at, [...values].sort((p, q) => p - q)]));
  });
  return edges.flatMap(([a, b]) => {
    const axis = a[0] === b[0] ? 0 : a[1] === b[1] ? 1 : null;
    if (axis === null) return [[a, b] as Edge];
    const [low, high] = [Math.min(a[1 - axis], b[1 - axis]), Math.max(a[1 - axis], b[1 - axis])];
    const between = cuts[axis].get(a[axis])!.filter((value) => value > low && value < high);
    if (b[1 - axis] < a[1 - axis]) between.reverse();
    const chain = [a, ...between.map((v): Position => (axis === 0 ? [a[0], v] : [v, a[1]])), b];
    return chain.slice(1).map((to, i): Edge => [chain[i], to]);
  });
}

function cancelEdges(edges: readonly Edge[]): Edge[] {
  const open = new Map<string, Edge>();
  for (const [a, b] of edges) {
    if (keyOf(a) === keyOf(b)) continue;
    const reverse = `${keyOf(b)} ${keyOf(a)}`;
    if (!open.delete(reverse)) open.set(`${keyOf(a)} ${keyOf(b)}`, [a, b]);
  }
  return [...open.values()];
}

/** Follows the edges into closed rings. Where rings touch at a vertex, the sharpest left turn keeps them apart. */
function joinEdges(edges: readonly Edge[]): Ring[] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) leaving.set(keyOf(edge[0]), [...(leaving.get(keyOf(edge[0])) ?? []), edge]);
  const used = new Set<Edge>();
  const rings: Ring[] = [];
  for (const first of edges) {
    if (used.has(first)) continue;
    const ring: Position[] = [first[0]];
    for (let edge = first; !used.has(edge); ) {
      used.add(edge);
      ring.push(edge[1]);
      const next = (leaving.get(keyOf(edge[1])) ?? []).filter((candidate) => !used.has(candidate));
      if (next.length === 0) break;
      edge = next.reduce((best, candidate) => (turn(edge, candidate) > turn(edge, best) ? candidate : best));
    }
    if (keyOf(ring[0]) !== keyOf(ring.at(-1)!)) throw new Error(`outline does not close at ${keyOf(ring.at(-1)!)}`);
    rings.push(ring);
  }
  return rings;
}

/** Angle from one edge to the next, in (-pi, pi]; left is positive. */
function turn([a, b]: Edge, [, c]: Edge): number {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  return Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
}

/** Finds edges of one polygon that cross or touch other edges of it: a sweep from west to east. */
import { keyOf, type Polygon, type Position } from './plane.ts';

interface Edge {
  readonly a: Position;
  readonly b: Position;
  readonly west: number;
  readonly east: number;
}

/** The starts of edges that meet other than at a common vertex; empty for a simple polygon. */
export function selfCrossings(polygon: Polygon): Position[] {
  const edges = polygon
    .flatMap((ring) => ring.slice(1).map((b, i): Edge => edge(ring[i], b)))
    .sort((p, q) => p.west - q.west);
  let open: Edge[] = [];
  const found: Position[] = [];
  for (const next of edges) {
    open = open.filter((other) => other.east >= next.west);
    for (const other of open) if (meet(next, other)) found.push(next.a, other.a);
    open.push(next);
  }
  return found;
}

const edge = (a: Position, b: Position): Edge => ({ a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) });

function meet(p: Edge, q: Edge): boolean {
  if (Math.max(p.a[1], p.b[1]) < Math.min(q.a[1], q.b[1]) || Math.max(q.a[1], q.b[1]) < Math.min(p.a[1], p.b[1]))
    return false;
  const common = [p.a, p.b].filter((v) => keyOf(v) === keyOf(q.a) || keyOf(v) === keyOf(q.b)).length;
  if (common === 2) return true;
  const sides = [side(p, q.a), side(p, q.b), side(q, p.a), side(q, p.b)];
  // Sharing one vertex: they may only meet again by lying on each other.
  if (common === 1) return sides.every((s) => s === 0) && overlapping(p, q);
  return sides[0] * sides[1] <= 0 && sides[2] * sides[3] <= 0;
}

const side = ({ a, b }: Edge, [x, y]: Position): number =>
  Math.sign((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]));

/** Two edges on one line with a common vertex overlap when they leave it in the same direction. */
function overlapping(p: Edge, q: Edge): boolean {
  const hub = [p.a, p.b].find((v) => keyOf(v) === keyOf(q.a) || keyOf(v) === keyOf(q.b))!;
  const end = (e: Edge) => (keyOf(e.a) === keyOf(hub) ? e.b : e.a);
  const [u, v] = [end(p), end(q)];
  return (u[0] - hub[0]) * (v[0] - hub[0]) + (u[1] - hub[1]) * (v[1] - hub[1]) > 0;
}

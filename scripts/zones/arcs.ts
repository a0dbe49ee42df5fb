/**
 * Simplifies outlines that share edges without tearing them apart: the lines between junctions (arcs) are
 * simplified once, whichever outline they come from, and every outline is put together from them again.
 */
import { selfCrossings } from './crossings.ts';
import { keyOf, type Line, type Polygon, type Position, type Ring } from './plane.ts';
import { simplifyLine, simplifyRing, type Tolerance } from './simplify.ts';

export function simplifyOutlines<Name>(
  outlines: ReadonlyMap<Name, readonly Polygon[]>,
  tolerance: Tolerance,
): Map<Name, Polygon[]> {
  const isJunction = junctions([...outlines.values()]);
  const rings = [...outlines.values()].flat(2);
  const arcs = new Map(rings.flatMap((ring) => split(ring, isJunction).map((arc) => [nameOf(arc), forward(arc)])));
  const simple = simplifyApart(arcs, tolerance);
  const rebuild = (ring: Ring): Ring => {
    const parts = split(ring, isJunction).map((arc) => {
      const line = simple.get(nameOf(arc))!;
      return runsBack(arc) ? [...line].reverse() : line;
    });
    return [parts[0][0], ...parts.flatMap((part) => part.slice(1))];
  };
  return new Map([...outlines].map(([name, polygons]) => [name, polygons.map((polygon) => polygon.map(rebuild))]));
}

/** A vertex where other than two edges meet, or two that do not belong to the same outlines. */
function junctions(outlines: readonly (readonly Polygon[])[]): (position: Position) => boolean {
  const edges = new Map<string, Map<string, string>>();
  const add = (from: Position, to: Position, owner: number) => {
    const leaving = edges.get(keyOf(from)) ?? new Map<string, string>();
    edges.set(keyOf(from), leaving.set(keyOf(to), `${leaving.get(keyOf(to)) ?? ''} ${owner}`));
  };
  outlines.forEach((polygons, owner) => {
    for (const ring of polygons.flat())
      for (let i = 1; i < ring.length; i++) {
        add(ring[i - 1], ring[i], owner);
        add(ring[i], ring[i - 1], owner);
      }
  });
  return (position) => {
    const [one, other, ...more] = edges.get(keyOf(position))!.values();
    return more.length > 0 || one !== other;
  };
}

/** The ring from junction to junction; a ring without one is a single arc from its least vertex. */
function split(ring: Ring, isJunction: (position: Position) => boolean): Line[] {
  const open = ring.slice(0, -1);
  const found = open.findIndex(isJunction);
  const start = found === -1 ? open.reduce((best, p, i) => (before(p, open[best]) ? i : best), 0) : found;
  const turned = [...open.slice(start), ...open.slice(0, start), open[start]];
  const starts = open.flatMap((_, i) => (i === 0 || isJunction(turned[i]) ? [i] : []));
  return starts.map((from, k) => turned.slice(from, (starts[k + 1] ?? open.length) + 1));
}

/** Every arc is taken in one direction: from its lesser end, or a loop towards its lesser neighbour. */
function runsBack(arc: Line): boolean {
  return isLoop(arc) ? before(arc.at(-2)!, arc[1]) : before(arc.at(-1)!, arc[0]);
}

const forward = (arc: Line): Line => (runsBack(arc) ? [...arc].reverse() : arc);
const isLoop = (arc: Line): boolean => keyOf(arc[0]) === keyOf(arc.at(-1)!);
const before = (a: Position, b: Position): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** No two arcs leave a junction by the same edge. */
function nameOf(arc: Line): string {
  const [first, second] = forward(arc);
  return `${keyOf(first)} ${keyOf(second)}`;
}

/** Where simplified arcs would cross, the vertices of those edges come back, until none cross. */
function simplifyApart(arcs: ReadonlyMap<string, Line>, tolerance: Tolerance): Map<string, Line> {
  const kept = new Set<string>();
  for (;;) {
    const simple = new Map(
      [...arcs].map(([name, arc]) => [name, simplifyArc(arc, (p) => (kept.has(keyOf(p)) ? 0 : tolerance(p)))]),
    );
    const faults = new Set(selfCrossings([...simple.values()]).map(keyOf));
    if (faults.size === 0) return simple;
    const size = kept.size;
    for (const [name, arc] of arcs) for (const p of under(arc, simple.get(name)!, faults)) kept.add(keyOf(p));
    if (kept.size === size) throw new Error(`outlines cross at ${[...faults].slice(0, 5).join(' ')}`);
  }
}

function simplifyArc(arc: Line, tolerance: Tolerance): Line {
  if (!isLoop(arc)) return simplifyLine(arc, tolerance);
  const loop = simplifyRing(arc, tolerance);
  // What is smaller than the tolerance stays as it is rather than vanish.
  return loop.length > 3 ? loop : arc;
}

/** The vertices that were dropped from the edges of `simple` that start at a fault. */
function under(arc: Line, simple: Line, faults: ReadonlySet<string>): Position[] {
  const left = new Set(simple.map(keyOf));
  let fault = false;
  return arc.filter((position) => {
    if (left.has(keyOf(position))) fault = faults.has(keyOf(position));
    return fault;
  });
}

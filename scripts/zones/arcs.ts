/**
 * Simplifies outlines that share edges without tearing them apart: the lines between junctions (arcs) are
 * simplified once, whichever outline they come from, and every outline is put together from them again.
 */
import { selfCrossings } from './crossings.ts';
import { keyOf, type Line, type Polygon, type Position, type Ring, signedArea } from './plane.ts';
import { simplifyLine, simplifyRing, type Tolerance } from './simplify.ts';

export function simplifyOutlines<Name>(
  outlines: ReadonlyMap<Name, readonly Polygon[]>,
  tolerance: Tolerance,
): Map<Name, Polygon[]> {
  const isJunction = junctions([...outlines]);
  const arcs = new Map<string, Line>();
  const simplified = (arc: Line): Line => {
    const reversed = runsBack(arc);
    const forward = reversed ? [...arc].reverse() : arc;
    // No two arcs leave a junction by the same edge.
    const name = `${keyOf(forward[0])} ${keyOf(forward[1])}`;
    if (!arcs.has(name)) arcs.set(name, simplifyArc(forward, isJunction, tolerance));
    return reversed ? [...arcs.get(name)!].reverse() : arcs.get(name)!;
  };
  const ring = (original: Ring): Ring => {
    const parts = split(original, isJunction).map(simplified);
    return [parts[0][0], ...parts.flatMap((part) => part.slice(1))];
  };
  const result = new Map(
    [...outlines].map(([name, polygons]) => [name, polygons.map((polygon) => polygon.map(ring))] as const),
  );
  const faults = selfCrossings([...arcs.values()]);
  if (faults.length > 0) throw new Error(`simplified outlines cross at ${faults.slice(0, 5).map(keyOf).join(' ')}`);
  return result;
}

/** A vertex where other than two edges meet, or where the outlines on its two edges differ. */
function junctions<Name>(outlines: readonly (readonly [Name, readonly Polygon[]])[]): (position: Position) => boolean {
  const edges = new Map<string, Map<string, string>>();
  const add = (from: Position, to: Position, owner: string) => {
    const leaving = edges.get(keyOf(from)) ?? new Map<string, string>();
    edges.set(keyOf(from), leaving.set(keyOf(to), `${leaving.get(keyOf(to)) ?? ''} ${owner}`));
  };
  outlines.forEach(([, polygons], owner) => {
    for (const ring of polygons.flat())
      for (let i = 1; i < ring.length; i++) {
        add(ring[i - 1], ring[i], String(owner));
        add(ring[i], ring[i - 1], String(owner));
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
  const least = open.reduce((best, p, i) => (before(p, open[best]) ? i : best), 0);
  const start = found === -1 ? least : found;
  const turned = [...open.slice(start), ...open.slice(0, start), open[start]];
  const ends = turned.flatMap((position, i) => (i > 0 && i < open.length && isJunction(position) ? [i] : []));
  return [0, ...ends].map((from, k) => turned.slice(from, (ends[k] ?? open.length) + 1));
}

/** Each arc is simplified in one direction: with the lesser end first, or the lesser second vertex of a loop. */
function runsBack(arc: Line): boolean {
  const closed = keyOf(arc[0]) === keyOf(arc.at(-1)!);
  return closed ? before(arc.at(-2)!, arc[1]) : before(arc.at(-1)!, arc[0]);
}

const before = (a: Position, b: Position): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

function simplifyArc(arc: Line, isJunction: (position: Position) => boolean, tolerance: Tolerance): Line {
  if (keyOf(arc[0]) !== keyOf(arc.at(-1)!)) return simplifyLine(arc, tolerance);
  const loop = simplifyRing(arc, tolerance);
  // Something smaller than the tolerance stays as it is rather than vanish.
  return loop.length > 3 && signedArea(loop) !== 0 ? loop : arc;
}

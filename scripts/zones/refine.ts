/** Brings a traced ring onto the contour of a distance: exact crossings, and more vertices where edges stray. */
import { metresPerDegree } from '../../src/geodesy/ellipsoid.ts';
import type { DistanceTo } from './distance.ts';
import { keyOf, type Position, type Ring, round6 } from './plane.ts';

/** Metres that an edge may lie off the contour. */
const STRAY = 1;

/** Where the contour passes between an inside (not positive) and an outside position. */
export function bisect(level: DistanceTo, a: Position, b: Position): Position {
  const aInside = level(a) <= 0;
  let [low, high] = [0, 1];
  // 2^-10 of at most 150 m: 0.15 m
  for (let step = 0; step < 10; step++) {
    const middle = (low + high) / 2;
    if (level(between(a, b, middle)) <= 0 === aInside) low = middle;
    else high = middle;
  }
  return between(a, b, (low + high) / 2);
}

const between = (a: Position, b: Position, t: number): Position => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/**
 * Edges stray at the notches where two arcs meet. Such an edge gets a vertex beside its worst point, and
 * so do its halves, until none strays.
 */
export function refine(ring: Ring, level: DistanceTo): Ring {
  const out: Position[] = [ring[0]];
  const add = (a: Position, b: Position, depth: number): void => {
    const [worst] = [0.5, 0.25, 0.75]
      .map((t) => between(a, b, t))
      .map((at) => ({ at, off: level(at) }))
      .sort((p, q) => Math.abs(q.off) - Math.abs(p.off));
    const found = Math.abs(worst.off) > STRAY && depth < 8 ? perpendicular(a, b, worst.at, worst.off, level) : null;
    if (!found) {
      out.push(b);
      return;
    }
    add(a, found, depth + 1);
    add(found, b, depth + 1);
  };
  for (let i = 1; i < ring.length; i++) add(ring[i - 1], ring[i], 0);
  const rounded = out.map(([lon, lat]): Position => [round6(lon), round6(lat)]);
  return rounded.filter((position, i) => i === 0 || keyOf(position) !== keyOf(rounded[i - 1]));
}

/** The contour straight across an edge at a position on it, searched four times as far as the edge is long. */
function perpendicular(a: Position, b: Position, at: Position, off: number, level: DistanceTo): Position | null {
  const metre = metresPerDegree(at[1]);
  const dx = (b[0] - a[0]) * metre.lon;
  const dy = (b[1] - a[1]) * metre.lat;
  // The inside is on the left of the edge: from an outside position go left, from an inside one right.
  const side = off > 0 ? 1 : -1;
  const far: Position = [at[0] + (side * -dy) / metre.lon, at[1] + (side * dx) / metre.lat];
  for (const t of [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4]) {
    const probe = between(at, far, t);
    if (level(probe) <= 0 !== off <= 0) return bisect(level, at, probe);
  }
  return null;
}

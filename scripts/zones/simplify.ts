/**
 * Simplifies a line to the fewest of its own vertices such that no dropped one lies farther off than a
 * tolerance: a shortest path over all permitted shortcuts (Imai and Iri). Along smooth
 * curves Douglas-Peucker leaves about a third more.
 */
import { metresPerDegree } from '../../src/geodesy/ellipsoid.ts';
import { keyOf, type Line, type Position, type Ring } from './plane.ts';

/** Metres that a vertex may be off the line that replaces it. */
export type Tolerance = (position: Position) => number;

export function simplifyRing(ring: Ring, tolerance: Tolerance): Ring {
  // A ring has no ends: split it at its first vertex and the one farthest from that.
  const far = ring.reduce((best, p, i) => (metresApart(p, ring[0]) > metresApart(ring[best], ring[0]) ? i : best), 0);
  const out = [
    ...simplifyLine(ring.slice(0, far + 1), tolerance).slice(0, -1),
    ...simplifyLine(ring.slice(far), tolerance),
  ];
  return out.filter((position, i) => i === 0 || keyOf(position) !== keyOf(out[i - 1]));
}

export function simplifyLine(line: Line, tolerance: Tolerance): Line {
  const metres = line.map(tolerance);
  const steps = [0];
  const previous: number[] = [];
  for (let i = 0; i < line.length - 1; i++)
    for (const j of shortcuts(line, i, metres))
      if (steps[i] + 1 < (steps[j] ?? Number.POSITIVE_INFINITY)) [steps[j], previous[j]] = [steps[i] + 1, i];
  const kept = [line.at(-1)!];
  for (let i = line.length - 1; i > 0; i = previous[i]) kept.push(line[previous[i]]);
  return kept.reverse();
}

/** Every vertex to which a straight edge from vertex `i` passes all vertices between within their tolerance. */
function shortcuts(line: Line, i: number, metres: readonly number[]): number[] {
  const scale = metresPerDegree(line[i][1]);
  const found: number[] = [];
  // The directions that pass every vertex so far, as turns from the first one that is out of reach from `i`.
  let ahead: number | null = null;
  let [right, left] = [-Math.PI, Math.PI];
  let reach = 0;
  for (let j = i + 1; j < line.length && right <= left; j++) {
    const x = (line[j][0] - line[i][0]) * scale.lon;
    const y = (line[j][1] - line[i][1]) * scale.lat;
    const away = Math.hypot(x, y);
    const turn = ahead === null ? 0 : turnFrom(ahead, Math.atan2(y, x));
    // An edge shorter than one before it may end short of a vertex, which is then off its end.
    if (turn >= right && turn <= left && away >= reach) found.push(j);
    if (away <= metres[j]) continue;
    ahead ??= Math.atan2(y, x);
    const play = Math.asin(metres[j] / away);
    [right, left, reach] = [Math.max(right, turn - play), Math.min(left, turn + play), Math.max(reach, away)];
  }
  return found;
}

/** In (-pi, pi]. */
function turnFrom(direction: number, other: number): number {
  const turn = other - direction;
  if (turn > Math.PI) return turn - 2 * Math.PI;
  return turn <= -Math.PI ? turn + 2 * Math.PI : turn;
}

function metresApart(a: Position, b: Position): number {
  const metre = metresPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((a[0] - b[0]) * metre.lon, (a[1] - b[1]) * metre.lat);
}

/** Drops vertices that lie within a tolerance of the line between their neighbours (Douglas-Peucker). */
import { metresPerDegree } from '../../src/geodesy/ellipsoid.ts';
import { keyOf, type Line, type Position, type Ring } from './plane.ts';

/** Metres that a vertex may be off the line that replaces it. */
export type Tolerance = (position: Position) => number;

export function simplifyRing(ring: Ring, tolerance: Tolerance): Ring {
  // A ring has no ends: split it at its first vertex and the one farthest from that.
  const far = ring.reduce((best, p, i) => (metresApart(p, ring[0]) > metresApart(ring[best], ring[0]) ? i : best), 0);
  const out = [...simplifyLine(ring.slice(0, far + 1), tolerance).slice(0, -1), ...simplifyLine(ring.slice(far), tolerance)];
  return out.filter((position, i) => i === 0 || keyOf(position) !== keyOf(out[i - 1]));
}

export function simplifyLine(line: Line, tolerance: Tolerance): Line {
  const metres = line.map(tolerance);
  const keep = new Set([0, line.length - 1]);
  const pending: [number, number][] = [[0, line.length - 1]];
  for (let span = pending.pop(); span; span = pending.pop()) {
    const [from, to] = span;
    let worst = 1;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const off = metresOff(line[i], line[from], line[to]) / metres[i];
      if (off > worst) [worst, at] = [off, i];
    }
    if (at > 0) {
      keep.add(at);
      pending.push([from, at], [at, to]);
    }
  }
  return line.filter((_, i) => keep.has(i));
}

function metresApart(a: Position, b: Position): number {
  const metre = metresPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((a[0] - b[0]) * metre.lon, (a[1] - b[1]) * metre.lat);
}

function metresOff(p: Position, a: Position, b: Position): number {
  const metre = metresPerDegree(p[1]);
  const dx = (b[0] - a[0]) * metre.lon;
  const dy = (b[1] - a[1]) * metre.lat;
  const px = (p[0] - a[0]) * metre.lon;
  const py = (p[1] - a[1]) * metre.lat;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
  return Math.hypot(px - dx * t, py - dy * t);
}

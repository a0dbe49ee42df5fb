/** A road that keeps to a border river: the border line itself, moved to our bank. */
import { lineString, simplify } from '@turf/turf';
import { metresPerDegree } from '../geodesy/ellipsoid.ts';
import { distanceToLineKm, measureLine } from '../geodesy/measure.ts';
import type { Position } from '../itinerary/itinerary.ts';

/** Bends of the river narrower than this are not the road's, km. */
const BEND_KM = 0.04;
/** Of the bank: a point that a bend brings nearer to the river than this is left out, or the line would loop. */
const NEAREST = 0.9;

/**
 * Points strictly between `from` and `to`, `bankKm` from the line on the side where `isOurs` holds. Near its ends the
 * road comes down to the bank as far along as the ends lie off the river. Null: no one piece of the line passes both.
 */
export function followBorder(
  lines: readonly (readonly Position[])[],
  from: Position,
  to: Position,
  bankKm: number,
  isOurs: (position: Position) => boolean,
): Position[] | null {
  const piece = nearestPiece(lines, from, to);
  if (piece === null) return null;
  const river = thin(piece.between);
  const moved: Position[] = [];
  const { km } = measureLine(river);
  for (let at = 0; at < river.length; at++) {
    if (km[at] < piece.fromKm || km[river.length - 1] - km[at] < piece.toKm) continue;
    const point = offset(
      river[Math.max(0, at - 1)],
      river[at],
      river[Math.min(river.length - 1, at + 1)],
      bankKm,
      isOurs,
    );
    if (point !== null && distanceToLineKm(point, river) >= bankKm * NEAREST) moved.push(point);
  }
  return moved;
}

interface Foot {
  /** Number of the vertex before it. */
  readonly at: number;
  readonly position: Position;
  readonly km: number;
}

function nearestPiece(lines: readonly (readonly Position[])[], from: Position, to: Position) {
  const pieces = lines.flatMap((line) => {
    const [a, b] = [footOn(line, from), footOn(line, to)];
    return a === null || b === null ? [] : [{ line, a, b }];
  });
  if (pieces.length === 0) return null;
  const { line, a, b } = pieces.reduce((best, next) => (next.a.km + next.b.km < best.a.km + best.b.km ? next : best));
  const inner = a.at <= b.at ? line.slice(a.at + 1, b.at + 1) : line.slice(b.at + 1, a.at + 1).reverse();
  return { between: [a.position, ...inner, b.position], fromKm: a.km, toKm: b.km };
}

function footOn(line: readonly Position[], point: Position): Foot | null {
  const scale = metresPerDegree(point[1]);
  let best: Foot | null = null;
  for (let at = 0; at + 1 < line.length; at++) {
    const [ax, ay] = [(line[at][0] - point[0]) * scale.lon, (line[at][1] - point[1]) * scale.lat];
    const [dx, dy] = [(line[at + 1][0] - line[at][0]) * scale.lon, (line[at + 1][1] - line[at][1]) * scale.lat];
    const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
    const km = Math.hypot(ax + share * dx, ay + share * dy) / 1000;
    if (best !== null && km >= best.km) continue;
    const [a, b] = [line[at], line[at + 1]];
    best = { at, position: [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])], km };
  }
  return best;
}

function thin(line: readonly Position[]): Position[] {
  if (line.length < 3) return [...line];
  const tolerance = (BEND_KM * 1000) / metresPerDegree(line[0][1]).lat;
  return simplify(lineString(line.map(([lon, lat]) => [lon, lat])), { tolerance }).geometry
    .coordinates as unknown as Position[];
}

/** The point beside `at`, square to the line there, on our side; null when neither side is ours. */
function offset(before: Position, at: Position, after: Position, km: number, isOurs: (p: Position) => boolean) {
  const scale = metresPerDegree(at[1]);
  const [east, north] = [(after[0] - before[0]) * scale.lon, (after[1] - before[1]) * scale.lat];
  const length = Math.hypot(east, north);
  if (length === 0) return null;
  const aside = (metres: number): Position => [
    at[0] - ((north / length) * metres) / scale.lon,
    at[1] + ((east / length) * metres) / scale.lat,
  ];
  const side = [1, -1].find((sign) => isOurs(aside(sign * 30)));
  return side === undefined ? null : aside(side * km * 1000);
}

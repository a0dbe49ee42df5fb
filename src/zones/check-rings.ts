/**
 * Are polygons fit for an index? It counts edges to tell inside from outside: a ring must be closed and clear of
 * itself, and of all other rings of its zone, for parts that overlap would cancel out. Which way round a ring runs
 * does not matter.
 */
import { toDegrees } from '../geodesy/lattice.ts';
import { showHidden } from '../itinerary/hidden-characters.ts';
import { findMeeting, holds, type Point, type Ring, signedArea, toRing } from './rings.ts';

/** `[west, south, east, north]` in degrees. */
export type Extent = readonly [number, number, number, number];

/** Positions, rings, polygons; of a position nothing is known yet. */
export type Polygons = readonly (readonly (readonly unknown[])[])[];
type Coordinates = readonly (readonly (readonly number[])[])[];

/** Faults that are looked for among the rings of one zone: after some, the drawing is to be done again. */
const MOST_FAULTS = 50;
/** Positions told one by one, of one ring. */
const MOST_TOLD = 3;

/** What is wrong, by ring and position; empty when nothing is. Ring 1 of a part is its outline, the others are holes. */
export function checkPolygons(polygons: Polygons, extent: Extent): string[] {
  const nameOf = (part: number, ring: number): string =>
    polygons.length > 1 ? `part ${part + 1}, ring ${ring + 1}` : `ring ${ring + 1}`;
  const faults = polygons.flatMap((rings, part) =>
    rings.flatMap((ring, number) => checkRing(ring, extent).map((fault) => `${nameOf(part, number)}${fault}`)),
  );
  if (faults.length > 0) return faults;
  const parts = (polygons as unknown as readonly Coordinates[]).map((rings) => rings.map(toRing));
  return checkTogether(parts, nameOf);
}

/** Each fault goes on from the name of the ring. */
function checkRing(ring: readonly unknown[], extent: Extent): string[] {
  if (ring.length < 4) return [`: needs at least four positions, the last like the first, and has ${ring.length}`];
  const stray = ring.flatMap((position, at) => {
    const fault = faultOfPosition(position, extent);
    return fault === null ? [] : [`, position ${at + 1}: ${showPosition(position)} ${fault}`];
  });
  if (stray.length > MOST_TOLD + 1) {
    return [
      ...stray.slice(0, MOST_TOLD),
      `: ${stray.length - MOST_TOLD} more of its ${ring.length} positions likewise`,
    ];
  }
  if (stray.length > 0) return stray;
  const positions = ring as readonly (readonly number[])[];
  const [first, last] = [positions[0], positions.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) {
    return [`: is not closed: it begins at ${showPosition(first)} and ends at ${showPosition(last)}`];
  }
  const points = toRing(positions);
  const crossing = findMeeting([points]);
  if (crossing) return [`: crosses or touches itself near ${showPoint(crossing.near)}`];
  return signedArea(points) === 0 ? [`: has no area, all near ${showPosition(first)}`] : [];
}

function faultOfPosition(position: unknown, [west, south, east, north]: Extent): string | null {
  if (!Array.isArray(position)) return 'is no position: [longitude, latitude] is wanted';
  if (position.length < 2 || position.length > 3) return 'is no position: it must hold a longitude and a latitude';
  if (!position.every((part) => typeof part === 'number' && !Number.isNaN(part))) return 'must be numbers';
  const [lon, lat] = position as number[];
  if (!(Math.abs(lon) <= 180)) return 'is no longitude';
  const isIn = (x: number, y: number): boolean => x >= west && x <= east && y >= south && y <= north;
  if (isIn(lon, lat)) return position.every(Number.isFinite) ? null : 'must be numbers that end';
  const swapped = isIn(lat, lon) ? '; longitude and latitude look swapped' : '';
  if (!(Math.abs(lat) <= 90)) return `is no latitude${swapped}`;
  const region = `${west.toFixed(1)} to ${east.toFixed(1)} E, ${south.toFixed(1)} to ${north.toFixed(1)} N`;
  return `lies outside the region that tajcheck covers (${region})${swapped}`;
}

const showPosition = (position: unknown): string =>
  showHidden(Array.isArray(position) ? `[${position.slice(0, 4).map(showPart).join(', ')}]` : showPart(position), 60);
const showPart = (part: unknown): string =>
  typeof part === 'number' ? String(part) : (JSON.stringify(part)?.slice(0, 30) ?? '');
/** Seven decimals are a centimetre; nobody reads them. */
const showPoint = (point: Point): string => `[${point.map((units) => Number(toDegrees(units).toFixed(4))).join(', ')}]`;

type NameOf = (part: number, ring: number) => string;

/** Rings that are sound one by one: no two may meet, holes lie side by side in their outline, parts hold no common land. */
function checkTogether(parts: readonly (readonly Ring[])[], nameOf: NameOf): string[] {
  const where = parts.flatMap((rings, part) => rings.map((_, number) => ({ part, number })));
  const holeOutside = (part: number, hole: number): string =>
    `${nameOf(part, hole)}: is a hole and not inside the outline, ring 1`;
  const holesOverlap = (part: number, first: number, second: number): string =>
    `${nameOf(part, first)} and ring ${second + 1}: the holes overlap or touch; draw them as one`;
  const partsOverlap = (first: number, second: number, near: string): string =>
    `parts ${first + 1} and ${second + 1} overlap or touch${near}; draw them as one or as two features`;

  const meeting = findMeeting(parts.flat());
  if (meeting) {
    const [first, second] = meeting.rings.map((ring) => where[ring]);
    const near = ` near ${showPoint(meeting.near)}`;
    if (first.part !== second.part) return [partsOverlap(first.part, second.part, near)];
    if (first.number === 0) return [`${holeOutside(first.part, second.number)}; they meet${near}`];
    return [holesOverlap(first.part, first.number, second.number)];
  }
  const boxes = parts.map(([outline]) => boxOf(outline));
  const faults: string[] = [];
  parts.forEach((rings, part) => {
    const holes = rings.slice(1).map(boxOf);
    rings.slice(1).forEach((hole, at) => {
      if (!holds([rings[0]], hole[0])) faults.push(holeOutside(part, at + 1));
      for (let other = 1; other <= at; other++) {
        if (faults.length >= MOST_FAULTS || areApart(holes[other - 1], holes[at])) continue;
        const inside = holds([rings[other]], hole[0]) || holds([hole], rings[other][0]);
        if (inside) faults.push(holesOverlap(part, other, at + 1));
      }
    });
    for (let other = 0; other < part; other++) {
      if (faults.length >= MOST_FAULTS || areApart(boxes[other], boxes[part])) continue;
      const common = holds(rings, parts[other][0][0]) || holds(parts[other], rings[0][0]);
      if (common) faults.push(partsOverlap(other, part, ''));
    }
  });
  return faults;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(ring: Ring): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [west, south, east, north];
}

const areApart = (one: Box, other: Box): boolean =>
  one[2] < other[0] || other[2] < one[0] || one[3] < other[1] || other[3] < one[1];

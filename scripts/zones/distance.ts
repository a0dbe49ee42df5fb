/**
 * Distance in metres from a point to a set of lines, on the WGS 84 ellipsoid. Segments are straight in
 * longitude and latitude, as GeoJSON defines them. A tree of bounding boxes finds the nearest one.
 */
import { metresPerDegree } from '../../src/geodesy/ellipsoid.ts';
import type { Bounds, Line, Position } from './plane.ts';

export type DistanceTo = (position: Position) => number;

type Segment = readonly [Position, Position];
interface Box {
  readonly bounds: Bounds;
  readonly children: readonly Box[] | null;
  readonly segments: readonly Segment[];
}

const BRANCH = 8;

export function distanceTo(lines: readonly Line[]): DistanceTo {
  const segments = lines.flatMap((line) => line.slice(1).map((to, i): Segment => [line[i], to]));
  if (segments.length === 0) throw new Error('distance to nothing');
  let level: Box[] = groupsOf(segments).map((group) => ({
    bounds: around(group.flat()),
    children: null,
    segments: group,
  }));
  while (level.length > 1)
    level = groupsOf(level).map((children) => ({ bounds: around(corners(children)), children, segments: [] }));
  const root = level[0];
  // Neighbouring questions have neighbouring answers: the last nearest segment bounds the next search.
  let nearest = segments[0];
  return (position) => {
    const scale = metresPerDegree(position[1]);
    let best = toSegment(position, nearest, scale);
    const search = (box: Box): void => {
      for (const segment of box.segments) {
        const metres = toSegment(position, segment, scale);
        if (metres < best) [best, nearest] = [metres, segment];
      }
      for (const child of box.children ?? []) if (toBounds(position, child.bounds, scale) < best) search(child);
    };
    search(root);
    return best;
  };
}

type Scale = { readonly lon: number; readonly lat: number };

/**
 * The foot of the perpendicular is found with the scale at the point; the length is then measured with
 * the scale half-way to the foot, which is exact to millimetres at 10 km.
 */
function toSegment([x, y]: Position, [[ax, ay], [bx, by]]: Segment, scale: Scale): number {
  const dx = (bx - ax) * scale.lon;
  const dy = (by - ay) * scale.lat;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - ax) * scale.lon * dx + (y - ay) * scale.lat * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  const footLon = ax + (bx - ax) * t;
  const footLat = ay + (by - ay) * t;
  const half = metresPerDegree((y + footLat) / 2);
  return Math.hypot((x - footLon) * half.lon, (y - footLat) * half.lat);
}

/** Less than any distance to the box's content; 3 % covers the change of scale within 2 degrees of latitude. */
function toBounds([x, y]: Position, [west, south, east, north]: Bounds, scale: Scale): number {
  const dx = Math.max(west - x, 0, x - east) * scale.lon;
  const dy = Math.max(south - y, 0, y - north) * scale.lat;
  return Math.hypot(dx, dy) * 0.97;
}

const groupsOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BRANCH) }, (_, i) => items.slice(i * BRANCH, (i + 1) * BRANCH));

const corners = (boxes: readonly Box[]): Position[] =>
  boxes.flatMap(({ bounds: [west, south, east, north] }): Position[] => [
    [west, south],
    [east, north],
  ]);

const around = (positions: readonly Position[]): Bounds => [
  Math.min(...positions.map((p) => p[0])),
  Math.min(...positions.map((p) => p[1])),
  Math.max(...positions.map((p) => p[0])),
  Math.max(...positions.map((p) => p[1])),
];

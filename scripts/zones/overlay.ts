/** The common area of two areas, by turf. Vertices that are not crossings keep their coordinates. */
import { intersect } from '@turf/turf';
import { keyOf, type Polygon, type Position, type Ring, windPolygon } from './plane.ts';

export function overlay(a: readonly Polygon[], b: readonly Polygon[]): Polygon[] {
  const common = intersect({ type: 'FeatureCollection', features: [feature(a), feature(b)] });
  if (!common) return [];
  const { type, coordinates } = common.geometry;
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as unknown as Polygon[];
  const following = successors([...a, ...b]);
  return polygons.map((polygon) => windPolygon(polygon).map((ring) => restoreVertices(ring, following)));
}

const feature = (polygons: readonly Polygon[]): GeoJSON.Feature<GeoJSON.MultiPolygon> => ({
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'MultiPolygon',
    coordinates: polygons.map((p) => p.map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
  },
});

/** What comes after each vertex in the areas that went in. */
function successors(polygons: readonly Polygon[]): Map<string, Position> {
  const following = new Map<string, Position>();
  for (const ring of polygons.flatMap(windPolygon))
    for (let i = 1; i < ring.length; i++) following.set(keyOf(ring[i - 1]), ring[i]);
  return following;
}

/**
 * Turf drops a vertex that lies exactly on the line of its neighbours. Put it back, or two areas that
 * shared every vertex of an edge no longer do.
 */
function restoreVertices(ring: Ring, following: ReadonlyMap<string, Position>): Ring {
  const out: Position[] = [ring[0]];
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1], ring[i]];
    const between: Position[] = [];
    for (let next = following.get(keyOf(from)); next && onLine(from, next, to); next = following.get(keyOf(next)))
      between.push(next);
    out.push(...between, to);
  }
  return out;
}

/** Strictly between two positions, to a millionth of a degree. */
function onLine(a: Position, p: Position, b: Position): boolean {
  const [dx, dy, px, py] = [b[0] - a[0], b[1] - a[1], p[0] - a[0], p[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const along = (px * dx + py * dy) / length2;
  return along > 0 && along < 1 && keyOf(p) !== keyOf(b) && Math.abs(px * dy - py * dx) < 1e-9 * Math.sqrt(length2);
}

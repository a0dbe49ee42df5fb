/** Strip membership against GeographicLib: an edge drawn in a projection would be off by tens of metres. */
import { readFileSync } from 'node:fs';
import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Polygon, type Position, polygonContains } from '../../scripts/zones/plane.ts';

const data = new URL('../../data/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, data), 'utf8');

interface Strip {
  readonly id: string;
  readonly family: string;
  readonly geometry: { readonly strip?: { readonly border: string; readonly km: number }; readonly within?: unknown };
}
const records = (parse(read('zones.yaml')) as { zones: Strip[] }).zones.filter(
  (z) => z.geometry.strip && !z.geometry.within,
);
const borders = new Map(
  (JSON.parse(read('borders.geojson')) as GeoJSON.FeatureCollection<GeoJSON.MultiLineString>).features.map((f) => [
    f.properties!.neighbour as string,
    f.geometry.coordinates.flatMap((line) => line.slice(1).map((to, i) => [...line[i], ...to])),
  ]),
);

const POINTS = 4000;
const REACH_KM = 30;
/** Metres: the contract is 50; the strips are built to a few. */
const TOLERANCE = 10;

/** A small generator (mulberry32), so that a failure can be seen again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Points up to 30 km from a border, half of them near a strip's edge, where errors would be. */
function pointsAlong(segments: readonly number[][], widths: readonly number[]): Position[] {
  const random = generator(20261122);
  return Array.from({ length: POINTS }, (_, i) => {
    const [lon, lat] = segments[Math.floor(random() * segments.length)];
    const metres = i % 2 ? random() * REACH_KM * 1000 : widths[i % widths.length] * 1000 + (random() - 0.5) * 1000;
    const { lon2, lat2 } = Geodesic.WGS84.Direct(lat, lon, random() * 360, metres);
    return [lon2!, lat2!];
  });
}

/** Metres to the nearest segment. Candidates are chosen on a sphere with 2 % to spare, then measured on the ellipsoid. */
function metresTo(segments: readonly number[][], [lon, lat]: Position): number {
  const narrow = Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  const feet = segments.map(([ax, ay, bx, by]) => {
    const [dx, dy] = [(bx - ax) * narrow, by - ay];
    const t = Math.min(1, Math.max(0, ((lon - ax) * narrow * dx + (lat - ay) * dy) / (dx * dx + dy * dy)));
    const off = Math.hypot((lon - ax) * narrow - t * dx, lat - ay - t * dy);
    least = Math.min(least, off);
    return { off, t };
  });
  let metres = Number.POSITIVE_INFINITY;
  feet.forEach(({ off, t }, i) => {
    if (off > least * 1.02 + 1e-4) return;
    const [ax, ay, bx, by] = segments[i];
    // A small sweep around the foot, as the sphere puts it slightly wrong.
    for (const step of [t - 0.02, t, t + 0.02]) {
      const at = Math.min(1, Math.max(0, step));
      metres = Math.min(metres, Geodesic.WGS84.Inverse(lat, lon, ay + at * (by - ay), ax + at * (bx - ax)).s12!);
    }
  });
  return metres;
}

describe.each([...borders.keys()].filter((b) => records.some((r) => r.geometry.strip!.border === b)))(
  'strips along %s',
  (border) => {
    const strips = records
      .filter(({ geometry }) => geometry.strip!.border === border)
      .map(({ id, family, geometry }) => {
        const file = JSON.parse(read(`zones/${family}.geojson`)) as GeoJSON.FeatureCollection<
          GeoJSON.Polygon | GeoJSON.MultiPolygon
        >;
        const { type, coordinates } = file.features.find((f) => f.id === id)!.geometry;
        return {
          id,
          km: geometry.strip!.km,
          polygons: (type === 'Polygon' ? [coordinates] : coordinates) as unknown as Polygon[],
        };
      });
    // Strips of one width are one shape.
    const shapes = new Map(strips.map((strip) => [JSON.stringify(strip.polygons), strip]));

    it('hold exactly the points within their distance', () => {
      const segments = borders.get(border)!;
      const widths = [...new Set(strips.map(({ km }) => km))];
      let compared = 0;
      const wrong: string[] = [];
      for (const point of pointsAlong(segments, widths)) {
        const metres = metresTo(segments, point);
        for (const { id, km, polygons } of shapes.values()) {
          if (Math.abs(metres - km * 1000) <= TOLERANCE) continue;
          compared++;
          const inside = polygons.some((polygon) => polygonContains(polygon, point));
          if (inside !== metres <= km * 1000) wrong.push(`${id} ${point.join(',')} at ${metres.toFixed(1)} m`);
        }
      }
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(POINTS * 1.9);
    }, 60_000);
  },
);

/** Still water of a published map of the whole earth: the polygons in one box, large enough to be drawn. */
import { metresPerDegree } from '../../src/geodesy/ellipsoid.ts';
import { type Bounds, type Polygon, type Position, type Ring, signedArea } from '../zones/plane.ts';

/** Between two polygons of a MultiPolygon, and between its first or last and what is around them. */
const BETWEEN = ']]],[[[';

/**
 * The map is one MultiPolygon of some 140 MB. Its polygons are cut out of the text one by one, and only those that
 * begin in the box are read: parsed whole it would take more than a gigabyte of memory.
 */
export function readWater(text: string, box: Bounds): Polygon[] {
  const start = text.indexOf('[[[[');
  const end = text.lastIndexOf(']]]]');
  if (start === -1 || end === -1) throw new Error('the map of water is not the one MultiPolygon that it was');
  const found: Polygon[] = [];
  for (let from = start + 4; from < end; ) {
    const next = text.indexOf(BETWEEN, from);
    const to = next === -1 ? end : next;
    const comma = text.indexOf(',', from);
    const first: Position = [Number(text.slice(from, comma)), Number(text.slice(comma + 1, text.indexOf(']', comma)))];
    if (isIn(first, box)) found.push(JSON.parse(`[[[${text.slice(from, to)}]]]`) as Polygon);
    from = to + BETWEEN.length;
  }
  return found;
}

const isIn = ([lon, lat]: Position, [west, south, east, north]: Bounds): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** Of the outer ring, without its islands. */
export function areaKm2(polygon: Polygon): number {
  const { lon, lat } = metresPerDegree(polygon[0][0][1]);
  const rings = polygon.map((ring) => (Math.abs(signedArea(ring)) / 2) * lon * lat);
  return rings.slice(1).reduce((left, hole) => left - hole, rings[0]) / 1e6;
}

export function perimeterKm(ring: Ring): number {
  const scale = metresPerDegree(ring[0][1]);
  const sides = ring.slice(1).map(([lon, lat], at) => {
    return Math.hypot((lon - ring[at][0]) * scale.lon, (lat - ring[at][1]) * scale.lat);
  });
  return sides.reduce((sum, metres) => sum + metres, 0) / 1000;
}

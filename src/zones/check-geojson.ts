/**
 * Is a GeoJSON file fit to hold zones? geojson-validation checks its form; it lets pass clockwise rings, bow ties,
 * swapped coordinates and NaN, so the geometry is checked here.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { orient, toLattice } from '../geodesy/lattice.ts';

/** Says what is wrong with the form of a value as GeoJSON; empty when nothing is. */
export type CheckForm = (value: unknown) => string[];

/** `[west, south, east, north]` in degrees. */
export type Extent = readonly [number, number, number, number];

/** What is wrong, by feature and coordinate, in plain words; empty when the file is fit. */
export function checkZoneFile(value: unknown, extent: Extent, checkForm: CheckForm): string[] {
  const form = checkForm(value);
  if (form.length > 0) return form;
  const { type, features } = value as FeatureCollection;
  if (type !== 'FeatureCollection') return ['the file must be a FeatureCollection'];
  return features.flatMap((feature, at) => {
    const name = String(feature.properties?.id ?? feature.id ?? `feature ${at + 1}`);
    return checkFeature(feature, extent).map((fault) => `${name}: ${fault}`);
  });
}

function checkFeature({ geometry }: Feature, extent: Extent): string[] {
  if (geometry === null) return ['has no geometry'];
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [`is a ${geometry.type}, not an area`];
  return polygonsOf(geometry).flatMap((rings, part) =>
    rings.flatMap((ring, number) => checkRing(ring, number, extent).map((fault) => `part ${part + 1}, ${fault}`)),
  );
}

export function polygonsOf(geometry: Polygon | MultiPolygon): number[][][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Ring 0 is the outline, the others are holes. */
function checkRing(ring: readonly (readonly number[])[], number: number, [west, south, east, north]: Extent): string[] {
  const name = number === 0 ? 'outline' : `hole ${number}`;
  const show = ([lon, lat]: readonly number[]): string => `[${lon}, ${lat}]`;
  if (ring.length < 4) return [`${name}: needs at least four positions`];
  const stray = ring.find(([lon, lat]) => !(lon >= west && lon <= east && lat >= south && lat <= north));
  if (stray) {
    const swapped = stray[1] >= west && stray[1] <= east && stray[0] >= south && stray[0] <= north;
    return [`${name}: ${show(stray)} lies outside the region${swapped ? '; longitude and latitude look swapped' : ''}`];
  }
  const last = ring.at(-1)!;
  if (ring[0][0] !== last[0] || ring[0][1] !== last[1]) return [`${name}: is not closed`];
  const crossing = findSelfCrossing(ring);
  if (crossing) return [`${name}: crosses itself near ${show(crossing)}`];
  const area = signedArea(ring);
  if (area === 0) return [`${name}: has no area`];
  if (area > 0 !== (number === 0)) {
    return [`${name}: must run ${number === 0 ? 'counter-clockwise' : 'clockwise'} (RFC 7946)`];
  }
  return [];
}

function signedArea(ring: readonly (readonly number[])[]): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at++) {
    twice +=
      (ring[at - 1][0] - ring[0][0]) * (ring[at][1] - ring[0][1]) -
      (ring[at][0] - ring[0][0]) * (ring[at - 1][1] - ring[0][1]);
  }
  return twice;
}

/** Sweeps from west to east over edges that overlap in longitude; neighbours may share their vertex. */
function findSelfCrossing(ring: readonly (readonly number[])[]): readonly number[] | undefined {
  const points = ring.map(([lon, lat]) => [toLattice(lon), toLattice(lat)]);
  const count = points.length - 1;
  const west = (edge: number): number => Math.min(points[edge][0], points[edge + 1][0]);
  const order = Array.from({ length: count }, (_, edge) => edge).sort((a, b) => west(a) - west(b));
  let open: number[] = [];
  for (const edge of order) {
    open = open.filter((other) => Math.max(points[other][0], points[other + 1][0]) >= west(edge));
    for (const other of open) {
      const neighbours = Math.abs(edge - other) === 1 || Math.abs(edge - other) === count - 1;
      if (!neighbours && meet(points, edge, other)) return ring[Math.max(edge, other)];
    }
    open.push(edge);
  }
  return undefined;
}

function meet(points: readonly (readonly number[])[], first: number, second: number): boolean {
  const [a, b, c, d] = [points[first], points[first + 1], points[second], points[second + 1]];
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false;
  const side = (p: readonly number[], q: readonly number[], r: readonly number[]): number =>
    Math.sign(orient(p[0], p[1], q[0], q[1], r[0], r[1]));
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

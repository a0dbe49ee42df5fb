/**
 * Is a GeoJSON file fit to hold zones? geojson-validation checks its form; it lets pass clockwise rings, bow ties,
 * swapped coordinates, NaN and empty shapes, so the geometry is checked here. An index counts edges to tell inside
 * from outside: parts that overlap would cancel out, so a feature's rings must stay clear of one another.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { toDegrees } from '../geodesy/lattice.ts';
import { findMeeting, holds, type Ring, signedArea, toRing } from './rings.ts';
import { NO_EDGE } from './zone-index.ts';

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
  if (features.length === 0) return ['the file holds no area'];
  if (features.length > NO_EDGE) return [`the file holds ${features.length} areas; ${NO_EDGE} fit in one file`];
  return features.flatMap((feature, at) => {
    const id = feature.properties?.id ?? feature.id;
    const name = typeof id === 'string' || typeof id === 'number' ? String(id) : `feature ${at + 1}`;
    const faults = [...checkProperties(feature), ...checkGeometry(feature, extent)];
    return faults.map((fault) => `${name}: ${fault}`);
  });
}

const restrictions = ['none', 'caution', 'authorisation', 'prohibited'] as const;

/** A property may be left out, and null is left out; but what is written must be understood. */
function checkProperties({ id: featureId, properties }: Feature): string[] {
  const { id = null, name = null, restriction = null, uncertaintyKm } = properties ?? {};
  const faults: string[] = [];
  if ([id, featureId ?? null].some((each) => each !== null && typeof each !== 'number' && !isLine(each))) {
    faults.push('id must be a line of text or a number');
  }
  if (name !== null && !isLine(name)) faults.push('name must be a line of text');
  if (restriction !== null && !restrictions.includes(restriction)) {
    faults.push(`restriction ${JSON.stringify(restriction)} is not one of ${restrictions.join(', ')}`);
  }
  // Here null is refused: an uncertainty that is not known is not one of 0 km.
  if (uncertaintyKm !== undefined && !(Number.isFinite(uncertaintyKm) && uncertaintyKm >= 0)) {
    faults.push('uncertaintyKm must be a number of kilometres');
  }
  return faults;
}

const isLine = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value);

function checkGeometry({ geometry }: Feature, extent: Extent): string[] {
  if (geometry === null) return ['has no geometry'];
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [`is a ${geometry.type}, not an area`];
  const parts = polygonsOf(geometry);
  if (parts.length === 0 || parts.some((rings) => rings.length === 0)) return ['holds no area'];
  const faults = parts.flatMap((rings, part) =>
    rings.flatMap((ring, number) => checkRing(ring, number, extent).map((fault) => `part ${part + 1}, ${fault}`)),
  );
  return faults.length > 0 ? faults : checkTogether(parts.map((rings) => rings.map(toRing)));
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
  const points = toRing(ring);
  const crossing = findMeeting([points]);
  if (crossing) return [`${name}: crosses itself near ${show(crossing.near.map(toDegrees))}`];
  const area = signedArea(points);
  if (area === 0) return [`${name}: has no area`];
  if (area > 0 !== (number === 0)) {
    return [`${name}: must run ${number === 0 ? 'counter-clockwise' : 'clockwise'} (RFC 7946)`];
  }
  return [];
}

/** Rings that are sound one by one: no two may meet, holes lie side by side in their outline, parts hold no common land. */
function checkTogether(parts: readonly (readonly Ring[])[]): string[] {
  const where = parts.flatMap((rings, part) => rings.map((_, number) => ({ part, number })));
  const meeting = findMeeting(parts.flat());
  if (meeting) {
    const [first, second] = meeting.rings.map((ring) => where[ring]);
    if (first.part !== second.part) return [partsOverlap(first.part, second.part)];
    return [first.number === 0 ? holeOutside(first.part, second.number) : holesOverlap(first.part, first, second)];
  }
  const faults: string[] = [];
  parts.forEach((rings, part) => {
    rings.slice(1).forEach((hole, at) => {
      if (!holds([rings[0]], hole[0])) faults.push(holeOutside(part, at + 1));
      for (let other = 1; other <= at; other++) {
        const inside = holds([rings[other]], hole[0]) || holds([hole], rings[other][0]);
        if (inside) faults.push(holesOverlap(part, { number: other }, { number: at + 1 }));
      }
    });
    for (let other = 0; other < part; other++) {
      const common = holds(rings, parts[other][0][0]) || holds(parts[other], rings[0][0]);
      if (common) faults.push(partsOverlap(other, part));
    }
  });
  return faults;
}

const partsOverlap = (first: number, second: number): string =>
  `parts ${first + 1} and ${second + 1} overlap or touch; draw them as one or as two features`;
const holeOutside = (part: number, hole: number): string => `part ${part + 1}, hole ${hole}: is not inside the outline`;
const holesOverlap = (part: number, first: { number: number }, second: { number: number }): string =>
  `part ${part + 1}: holes ${first.number} and ${second.number} overlap or touch; draw them as one`;

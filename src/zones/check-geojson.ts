/**
 * Is a GeoJSON file fit to hold zones? Everything that is wrong is told at once, by feature, ring and position, in
 * the words of whoever drew it. geojson-validation has the last word on the form; it lets pass bow ties, swapped
 * coordinates, infinite numbers and empty shapes, so the geometry is checked here.
 */
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { showHidden } from '../itinerary/hidden-characters.ts';
import { checkPolygons, type Extent, type Polygons } from './check-rings.ts';
import { ruleKeys, show } from './own-rules.ts';
import { NO_EDGE } from './zone-index.ts';

type AreaFeature = Feature<Polygon | MultiPolygon>;

/** Says what is wrong with the form of a value as GeoJSON; empty when nothing is. */
export type CheckForm = (value: unknown) => string[];

/** Positions, and steps of `STEP` degrees along all edges: what an index is made of, and what it costs. */
const MOST_POSITIONS = 50_000;
const MOST_STEPS = 200_000;
const STEP = 0.05;

/** A feature and what is wrong with its geometry. */
export interface CheckedFeature {
  readonly value: AreaFeature;
  readonly faults: string[];
}

/** The features with their faults, or what is wrong with the file as a whole. */
export function checkZoneFile(value: unknown, extent: Extent, checkForm: CheckForm): CheckedFeature[] | string[] {
  if (!isObject(value)) return ['the file must hold a FeatureCollection'];
  const { type, features } = value;
  if (type !== 'FeatureCollection') return [`the file must hold a FeatureCollection, not ${sayType(type)}`];
  if (!Array.isArray(features)) return ['the member “features” must be a list'];
  if (features.length === 0) return ['the file holds no area'];
  if (features.length > NO_EDGE) return [`the file holds ${features.length} areas; ${NO_EDGE} fit in one file`];
  const misplaced = Object.keys(value).filter((key) => ruleKeys.includes(key));
  if (misplaced.length > 0) return [`${misplaced.join(', ')} must stand among the properties of a feature`];
  if (!isWgs84(value.crs)) return ['coordinates must be longitude and latitude (WGS 84); “crs” names something else'];
  const cost = costOf(features);
  if (cost.positions > MOST_POSITIONS) {
    return [`the file holds ${cost.positions} positions; at most ${MOST_POSITIONS} are read: simplify the outlines`];
  }
  const checked = features.map((feature: unknown) => {
    return { value: feature as AreaFeature, faults: checkFeature(feature, extent, checkForm) };
  });
  const isSound = checked.every(({ faults }) => faults.length === 0);
  if (isSound && cost.steps > MOST_STEPS) return ['the outlines are too long for all their detail: simplify them'];
  // Nothing of the collection itself may be wrong once its features are sound.
  const form = isSound ? checkForm(value).map((fault) => showHidden(fault, 200)) : [];
  return form.length > 0 ? form : checked;
}

const members = ['type', 'id', 'properties', 'geometry', 'bbox'];

function checkFeature(feature: unknown, extent: Extent, checkForm: CheckForm): string[] {
  if (!isObject(feature) || feature.type !== 'Feature') {
    return [`is no Feature but ${isObject(feature) ? sayType(feature.type) : show(feature)}`];
  }
  const faults = Object.keys(feature)
    .filter((key) => !members.includes(key))
    .map((key) => `“${showHidden(key, 40)}” must stand among its properties`);
  const { properties, geometry } = feature;
  if (properties !== null && !isObject(properties)) faults.push('its properties must be an object, or null');
  const found = [...faults, ...checkGeometry(geometry, extent)];
  return found.length > 0 ? found : checkForm(feature).map((fault) => showHidden(fault, 200));
}

function checkGeometry(geometry: unknown, extent: Extent): string[] {
  if (!isObject(geometry)) return ['has no geometry'];
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return [`is ${sayType(type)}, not an area`];
  if (!Array.isArray(coordinates)) return ['its coordinates must be a list'];
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as unknown[];
  const isRing = (ring: unknown): boolean => Array.isArray(ring) && typeof ring[0] !== 'number';
  const isNested = polygons.every((rings) => Array.isArray(rings) && rings.every(isRing));
  if (!isNested) return [`its coordinates are not nested as those of a ${type} are`];
  if (polygons.length === 0 || polygons.some((rings) => (rings as unknown[]).length === 0)) return ['holds no area'];
  return checkPolygons(polygons as Polygons, extent);
}

export function polygonsOf(geometry: Polygon | MultiPolygon): number[][][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Without meeting the unexpected: it is counted before anything is checked. */
function costOf(features: readonly unknown[]): { positions: number; steps: number } {
  let [positions, steps] = [0, 0];
  const visit = (list: unknown): void => {
    if (!Array.isArray(list)) return;
    let before: unknown = null;
    for (const item of list) {
      if (!Array.isArray(item) || Array.isArray(item[0])) {
        visit(item);
        continue;
      }
      positions++;
      if (Array.isArray(before)) {
        const far = Math.max(Math.abs(item[0] - before[0]), Math.abs(item[1] - before[1]));
        steps += Number.isFinite(far) ? Math.ceil(far / STEP) : 1;
      }
      before = item;
    }
  };
  for (const feature of features) {
    if (isObject(feature) && isObject(feature.geometry)) visit(feature.geometry.coordinates);
  }
  return { positions, steps };
}

/** Older files name their reference system; RFC 7946 knows one only. */
function isWgs84(crs: unknown): boolean {
  if (crs === undefined || crs === null) return true;
  const name = isObject(crs) && isObject(crs.properties) ? crs.properties.name : null;
  return typeof name === 'string' && /(^|:)(CRS84|4326)$/.test(name);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sayType = (type: unknown): string => (typeof type === 'string' ? `a ${showHidden(type, 40)}` : 'of no type');

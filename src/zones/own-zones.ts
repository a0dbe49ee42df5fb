/** A traveller's or operator's own zones, made into a layer that is asked like the packaged one. */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { DataError } from '../errors.ts';
import type { ZoneProperties } from '../knowledge/schema/places.ts';
import { type CheckForm, checkZoneFile, type Extent, polygonsOf } from './check-geojson.ts';
import { compileZones } from './compile.ts';
import type { ZoneLayer } from './layer.ts';

/** Cells per side: a user's file holds few zones, and its index is built while he waits. */
const SIDE = 64;

export interface OwnZonesContext {
  /** Name of the file, for messages and as the zones' source. */
  readonly file: string;
  readonly asOf: string;
  readonly extent: Extent;
  readonly checkForm: CheckForm;
  /** Ids that are taken. */
  readonly taken: ReadonlySet<string>;
}

/** Throws `DataError` that names every feature, property and coordinate at fault. */
export function ownZoneLayer(value: unknown, context: OwnZonesContext): ZoneLayer {
  const { file, extent, checkForm, taken } = context;
  const faults = checkZoneFile(value, extent, checkForm);
  if (faults.length > 0)
    throw new DataError([`${file} cannot be used as zones:`, ...faults.map((f) => `  ${f}`)].join('\n'));
  const { features } = value as FeatureCollection<Polygon | MultiPolygon>;
  const zones = new Map<string, ZoneProperties>();
  const rings = features.map((feature, at) => {
    const properties = describe(feature, at, context);
    const { id } = properties;
    if (zones.has(id) || taken.has(id)) throw new DataError(`${file}: the id ${id} is taken`);
    zones.set(id, properties);
    return { id, rings: polygonsOf(feature.geometry).flat() };
  });
  return { index: compileZones(rings, SIDE), zones: Object.fromEntries(zones) };
}

/** The feature has passed the check: what it carries is of the right type. */
function describe(feature: Feature, at: number, { file, asOf }: OwnZonesContext): ZoneProperties {
  const written = feature.properties ?? {};
  const id = String(written.id ?? feature.id ?? `own-${at + 1}`);
  return {
    id,
    name: written.name ?? id,
    kind: 'advisory',
    authority: null,
    restriction: written.restriction ?? 'caution',
    basis: 'stated',
    rule: `Drawn in ${file}.`,
    uncertaintyKm: written.uncertaintyKm ?? 0,
    reasons: [],
    sources: [],
    asOf,
  };
}

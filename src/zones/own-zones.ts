/** A traveller's or operator's own zones, made into a layer that is asked like the packaged one. */
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { DataError } from '../errors.ts';
import type { ZoneProperties } from '../knowledge/schema.ts';
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

/** Throws `DataError` that names every feature and coordinate at fault. */
export function ownZoneLayer(value: unknown, context: OwnZonesContext): ZoneLayer {
  const { file, extent, checkForm, taken } = context;
  const faults = checkZoneFile(value, extent, checkForm);
  if (faults.length > 0)
    throw new DataError([`${file} cannot be used as zones:`, ...faults.map((f) => `  ${f}`)].join('\n'));
  const { features } = value as FeatureCollection<Polygon | MultiPolygon>;
  const zones: Record<string, ZoneProperties> = {};
  const rings = features.map((feature, at) => {
    const properties = describe(feature.properties ?? {}, feature.id, at, context);
    const { id } = properties;
    if (id in zones || taken.has(id)) throw new DataError(`${file}: the id ${id} is taken`);
    zones[id] = properties;
    return { id, rings: polygonsOf(feature.geometry).flat() };
  });
  return { index: compileZones(rings, SIDE), zones };
}

const restrictions = ['none', 'caution', 'authorisation', 'prohibited'] as const;

function describe(
  written: Readonly<Record<string, unknown>>,
  featureId: unknown,
  at: number,
  { file, asOf }: OwnZonesContext,
): ZoneProperties {
  const id = String(written.id ?? featureId ?? `own-${at + 1}`);
  const uncertaintyKm = written.uncertaintyKm ?? 0;
  if (typeof uncertaintyKm !== 'number' || !(uncertaintyKm >= 0)) {
    throw new DataError(`${file}: ${id}: uncertaintyKm must be a number of kilometres`);
  }
  return {
    id,
    name: String(written.name ?? id),
    kind: 'advisory',
    authority: null,
    restriction: restrictions.find((known) => known === written.restriction) ?? 'caution',
    basis: 'stated',
    rule: `Drawn in ${file}.`,
    uncertaintyKm,
    reasons: [],
    sources: [],
    asOf,
  };
}

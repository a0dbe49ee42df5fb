/** An operator's own zones, made into a layer that is asked like the packaged one. */

import { showHidden } from '../itinerary/hidden-characters.ts';
import type { ZoneProperties } from '../knowledge/schema/places.ts';
import { type CheckedFeature, type CheckForm, checkZoneFile, polygonsOf } from './check-geojson.ts';
import type { Extent } from './check-rings.ts';
import { compileZones } from './compile.ts';
import type { OwnLayer } from './layer.ts';
import { type OwnProperties, readOwnProperties } from './own-rules.ts';

/** Cells per side: a user's file holds few zones, and its index is built while he waits. */
const SIDE = 64;
/** Faults that are told of one file. */
const MOST_TOLD = 20;

export interface OwnZonesContext {
  /** Name of the file, for messages and as the zones' source. */
  readonly file: string;
  readonly asOf: string;
  readonly extent: Extent;
  readonly checkForm: CheckForm;
  /** Ids that are taken, and by whom. */
  readonly taken: ReadonlyMap<string, string>;
}

/** What is wrong stands line by line, each with its feature. */
export type OwnZonesReading = { readonly layer: OwnLayer } | { readonly faults: readonly string[] };

export function readOwnZones(value: unknown, context: OwnZonesContext): OwnZonesReading {
  const checked = checkZoneFile(value, context.extent, context.checkForm);
  if (!isChecked(checked)) return { faults: checked };
  const taken = new Map(context.taken);
  const faults: string[] = [];
  const zones = checked.map(({ value: feature, faults: own }, at) => {
    // Of what is no feature nothing can be read.
    const written = feature?.properties;
    const isReadable = typeof written === 'object' && written !== null && !Array.isArray(written);
    const rules = readOwnProperties(isReadable ? written : {}, feature?.id, own);
    const id = rules.id ?? `own-${at + 1}`;
    const owner = taken.get(id);
    if (owner !== undefined) own.push(`the id ${showHidden(id)} is that of ${owner}; give it another one`);
    else taken.set(id, `feature ${at + 1}${context.file === '' ? '' : ` of ${context.file}`}`);
    const name = rules.id === null ? `feature ${at + 1}` : `feature ${at + 1} (${showHidden(rules.id)})`;
    faults.push(...own.map((fault) => `${name}: ${fault}`));
    return { id, rules, feature };
  });
  if (faults.length > MOST_TOLD + 1) {
    return { faults: [...faults.slice(0, MOST_TOLD), `and ${faults.length - MOST_TOLD} more faults`] };
  }
  if (faults.length > 0) return { faults };
  const rings = zones.map(({ id, feature }) => ({ id, rings: polygonsOf(feature.geometry).flat() }));
  return {
    layer: {
      index: compileZones(rings, SIDE),
      zones: Object.fromEntries(zones.map(({ id, rules }) => [id, propertiesOf(id, rules, context)])),
      own: Object.fromEntries(zones.map(({ id, rules }) => [id, { ...rulesOf(rules), file: context.file }])),
    },
  };
}

const isChecked = (checked: CheckedFeature[] | string[]): checked is CheckedFeature[] => typeof checked[0] !== 'string';

function propertiesOf(id: string, own: OwnProperties, { file, asOf }: OwnZonesContext): ZoneProperties {
  return {
    id,
    name: own.name ?? id,
    kind: 'advisory',
    authority: null,
    restriction: own.restriction,
    basis: 'stated',
    rule: `Drawn in ${file}.`,
    uncertaintyKm: own.uncertaintyKm,
    reasons: [],
    sources: [],
    asOf,
  };
}

function rulesOf({ restriction, words, severity, months, from, until, require, source, url }: OwnProperties) {
  return { restriction, words, severity, months, from, until, require, source, url };
}

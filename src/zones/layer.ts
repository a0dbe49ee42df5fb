import type { ZoneProperties } from '../knowledge/schema/places.ts';
import { perObject } from '../remember.ts';
import type { ZoneRef } from './depth.ts';
import type { OwnRules } from './own-rules.ts';
import type { ZoneIndex } from './zone-index.ts';

/** The rules of a zone that is the reader's own, and the file that gives them. */
export interface OwnZone extends OwnRules {
  readonly file: string;
}

/** Zones that are asked together: the packaged ones, or one file of the traveller's own. */
export interface ZoneLayer {
  readonly index: ZoneIndex;
  readonly zones: Readonly<Record<string, ZoneProperties>>;
  /** Of a file of the reader's own: the rules of every zone. */
  readonly own?: Readonly<Record<string, OwnZone>>;
}

/** One file of the reader's own: without rules a zone of it would be met in silence. */
export interface OwnLayer extends ZoneLayer {
  readonly own: Readonly<Record<string, OwnZone>>;
}

/** The zone's record, in whichever layer it is. */
export function zoneProperties(layers: readonly ZoneLayer[], id: string): ZoneProperties {
  for (const layer of layers) if (Object.hasOwn(layer.zones, id)) return layer.zones[id];
  throw new Error(`no zone ${id}`);
}

/** The rules of a zone of the reader's own; null for one that tajcheck ships. */
export function ownZone(layers: readonly ZoneLayer[], id: string): OwnZone | null {
  for (const { own } of layers) if (own && Object.hasOwn(own, id)) return own[id];
  return null;
}

const numbersOf = perObject<ReadonlyMap<string, number>>();

/** The zone's number in its index, and the doubt about its edge. */
export function zoneRef(layers: readonly ZoneLayer[], id: string): ZoneRef {
  const { uncertaintyKm } = zoneProperties(layers, id);
  const { index } = layers.find((layer) => Object.hasOwn(layer.zones, id))!;
  return {
    index,
    number: numbersOf(index, () => new Map(index.ids.map((own, at) => [own, at]))).get(id)!,
    uncertaintyKm,
  };
}

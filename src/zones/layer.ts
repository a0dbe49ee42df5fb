import type { ZoneProperties } from '../knowledge/schema/places.ts';
import type { ZoneRef } from './depth.ts';
import type { ZoneIndex } from './zone-index.ts';

/** Zones that are asked together: the packaged ones, or one file of the traveller's own. */
export interface ZoneLayer {
  readonly index: ZoneIndex;
  readonly zones: Readonly<Record<string, ZoneProperties>>;
}

/** The zone's record, in whichever layer it is. */
export function zoneProperties(layers: readonly ZoneLayer[], id: string): ZoneProperties {
  for (const layer of layers) if (Object.hasOwn(layer.zones, id)) return layer.zones[id];
  throw new Error(`no zone ${id}`);
}

/** The zone's number in its index, and the doubt about its edge. */
export function zoneRef(layers: readonly ZoneLayer[], id: string): ZoneRef {
  const { uncertaintyKm } = zoneProperties(layers, id);
  const { index } = layers.find((layer) => Object.hasOwn(layer.zones, id))!;
  return { index, number: index.ids.indexOf(id), uncertaintyKm };
}

/** The outline of a zone as it is drawn: its rings in degrees, with fewer points than it is judged by. */
import { toDegrees } from '../geodesy/lattice.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { ZoneLayer } from '../zones/layer.ts';
import { NO_EDGE, type ZoneIndex } from '../zones/zone-index.ts';
import { simplifyLine } from './simplify.ts';

/** Each ring closed by its first vertex, outer rings and holes alike (even-odd); none for an id that no layer holds. */
export function zoneRings(layers: readonly ZoneLayer[], id: string, toleranceKm: number): Position[][] {
  const layer = layers.find(({ zones }) => Object.hasOwn(zones, id));
  if (layer === undefined) return [];
  const rings = ringsOfShape(layer.index, layer.index.shapes[layer.index.ids.indexOf(id)]);
  return rings.map((ring) => simplifyLine(ring, toleranceKm)).filter((ring) => ring.length >= 4);
}

/** Number of the shape that the zone is drawn as: zones of one layer and one number are the same area. */
export function shapeOf(layers: readonly ZoneLayer[], id: string): string {
  const at = layers.findIndex(({ zones }) => Object.hasOwn(zones, id));
  return at < 0 ? id : `${at} ${layers[at].index.shapes[layers[at].index.ids.indexOf(id)]}`;
}

function ringsOfShape({ vertices, edgeShape, shapeStart }: ZoneIndex, shape: number): Position[][] {
  const rings: Position[][] = [];
  let ring: Position[] = [];
  for (let at = shapeStart[shape]; at < shapeStart[shape + 1]; at++) {
    ring.push([toDegrees(vertices[2 * at]), toDegrees(vertices[2 * at + 1])]);
    if (edgeShape[at] !== NO_EDGE) continue;
    rings.push(ring);
    ring = [];
  }
  return rings;
}

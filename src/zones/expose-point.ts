/** What holds at one point: its zones with the distance to their edges, its country and its borders. */
import type { BorderKm, CountryCode } from '../assessment/way.ts';
import { toLattice } from '../geodesy/lattice.ts';
import { measureLine } from '../geodesy/measure.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { corridorZones } from './corridor.ts';
import { type ZoneLayer, zoneProperties } from './layer.ts';
import { locate } from './locate.ts';
import { edgeDistanceKm } from './nearest.ts';
import { hasShape, type ZoneIndex } from './zone-index.ts';

export interface PointExposure {
  /** Null: in no country that the data covers. */
  readonly country: CountryCode | null;
  /** False where the data says nothing of the point: in none of its countries and zones. */
  readonly covered: boolean;
  readonly zones: { id: string; edgeKm: number }[];
  readonly borderKm: BorderKm;
}

export function exposePoint(layers: readonly ZoneLayer[], borders: ZoneIndex, position: Position): PointExposure {
  const zones = zonesAt(layers, position);
  const countries = zones.filter(({ id }) => zoneProperties(layers, id).kind === 'country');
  const country = countries.length > 0 ? (countries.at(-1)!.id.slice(-2).toUpperCase() as CountryCode) : null;
  return { country, covered: zones.length > 0, zones, borderKm: borderDistances(borders, position) };
}

/** Zones that hold the point, with the distance to their edge. */
export function zonesAt(layers: readonly ZoneLayer[], position: Position): PointExposure['zones'] {
  const zones: { id: string; edgeKm: number }[] = [];
  for (const { index } of layers) {
    const set = new Uint32Array(index.words);
    if (!locate(index, toLattice(position[0]), toLattice(position[1]), set)) continue;
    const known = new Map<number, number>();
    index.ids.forEach((id, zone) => {
      const shape = index.shapes[zone];
      if (!hasShape(set, shape)) return;
      const edgeKm = known.get(shape) ?? edgeDistanceKm(index, zone, position);
      known.set(shape, edgeKm);
      zones.push({ id, edgeKm });
    });
  }
  return zones;
}

/** Zones that do not hold the point but whose edge is nearer than the zone's and the point's uncertainty together. */
export function nearZones(
  layers: readonly ZoneLayer[],
  position: Position,
  uncertaintyKm: number,
  inside: ReadonlySet<string>,
) {
  const near: { id: string; edgeKm: number }[] = [];
  for (const { index, zones } of layers) {
    const widest = Math.max(0, ...index.ids.map((id) => zones[id].uncertaintyKm)) + uncertaintyKm;
    for (const id of corridorZones(index, measureLine([position]), widest)) {
      const reach = zones[id].uncertaintyKm + uncertaintyKm;
      if (reach === 0 || inside.has(id) || zones[id].kind === 'country') continue;
      const edgeKm = edgeDistanceKm(index, index.ids.indexOf(id), position, reach);
      if (edgeKm < reach) near.push({ id, edgeKm });
    }
  }
  return near;
}

function borderDistances(borders: ZoneIndex, position: Position): BorderKm {
  const km = borders.ids.map((id, line) => [id, edgeDistanceKm(borders, line, position)]);
  return Object.fromEntries(km) as BorderKm;
}

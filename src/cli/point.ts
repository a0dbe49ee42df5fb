/** What `where` says of one point. */
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PlaceAnswer, PointAnswer, PointZone } from '../report/where.ts';
import { exposePoint, nearZones } from '../zones/expose-point.ts';
import { ownZone, type ZoneLayer } from '../zones/layer.ts';
import { reportZone } from '../zones/report-zone.ts';

/** Kilometres to four decimals: a tenth of a metre. */
const km = (value: number): number => Math.round(value * 10_000) / 10_000;

function edges(zones: { id: string; edgeKm: number }[], layers: readonly ZoneLayer[]): PointZone[] {
  return zones.map(({ id, edgeKm }) => {
    const zone = { id, edgeKm: km(edgeKm) };
    if (layers.length === 1 || ownZone(layers, id) === null) return zone;
    const { name, restriction, own } = reportZone(layers, id);
    return { ...zone, own: { name, restriction, ...own! } };
  });
}

/** As the stream gives it: what holds the point itself. */
export function answerPoint(layers: readonly ZoneLayer[], knowledge: Knowledge, [lon, lat]: Position): PointAnswer {
  const { country, zones, borderKm, covered } = exposePoint(layers, knowledge.borders, [lon, lat]);
  if (!covered) return { lon, lat, country: null, zones: null, borderKm: null };
  return {
    lon,
    lat,
    country,
    zones: edges(zones, layers),
    borderKm: { AF: km(borderKm.AF), KG: km(borderKm.KG), UZ: km(borderKm.UZ), CN: km(borderKm.CN) },
  };
}

/** That, and what may hold it for all that is known of the edges and of the place. */
export function answerPlace(
  layers: readonly ZoneLayer[],
  knowledge: Knowledge,
  position: Position,
  uncertaintyKm: number,
): PlaceAnswer {
  const answer = answerPoint(layers, knowledge, position);
  const inside = new Set((answer.zones ?? []).map(({ id }) => id));
  const near = edges(nearZones(layers, position, uncertaintyKm, inside), layers);
  return { ...answer, near: answer.zones === null && near.length === 0 ? null : near };
}

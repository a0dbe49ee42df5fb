/** What `where` says of one point. */
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PlaceAnswer, PointAnswer } from '../report/where.ts';
import { exposePoint, nearZones } from '../zones/expose-point.ts';
import type { ZoneLayer } from '../zones/layer.ts';

/** Kilometres to four decimals: a tenth of a metre. */
const km = (value: number): number => Math.round(value * 10_000) / 10_000;
const edges = (zones: { id: string; edgeKm: number }[]) => zones.map(({ id, edgeKm }) => ({ id, edgeKm: km(edgeKm) }));

/** As the stream gives it: what holds the point itself. */
export function answerPoint(layers: readonly ZoneLayer[], knowledge: Knowledge, [lon, lat]: Position): PointAnswer {
  const { country, zones, borderKm, covered } = exposePoint(layers, knowledge.borders, [lon, lat]);
  if (!covered) return { lon, lat, country: null, zones: null, borderKm: null };
  return {
    lon,
    lat,
    country,
    zones: edges(zones),
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
  const near = edges(nearZones(layers, position, uncertaintyKm, inside));
  return { ...answer, near: answer.zones === null && near.length === 0 ? null : near };
}

/** What `where` says of one point. */
import type { BorderKm, CountryCode } from '../assessment.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { exposePoint } from '../zones/expose-point.ts';
import type { ZoneLayer } from '../zones/layer.ts';

export interface PointAnswer {
  lon: number;
  lat: number;
  /** Null outside every country the data covers. */
  country: CountryCode | null;
  /** Null where the data says nothing; `[]`: looked, and none. */
  zones: { id: string; edgeKm: number }[] | null;
  borderKm: BorderKm | null;
}

/** Kilometres to four decimals: a tenth of a metre. */
const km = (value: number): number => Math.round(value * 10_000) / 10_000;

export function answerPoint(layers: readonly ZoneLayer[], knowledge: Knowledge, [lon, lat]: Position): PointAnswer {
  const { country, zones, borderKm, covered } = exposePoint(layers, knowledge.borders, [lon, lat]);
  if (!covered) return { lon, lat, country: null, zones: null, borderKm: null };
  return {
    lon,
    lat,
    country,
    zones: zones.map(({ id, edgeKm }) => ({ id, edgeKm: km(edgeKm) })),
    borderKm: { AF: km(borderKm.AF), KG: km(borderKm.KG), UZ: km(borderKm.UZ), CN: km(borderKm.CN) },
  };
}

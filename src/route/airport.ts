/** A flight needs an airport at each end: where none is known, the ground is looked at instead of the sky. */
import type { Finding } from '../finding.ts';
import { distanceKm } from '../geodesy/great-ellipse.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import type { Leg } from './leg.ts';
import type { LocatedStop } from './route-legs.ts';

/** A stop this near to an airport is served by it. */
const NEAR_KM = 30;

/** One remark for each end that no known airport serves. Of airports beyond the data nothing is known. */
export function farFromAirport(
  leg: Pick<Leg, 'id' | 'span'>,
  ends: readonly LocatedStop[],
  { places }: Gazetteer,
): Finding[] {
  const airports = places.filter(({ kind }) => kind === 'airport');
  return ends.flatMap(({ position, exposure, name }): Finding[] => {
    if (position === null || !exposure?.covered) return [];
    if (airports.some(({ lon, lat }) => distanceKm(position, [lon, lat]) <= NEAR_KM)) return [];
    const about = { subject: leg.id, span: leg.span, args: { name, km: NEAR_KM }, sources: [] };
    return [{ rule: 'TJ212', severity: 'warning', confidence: 'certain', ...about }];
  });
}

/** When a mitigation is more than good practice. */
import type { Mitigation } from '../knowledge/schema/advice.ts';
import type { Trip } from '../rules/trip.ts';

/** Why the trip is not ready without it; null: it is good practice there. A zone that is only possible does not count. */
export function requiredBy({ required }: Mitigation, { touches }: Pick<Trip, 'touches'>): string | null {
  if (required === undefined) return null;
  const { zones = [], minLevel, words } = required;
  const sure = touches.filter(({ confidence }) => confidence !== 'possible');
  const isThere = sure.some(
    ({ zone, advisories }) =>
      zones.includes(zone) ||
      (minLevel !== undefined && advisories.some(({ level }) => level !== null && level >= minLevel)),
  );
  return isThere ? words : null;
}

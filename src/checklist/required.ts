/** When a mitigation is more than good practice. */
import type { Mitigation } from '../knowledge/schema/advice.ts';
import type { Level } from '../knowledge/schema/parts.ts';
import { gates } from '../policy/judge-advice.ts';
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

/**
 * What the operator demands of this trip, by the words of the demand; the level from which on it is demanded, null on
 * every trip. A way that is only guessed counts: else a demand could be passed by leaving out the track.
 */
export function demandedOn({ touches, policy }: Pick<Trip, 'touches' | 'policy'>): ReadonlyMap<string, Level | null> {
  const levels = touches.flatMap(({ advisories }) =>
    advisories.flatMap(({ authority, level }) => (level !== null && gates(authority, policy) ? [level] : [])),
  );
  const highest = Math.max(0, ...levels);
  const demanded = new Map<string, Level | null>();
  // The widest demand last, so that it is the one that counts.
  const held = policy.demands.filter(({ level }) => level === null || level <= highest);
  for (const { level, items } of held.toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0))) {
    for (const item of items) demanded.set(item, level);
  }
  return demanded;
}

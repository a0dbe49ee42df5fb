/** How long a way takes, and whether it is open. */
import type { Vehicle } from '../knowledge/schema/roads.ts';
import type { Section } from './network.ts';

/** Kilometres an hour on a section while moving, in the dry season. */
export function speedOn({ kmh, surface }: Section, vehicle: Vehicle): number {
  return vehicle.kmh?.[surface] ?? kmh * vehicle.share![surface];
}

export type Opening = 'open' | 'closed' | 'unsure' | 'unknown';

/** What is known of a section in any of some months (1 to 12). Without months it is as on the worst day of the year. */
export function openingOf({ closed }: Section, months: readonly number[] | null): Opening {
  if (closed === null) return 'unknown';
  const within = (those: readonly number[] | undefined): boolean =>
    (those ?? []).some((month) => months === null || months.includes(month));
  if (within(closed.months)) return 'closed';
  return within(closed.unsure) ? 'unsure' : 'open';
}

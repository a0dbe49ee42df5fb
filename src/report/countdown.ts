/** How far off a day is, in words. */
import type { CalendarEvent } from '../assessment/to-do.ts';

/** Something must be done by this day. */
export function isDeadline(kind: CalendarEvent['kind']): boolean {
  return kind === 'apply-by' || kind === 'apply-by-worst' || kind === 'register-by';
}

/** `in 12 days`, `tomorrow`, `today`, `3 days ago`. */
export function sayCountdown(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  if (daysLeft === 1) return 'tomorrow';
  if (daysLeft === -1) return 'yesterday';
  return daysLeft > 0 ? `in ${daysLeft} days` : `${-daysLeft} days ago`;
}

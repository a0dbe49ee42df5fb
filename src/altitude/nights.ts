/** How high each night is slept, and how far above the night before. */
import type { NightCheck } from '../assessment.ts';
import type { Trip } from '../rules/trip.ts';

export function nightsOf(_trip: Pick<Trip, 'stops'>): NightCheck[] {
  return [];
}

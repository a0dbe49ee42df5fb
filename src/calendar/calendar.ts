/** Every day of the trip's papers: what is to be done or begins or ends on it. */
import type { CalendarEvent } from '../assessment.ts';
import type { Trip } from '../rules/trip.ts';

export function makeCalendar(_trip: Trip): CalendarEvent[] {
  return [];
}

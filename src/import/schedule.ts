/** The days of the trip: nights where dates and nights leave no doubt, and dates pinned where they do. */
import { addDays, daysBetween } from '../dates.ts';
import { ranges } from '../itinerary/limits.ts';
import type { Doubt } from './doubt.ts';
import type { WrittenStop } from './read-row.ts';

export interface StopDays {
  /** Null: not known. */
  readonly nights: number | null;
  /** Day of arrival, where the nights before it do not lead to it. */
  readonly date: string | null;
  readonly doubts: readonly Doubt[];
}

export interface Schedule {
  /** Day of arrival at the first stop; null: not known. */
  readonly start: string | null;
  readonly days: readonly StopDays[];
}

export function schedule(stops: readonly WrittenStop[]): Schedule {
  const nights = stops.map((stop, at) => nightsOf(stop, stops[at + 1]?.arrival ?? null));
  const first = stops.findIndex(({ arrival }) => arrival !== null);
  const before = nights.slice(0, Math.max(first, 0)).map((stop) => stop.nights);
  // Counted back only over nights that are all known.
  const isCounted = first !== -1 && before.every((count) => count !== null);
  const start = isCounted ? addDays(stops[first].arrival!, -before.reduce((sum, count) => sum + count!, 0)) : null;

  let day = start;
  const days = stops.map(({ arrival }, at): StopDays => {
    const doubts = [...nights[at].doubts];
    const isPinned = arrival !== null && arrival !== day;
    if (isPinned) doubts.push(offDay(arrival, day));
    day = arrival ?? day;
    if (day !== null) day = addDays(day, nights[at].nights ?? 0);
    return { nights: nights[at].nights, date: isPinned ? arrival : null, doubts };
  });
  return { start, days };
}

/** As written, else from the day of arrival to that of departure, or of the next arrival. */
function nightsOf(stop: WrittenStop, next: string | null): { nights: number | null; doubts: Doubt[] } {
  const { arrival, departure, nights } = stop;
  if (arrival === null) return { nights, doubts: [] };
  if (departure !== null && departure < arrival) {
    return { nights, doubts: [{ code: 'leaves-early', from: arrival, to: departure }] };
  }
  const until = departure ?? next;
  const days = until === null ? null : daysBetween(arrival, until);
  if (days === null || days < 0 || days > ranges.nights[1]) return { nights, doubts: [] };
  // Days that the next arrival leaves over, or cuts off, are told there.
  const differ = departure !== null && nights !== null && nights !== days;
  return { nights: nights ?? days, doubts: differ ? [{ code: 'nights-differ', nights, days }] : [] };
}

function offDay(date: string, expected: string | null): Doubt {
  if (expected === null) return { code: 'days-before', date };
  return { code: date < expected ? 'arrives-early' : 'arrives-late', date, expected };
}

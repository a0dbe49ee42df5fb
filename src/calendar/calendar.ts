/** Every day of the trip's papers: what is to be done or begins or ends on it. */
import type { CalendarEvent } from '../assessment/to-do.ts';
import { compareText } from '../compare.ts';
import { daysBetween } from '../dates.ts';
import { groupBy } from '../group-by.ts';
import type { Trip } from '../rules/trip.ts';
import { permitDays, visaDays } from './paper-days.ts';
import { checkInDays, reviewDays } from './reminder-days.ts';
import { passageDays, registrationDays } from './stay-days.ts';

/** An event before its days are counted. */
export type Day = Omit<CalendarEvent, 'daysLeft'>;

export function makeCalendar(trip: Trip): CalendarEvent[] {
  const days = [
    ...permitDays(trip),
    ...visaDays(trip),
    ...passageDays(trip),
    ...registrationDays(trip),
    ...checkInDays(trip),
    ...reviewDays(trip),
  ];
  return withUniqueIds(days)
    .map((day) => ({ ...day, daysLeft: daysBetween(trip.asOf, day.date) }))
    .sort((a, b) => compareText(a.date, b.date) || order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Within one day: what is to be done first, then the trip's own steps, then what begins and ends. */
const order: readonly CalendarEvent['kind'][] = [
  'apply-by',
  'apply-by-worst',
  'register-by',
  'review',
  'departure',
  'visa-start',
  'permit-start',
  'entry',
  'check-in',
  'exit',
  'last-day',
  'permit-end',
  'visa-end',
];

/** The same id twice, as of two entries, gets a number: `entry`, `entry-2`. */
function withUniqueIds(days: readonly Day[]): Day[] {
  return [...groupBy(days, ({ id }) => id).values()].flatMap((same) =>
    same.map((day, at) => (at === 0 ? day : { ...day, id: `${day.id}-${at + 1}` })),
  );
}

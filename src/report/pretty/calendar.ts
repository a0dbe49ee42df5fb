/** The countdown: the days that matter, counted from today. */
import type { CalendarEvent } from '../../assessment/to-do.ts';
import { compareText } from '../../compare.ts';
import { addDays } from '../../dates.ts';
import { groupBy } from '../../group-by.ts';
import { textWidth } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { isDeadline, sayCountdown } from '../countdown.ts';
import type { Page } from './page.ts';
import { cutTail, writeRow, writeSection } from './page.ts';
import { sayDate } from './words.ts';

/** Kinds that a short page leaves to the calendar file. */
const minor: readonly CalendarEvent['kind'][] = ['check-in', 'permit-start', 'visa-start'];
/** Days on which a paper or a stay ends. So many days after the trip they leave room enough. */
const ends: readonly CalendarEvent['kind'][] = ['permit-end', 'visa-end', 'last-day'];
const ENOUGH_ROOM_DAYS = 7;
const MOST_DATES = 6;

export function writeCalendar(page: Page): string[] {
  const { calendar, itinerary, asOf } = page.assessment;
  const heading = `Calendar, from ${sayDate(asOf)}`;
  if (calendar.length === 0) {
    const why = itinerary.start === null ? 'No calendar: without `start:` no day can be counted.' : '';
    return why === '' ? [] : writeSection(page, heading, wrap(page.chalk.yellow(why), page.width, 2));
  }
  const told = page.verbose ? calendar : calendar.filter((event) => isWorthTelling(event, itinerary.end));
  const days = [...groupBy(told, ({ date }) => date).values()];
  const { shown, more } = cutTail(page, days.toSorted(byWeight), MOST_DATES);
  const rows = shown.toSorted(byDate).map((events) => ({ label: sayLabel(events), events }));
  const width = Math.max(0, ...rows.map(({ label }) => textWidth(label)));
  const rest = calendar.length - told.length + more;
  return writeSection(page, heading, [
    ...rows.flatMap(({ label, events }) => writeRow(page, label, sayEvents(page, events), width)),
    ...(rest > 0 ? wrap(`and ${rest} more: --verbose; for your calendar: --format ics`, page.width, 2) : []),
  ]);
}

/** What is past matters only where it should have been done, and an end only where it is near. */
function isWorthTelling({ kind, date, daysLeft }: CalendarEvent, end: string | null): boolean {
  if (minor.includes(kind)) return false;
  if (ends.includes(kind) && end !== null && date > addDays(end, ENOUGH_ROOM_DAYS)) return false;
  return daysLeft >= 0 || isDeadline(kind);
}

/** Where not all days have room: what must be done or must not be outstayed, then the journey, then a look again. */
function byWeight(a: readonly CalendarEvent[], b: readonly CalendarEvent[]): number {
  return weightOf(a) - weightOf(b) || byDate(a, b);
}

function weightOf(events: readonly CalendarEvent[]): number {
  if (events.some(({ kind }) => isDeadline(kind) || ends.includes(kind))) return 0;
  return events.every(({ kind }) => kind === 'review') ? 2 : 1;
}

function byDate([a]: readonly CalendarEvent[], [b]: readonly CalendarEvent[]): number {
  return compareText(a.date, b.date);
}

function sayLabel([first]: readonly CalendarEvent[]): string {
  return `${sayDate(first.date)}, ${sayCountdown(first.daysLeft)}`;
}

function sayEvents({ chalk }: Page, events: readonly CalendarEvent[]): string {
  return events
    .map(({ kind, text, daysLeft }) => {
      const isFirm = kind === 'apply-by' || kind === 'register-by';
      if (isFirm) return daysLeft < 0 ? chalk.red(`LATE: ${text}.`) : chalk.bold(`${text}.`);
      return kind === 'apply-by-worst' && daysLeft < 0 ? chalk.yellow(`Past: ${text}.`) : `${text}.`;
    })
    .join(' ');
}

/** The calendar as an iCalendar file (RFC 5545): whole days, the same bytes for the same trip and day. */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Assessment, CalendarEvent } from '../assessment.ts';
import { addDays, daysBetween } from '../dates.ts';
import { fold64 } from '../fold.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { isDeadline } from './countdown.ts';

const categories: Record<CalendarEvent['kind'], string> = {
  'apply-by': 'Deadline',
  'apply-by-worst': 'Deadline',
  'register-by': 'Deadline',
  'last-day': 'Deadline',
  departure: 'Journey',
  entry: 'Journey',
  exit: 'Journey',
  'permit-start': 'Papers',
  'permit-end': 'Papers',
  'visa-start': 'Papers',
  'visa-end': 'Papers',
  'check-in': 'Reminder',
  review: 'Reminder',
};
/** Seconds before the day begins at which a deadline is told of. */
const ALARMS = [7, 1].map((days) => days * 86_400);
/** Calendars take a later version of an event only when its number has grown: the days since this one. */
const FIRST_DAY = '2026-01-01';

export function reportIcs(assessment: Assessment): string {
  const { asOf, itinerary, tool, calendar } = assessment;
  const stamp = midnight(asOf);
  const trip = nameOfTrip(itinerary);
  const file = ical({
    name: plain(itinerary.title ?? 'Trip'),
    prodId: { company: 'tajcheck', product: `tajcheck ${tool.version}`, language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const event of calendar) {
    const entry = file.createEvent({
      id: `${event.id}-${trip}@tajcheck`,
      stamp,
      sequence: Math.max(0, daysBetween(FIRST_DAY, asOf)),
      start: midnight(event.date),
      end: midnight(addDays(event.date, 1)),
      allDay: true,
      summary: plain(event.text),
      description: describe(event, assessment),
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: categories[event.kind] }],
    });
    // What is past needs no bell.
    if (!isDeadline(event.kind) || event.daysLeft < 0) continue;
    for (const trigger of ALARMS) entry.createAlarm({ type: ICalAlarmType.display, trigger });
  }
  return `${file.toString()}\r\n`;
}

/** Stable from run to run, and not the same for two trips in one calendar. */
function nameOfTrip({ file, title }: Assessment['itinerary']): string {
  return fold64([file.split(/[\\/]/).at(-1), title ?? ''].join('\u0000'));
}

function describe({ why, who, sources }: CalendarEvent, assessment: Assessment): string {
  const known = new Map(assessment.sources.map((source) => [source.id, source]));
  const read = sources.flatMap((id) => {
    const source = known.get(id);
    if (source === undefined) return [];
    const { publisher, title, published, retrieved, url } = source;
    return [`${publisher}: ${title}, ${published ?? `undated, read ${retrieved}`}. ${url}`];
  });
  const lines = [
    why,
    `Who: ${who}.`,
    ...read,
    `Judged on ${assessment.asOf} by tajcheck, data ${assessment.tool.dataVersion}.`,
  ];
  return lines.filter(Boolean).map(plain).join('\n');
}

/** The library writes dates in UTC, so that no time zone can move a day. */
const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Line breaks are content and are escaped by the library; other controls have no place in the format. */
const plain = (text: string): string => escapeForTerminal(text.replace(/\s*[\t\r\n]+\s*/g, ' '));

/** The calendar as an iCalendar file (RFC 5545): whole days, the same bytes for the same trip and moment. */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CalendarEvent } from '../assessment/to-do.ts';
import type { Assessment } from '../assessment.ts';
import { addDays } from '../dates.ts';
import { fold64 } from '../fold.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { isDeadline } from './countdown.ts';
import { baseName } from './pretty/words.ts';

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
const HOUR = 3_600;
/** A bell rings at nine in the morning; seconds before the day begins, so that the day itself is below zero. */
const bellOn = (daysBefore: number): number => (daysBefore * 24 - 9) * HOUR;
const DEADLINE_BELLS = [7, 1].map(bellOn);
const DAY_BELL = bellOn(0);
/** Calendars take a later version of an event only when its number has grown: the seconds since this moment. */
const FIRST_MOMENT = Date.UTC(2026, 0, 1);

export interface IcsOptions {
  /** The moment of writing: of two files the later one counts. */
  readonly writtenAt: Date;
}

export function reportIcs(assessment: Assessment, { writtenAt }: IcsOptions): string {
  const { itinerary, tool, calendar, checkIn } = assessment;
  const trip = nameOfTrip(assessment);
  const file = ical({
    name: plain(itinerary.title ?? 'Trip'),
    prodId: { company: 'tajcheck', product: `tajcheck ${tool.version}`, language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const event of calendar) {
    const entry = file.createEvent({
      id: `${event.id}-${trip}@tajcheck`,
      stamp: writtenAt,
      sequence: Math.max(0, Math.floor((writtenAt.getTime() - FIRST_MOMENT) / 1000)),
      start: midnight(event.date),
      end: midnight(addDays(event.date, 1)),
      allDay: true,
      summary: plain(event.text),
      description: describe(event, assessment),
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: categories[event.kind] }],
    });
    for (const trigger of bellsFor(event, checkIn)) entry.createAlarm({ type: ICalAlarmType.display, trigger });
  }
  return `${asStandard(file.toString())}\r\n`;
}

/** What is past needs no bell. A call home has its own at the time that is agreed. */
function bellsFor({ kind, daysLeft }: CalendarEvent, agreed: Assessment['checkIn']): readonly number[] {
  if (daysLeft < 0) return [];
  if (isDeadline(kind)) return DEADLINE_BELLS;
  return kind === 'check-in' ? [bellAt(agreed?.at ?? null)] : [];
}

/** `20:00`, in the time of the place where the telephone is, which carries the calendar. */
function bellAt(time: string | null): number {
  if (time === null) return DAY_BELL;
  const [hours, minutes] = time.split(':').map(Number);
  return -(hours * HOUR + minutes * 60);
}

/**
 * Two things that the library writes otherwise: the standard has all properties of an event before its bells, and a
 * bell after the beginning of a day is not one after its end. A line of content never begins like a bell: the library
 * folds and escapes.
 */
function asStandard(text: string): string {
  return text
    .replace(/((?:(?<=\r\n)BEGIN:VALARM\r\n[\s\S]*?\r\nEND:VALARM\r\n)+)([\s\S]*?)(?<=\r\n)(?=END:VEVENT\r\n)/g, '$2$1')
    .replace(/(?<=\r\nTRIGGER);RELATED=END(?=:)/g, '');
}

/**
 * Stable from run to run, and not the same for two trips in one calendar. A title outlives the name of the file, and
 * neither depends on the folder. A gate is no stop of the traveller's own.
 */
function nameOfTrip({ itinerary: { file, title }, stops }: Assessment): string {
  const own = stops.filter(({ id }) => id !== 'entry' && id !== 'exit').map(({ name }) => name);
  return fold64([title ?? baseName(file), own[0] ?? '', own.at(-1) ?? ''].join('\u0000'));
}

function describe({ kind, why, who, sources }: CalendarEvent, assessment: Assessment): string {
  const known = new Map(assessment.sources.map((source) => [source.id, source]));
  const read = sources.flatMap((id) => {
    const source = known.get(id);
    if (source === undefined) return [];
    const { publisher, title, published, retrieved, url } = source;
    return [`${publisher}: ${title}, ${published ?? `undated, read ${retrieved}`}. ${url}`];
  });
  const lines = [
    ...(kind === 'check-in' ? sayAgreed(assessment.checkIn) : []),
    why,
    `Who: ${who}.`,
    ...read,
    `Judged on ${assessment.asOf} by tajcheck, data ${assessment.tool.dataVersion}.`,
  ];
  return lines.filter(Boolean).map(plain).join('\n');
}

/** `Agreed: at 20:00 local time, with Carol Example.` Their number stands on the trip sheet only. */
function sayAgreed(agreed: Assessment['checkIn']): string[] {
  const told = [
    ...(agreed?.at ? [`at ${agreed.at} local time`] : []),
    ...(agreed?.with ? [`with ${agreed.with}`] : []),
  ];
  return told.length > 0 ? [`Agreed: ${told.join(', ')}.`] : [];
}

/** The library writes dates in UTC, so that no time zone can move a day. */
const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Line breaks are content and are escaped by the library; other controls have no place in the format. */
const plain = (text: string): string => escapeForTerminal(text.replace(/\s*[\t\r\n]+\s*/g, ' '));

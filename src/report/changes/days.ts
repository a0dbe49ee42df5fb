/** What is to be done, and the days by which, as far as they do not simply move with the trip. */
import type { CalendarEvent, ChecklistItem } from '../../assessment/to-do.ts';
import type { Pair } from '../../diff/pair-off.ts';
import { capitalise, sentence } from '../../sentence.ts';
import type { ChangesPage } from '../changes.ts';
import { getsDay, movesAlong, sayDay, sayMoved, sayPair } from '../changes.ts';
import { count, sayDate } from '../pretty/words.ts';

export function sayChecklist(page: ChangesPage): string[] {
  const { added, removed, changed } = page.changes;
  const told = changed.checklist.map((pair) => ({ pair, parts: sayParts(page, pair) }));
  const moved = told.filter(
    ({ pair: { before, after }, parts }) => parts.length === 0 && before.by !== after.by,
  ).length;
  return [
    // Travellers in the same case have a line each.
    ...new Set(added.checklist.map(sayNew)),
    ...new Set(removed.checklist.map((item) => `- ${sentence(item.text)}`)),
    ...told.flatMap(({ pair, parts }) =>
      parts.length > 0 ? [`${sentence(pair.after.text)} ${sentence(capitalise(parts.join('; ')))}`] : [],
    ),
    ...(moved > 0 ? [sayMoved(page, count(moved, 'other line'), moved)] : []),
  ];
}

function sayNew({ text, by, status }: ChecklistItem): string {
  return `+ ${sentence(text)}${by === null ? '' : ` By ${sayDate(by)}.`}${status === 'done' ? ' Done.' : ''}`;
}

/** Not where on the trip it is called for, and no day that only moves with the trip, unless that day is past. */
function sayParts(page: ChangesPage, { before, after }: Pair<ChecklistItem>): string[] {
  const late = after.status === 'open' && after.by !== null && after.by < page.changes.asOf;
  const moves = (movesAlong(page, before.by, after.by) || getsDay(page, before.by, after.by)) && !late;
  return [
    ...sayPair('status', before.status, after.status),
    ...(moves ? [] : sayPair('by', sayDay(page, before.by), sayDay(page, after.by))),
    ...sayPair('required', before.required ?? 'no', after.required ?? 'no'),
    ...sayPair('who', before.who, after.who),
    ...(before.text === after.text ? [] : [`before: ${before.text}`]),
    ...(before.why === after.why ? [] : [`why: ${after.why}`]),
  ];
}

/** Days that others set: they are told even where they move with the trip. */
const deadlines: readonly CalendarEvent['kind'][] = ['apply-by', 'apply-by-worst', 'register-by', 'last-day'];

export function sayCalendar(page: ChangesPage): string[] {
  const { added, removed, changed } = page.changes;
  const told = changed.calendar.filter(({ before, after }) => {
    return deadlines.includes(after.kind) || !movesAlong(page, before.date, after.date);
  });
  const fresh = added.calendar.filter(({ kind, date }) => deadlines.includes(kind) || !getsDay(page, null, date));
  const rest = changed.calendar.length - told.length + added.calendar.length - fresh.length;
  return [
    ...fresh.map((event) => `+ ${sayDay(page, event.date)}: ${event.text}`),
    ...removed.calendar.map((event) => `- ${sayDate(event.date)}: ${event.text}`),
    ...told.map(({ before, after }) => {
      const words = before.text === after.text ? '' : ` (before: ${before.text})`;
      const was = before.date === after.date ? '' : `${sayDate(before.date)} \u2192 `;
      return `${was}${sayDay(page, after.date)}: ${after.text}${words}`;
    }),
    ...(rest > 0 ? [sayMoved(page, count(rest, 'other day'), rest)] : []),
  ];
}

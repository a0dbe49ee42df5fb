/** Days on which silence would be noticed: calls home from remote places, and a last look at the advice. */
import { compareText } from '../compare.ts';
import { addDays } from '../dates.ts';
import { sourcesInUse } from '../rules/sources-in-use.ts';
import type { Trip } from '../rules/trip.ts';
import type { Day } from './calendar.ts';

/** Item of the checklist that agrees on the calls. */
const CHECK_IN = 'check-in-plan';

/** On arrival at each stop with a night in a zone from which the data say that one cannot count on a telephone. */
export function checkInDays({ checklist, knowledge, stops, touches }: Trip): Day[] {
  const plan = checklist.find(({ id }) => id === CHECK_IN);
  if (plan === undefined) return [];
  const remote = new Set(
    knowledge.mitigations
      .filter(({ reasons }) => reasons.includes('communication'))
      .flatMap(({ when, required }) => [...(when.zones ?? []), ...(required?.zones ?? [])]),
  );
  const inRemote = new Set(touches.filter(({ zone }) => remote.has(zone)).map(({ subject }) => subject));
  return stops.flatMap(({ stop, name, from, position }): Day[] => {
    if (from === null || stop.nights === 0 || position === null || !inRemote.has(stop.id)) return [];
    const { why, who, sources } = plan;
    return [
      {
        id: `check-in-${stop.id}`,
        kind: 'check-in',
        date: from,
        text: `Tell your contact at home that you are in ${name}`,
        why,
        who,
        sources,
      },
    ];
  });
}

/** Advice is read again this many days before the start. */
const LAST_LOOK_DAYS = 7;

/** The first source that falls due before the trip begins, and a last look. */
export function reviewDays(trip: Trip): Day[] {
  const { start } = trip.itinerary;
  if (start === null) return [];
  const common = { kind: 'review', who: 'traveller' } satisfies Partial<Day>;
  const due = sourcesInUse(trip)
    .filter(({ reviewBy }) => reviewBy >= trip.asOf && reviewBy < start)
    .sort((a, b) => compareText(a.reviewBy, b.reviewBy));
  const lastLook = addDays(start, -LAST_LOOK_DAYS);
  const days: Day[] = [];
  if (due.length > 0) {
    const date = due[0].reviewBy;
    const first = due.filter(({ reviewBy }) => reviewBy === date);
    const text = 'Run tajcheck again: the first sources fall due for review';
    const why = `${first.length} of the sources used here should be looked at again by this day.`;
    days.push({ ...common, id: 'review', date, text, why, sources: first.map(({ id }) => id) });
  }
  if (lastLook >= trip.asOf) {
    const text = 'Run tajcheck once more, and read the advice of your government';
    days.push({ ...common, id: 'last-look', date: lastLook, text, why: 'Advice and borders change.', sources: [] });
  }
  return days;
}

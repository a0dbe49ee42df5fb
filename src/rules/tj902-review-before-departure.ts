import { findingOn, type Rule, wholeTrip } from './rule.ts';
import { sourcesInUse } from './sources-in-use.ts';

export const reviewBeforeDeparture: Rule = {
  id: 'TJ902',
  slug: 'review-before-departure',
  severity: 'info',
  title: 'Sources fall due for review before the trip ends',
  what: "The answer is as good as today's knowledge. By the time of travel it will be older than it should be.",
  fix: 'Run tajcheck again with newer data shortly before departure.',
  dependsOnToday: 'It counts the sources that are still in time today.',
  check: (trip) => {
    const end = trip.stops.at(-1)?.to ?? null;
    if (end === null) return [];
    const due = sourcesInUse(trip).filter(({ reviewBy }) => reviewBy >= trip.asOf && reviewBy < end);
    if (due.length === 0) return [];
    const first = due.map(({ reviewBy }) => reviewBy).sort()[0];
    return [
      findingOn('TJ902', 'info', wholeTrip, { args: { count: due.length, first }, sources: due.map(({ id }) => id) }),
    ];
  },
};

import { findingOn, type Rule, wholeTrip } from './rule.ts';

export const noDates: Rule = {
  id: 'TJ210',
  slug: 'no-dates',
  severity: 'warning',
  title: 'The trip has no start date',
  what: 'Without `start:` no day can be counted: papers, deadlines, seasons and daylight were not checked. Where a stop has a `date:`, the nights before it were counted back from there; days on the way that no night accounts for are missing then.',
  fix: 'Add `start: YYYY-MM-DD`.',
  check: ({ itinerary, stops }) =>
    itinerary.start === null
      ? [findingOn('TJ210', 'warning', wholeTrip, { args: { countedBackTo: stops[0].from } })]
      : [],
};

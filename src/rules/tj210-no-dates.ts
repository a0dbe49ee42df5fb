import { findingOn, type Rule, wholeTrip } from './rule.ts';

export const noDates: Rule = {
  id: 'TJ210',
  slug: 'no-dates',
  severity: 'warning',
  title: 'The trip has no start date',
  what: 'Without `start:` no day can be counted: papers, deadlines, seasons and daylight were not checked.',
  fix: 'Add `start: YYYY-MM-DD`.',
  check: ({ itinerary }) => (itinerary.start === null ? [findingOn('TJ210', 'warning', wholeTrip, {})] : []),
};

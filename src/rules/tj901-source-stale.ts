import { findingOn, type Rule, wholeTrip } from './rule.ts';
import { sourcesInUse, verdictSources } from './sources-in-use.ts';

export const sourceStale: Rule = {
  id: 'TJ901',
  slug: 'source-stale',
  severity: 'warning',
  title: 'A source that the answer rests on is past its review date',
  what: 'Nobody has looked at the source since the day by which it should have been reviewed. It may have changed.',
  fix: 'Open the source and compare, or update tajcheck.',
  check: (trip) => {
    const verdict = verdictSources(trip);
    return sourcesInUse(trip)
      .filter((source) => source.reviewBy < trip.asOf)
      .map(({ id, publisher, title, published, reviewBy, url }) =>
        // Behind a line of the checklist an old source is a remark; behind the verdict it is a warning.
        findingOn('TJ901', verdict.has(id) ? 'warning' : 'info', wholeTrip, {
          args: { publisher, title, published, reviewBy, url },
          sources: [id],
        }),
      );
  },
};

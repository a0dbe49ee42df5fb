import { compareText } from '../compare.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Source } from '../knowledge/schema/advice.ts';
import { findingOn, type Rule, wholeTrip } from './rule.ts';
import { sourcesInUse, verdictSources } from './sources-in-use.ts';

export const sourceStale: Rule = {
  id: 'TJ901',
  slug: 'source-stale',
  severity: 'warning',
  title: 'Sources that the answer rests on are past their review date',
  what: 'Nobody has looked at these sources since the day by which each should have been reviewed. They may have changed. A warning for those behind the advice, the areas and the papers of the trip, a remark for all others.',
  fix: 'Open the sources and compare, or update tajcheck.',
  dependsOnToday: 'A source in time today is past its review date tomorrow.',
  check: (trip) => {
    const verdict = verdictSources(trip);
    const stale = sourcesInUse(trip)
      .filter(({ reviewBy }) => reviewBy < trip.asOf)
      .sort((a, b) => compareText(a.reviewBy, b.reviewBy));
    const behind = stale.filter(({ id }) => verdict.has(id));
    const beside = stale.filter(({ id }) => !verdict.has(id));
    return [...tell('warning', behind, trip.asOf), ...tell('info', beside, trip.asOf)];
  },
};

/** One finding for all of them: on the day that a repository's sources grow old, each file says so once. */
function tell(severity: Severity, stale: readonly Source[], asOf: string): Finding[] {
  if (stale.length === 0) return [];
  return [
    findingOn('TJ901', severity, wholeTrip, {
      args: {
        // Two findings on one subject: a baseline tells them apart by it.
        key: severity === 'warning' ? 'verdict' : 'rest',
        count: stale.length,
        publishers: [...new Set(stale.map(({ publisher }) => publisher))],
        first: stale[0].reviewBy,
        asOf,
      },
      sources: stale.map(({ id }) => id),
    }),
  ];
}

import { findingOn, type Rule, wholeTrip } from './rule.ts';

export const nationalityUnknown: Rule = {
  id: 'TJ419',
  slug: 'nationality-unknown',
  severity: 'warning',
  title: 'Nobody’s visa can be checked without a nationality',
  what: 'The file does not say who travels, or the nationality of a traveller cannot be read. Visas, registration and the passport were not checked for them.',
  fix: 'Add `party:` with the nationality of each passport, as a two-letter code such as `DE`.',
  check: ({ itinerary: { party, spans } }) => {
    if (party.length === 0) {
      const about = spans.party === undefined ? wholeTrip : { subject: 'trip', span: spans.party };
      return [findingOn('TJ419', 'warning', about, { args: { party: false } })];
    }
    return party
      .filter(({ nationality }) => nationality === '')
      .map(({ id, spans: own, span }) =>
        findingOn('TJ419', 'warning', { subject: id, span: own.nationality ?? span }, { args: { party: true } }),
      );
  },
};

import { findingOn, type Rule } from './rule.ts';

export const dualNational: Rule = {
  id: 'TJ418',
  slug: 'dual-national',
  severity: 'warning',
  title: 'A traveller is a national of the country and of another one',
  what: 'The country treats its own nationals as its own only, whatever other passport they travel on: their other embassy may not be let in to help.',
  fix: 'Ask the embassy of the other nationality what it can do, and decide on which passport to travel.',
  check: ({ itinerary, knowledge }) => {
    const { country, dualNationals } = knowledge.entry;
    return itinerary.party
      .filter(({ nationality, also }) => {
        const all = new Set([nationality, ...also]);
        return all.has(country) && all.size > 1;
      })
      .map((traveller) =>
        findingOn(
          'TJ418',
          'warning',
          { subject: traveller.id, span: traveller.spans.also ?? traveller.span },
          { args: { words: dualNationals.words }, sources: dualNationals.sources },
        ),
      );
  },
};

import { findingAt, type Rule, surest } from './rule.ts';
import { AGAINST } from './tj301-advised-against.ts';

export const insurance: Rule = {
  id: 'TJ601',
  slug: 'insurance',
  severity: 'warning',
  title: 'Insurance may not hold where a government advises against going',
  what: "Many travel policies exclude areas that the traveller's own government advises against. The party's governments do so for part of this trip.",
  fix: 'Ask the insurer in writing whether the whole route is covered, evacuation included.',
  check: ({ touches, knowledge, itinerary }) => {
    const vouched = new Set(itinerary.mitigations.map(({ id }) => id));
    const answered = knowledge.mitigations.some(
      ({ id, reasons, when }) => vouched.has(id) && reasons.includes('insurance') && when.minLevel !== undefined,
    );
    if (answered) return [];
    const nationalities = new Set(itinerary.party.map((member) => member.nationality));
    const own = touches.flatMap((touch) =>
      touch.advisories
        .filter(
          ({ level, authority }) =>
            (level ?? 0) >= AGAINST && nationalities.has(knowledge.authorities[authority].country),
        )
        .map((advisory) => ({ touch, advisory })),
    );
    const governments = [...new Set(own.map(({ advisory }) => advisory.authority))];
    return governments.map((authority) => {
      const first = surest(
        own
          .filter(({ advisory }) => advisory.authority === authority)
          .map(({ touch, advisory }) => ({ ...touch, advisory })),
      );
      return findingAt('TJ601', 'warning', first, {
        authority,
        args: { area: first.advisory.area, native: first.advisory.native },
        sources: first.advisory.sources,
      });
    });
  },
};

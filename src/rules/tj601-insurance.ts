import { groupBy } from '../group-by.ts';
import { findingAt, findingOn, type Rule, surest, wholeTrip } from './rule.ts';
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
    const against = touches.flatMap((touch) =>
      touch.advisories
        .filter(({ level }) => (level ?? 0) >= AGAINST)
        .map((advisory) => ({ touch, advisory, confidence: touch.confidence })),
    );
    const passports = itinerary.party.map((member) => member.nationality);
    if (passports.length === 0 || passports.includes('')) {
      const governments = new Set(against.map(({ advisory }) => advisory.authority));
      if (governments.size === 0) return [];
      return [findingOn('TJ601', 'warning', wholeTrip, { args: { governments: governments.size } })];
    }
    const own = against.filter(({ advisory }) => passports.includes(knowledge.authorities[advisory.authority].country));
    return [...groupBy(own, ({ advisory }) => advisory.authority).values()].map((group) => {
      const { advisory, touch } = surest(group);
      return findingAt('TJ601', 'warning', touch, {
        authority: advisory.authority,
        args: { area: advisory.area, native: advisory.native },
        sources: advisory.sources,
      });
    });
  },
};

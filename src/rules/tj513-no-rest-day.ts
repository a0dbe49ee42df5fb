import { findingOfNight, limitArgs } from '../altitude/finding.ts';
import { limitsOf } from '../altitude/limits.ts';
import { nightsIn } from '../altitude/nights.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

export const noRestDay: Rule = {
  id: 'TJ513',
  slug: 'no-rest-day',
  severity: 'warning',
  title: 'No day of rest on the way up',
  what: 'In steps over several days the nights rise by more than 1,000 m above 2,750 m, and no two nights in a row are spent without going higher. A single step as long as that is told of as TJ511 or TJ512.',
  fix: 'Stay a second night at one of the places on the way up.',
  check: (trip) => {
    const limits = limitsOf(trip.knowledge);
    const [per, above] = [limits['rest-day-per'], limits['gain-above'].metres];
    const findings: Finding[] = [];
    /** Height from which the climb counts: where one last rested, or the height from which it matters. */
    let base: number | null = null;
    for (const night of nightsIn(trip)) {
      const { altitudeM, from, slept } = night;
      // Who only sets out from a height is not used to it.
      const fromM = slept || night.fromM === null ? night.fromM : Math.min(night.fromM, above);
      if (altitudeM === null) {
        base = null;
        continue;
      }
      const here = Math.max(above, altitudeM);
      if (base === null || fromM === null) base = fromM === null ? here : Math.max(above, fromM);
      const gainM = altitudeM - base;
      const isRest = night.stop.stop.nights > 1 || altitudeM <= Math.max(base, fromM ?? 0);
      const step = altitudeM - Math.max(above, fromM ?? 0);
      if (!isRest && from !== null && gainM > per.metres && step <= per.metres) {
        const names = { name: night.stop.name, longer: trip.stops[from].name };
        const args = { ...limitArgs(per, trip.knowledge), ...names, metres: altitudeM, fromM: base, gainM };
        findings.push(findingOfNight('TJ513', 'warning', night, { args, sources: per.sources }));
        base = here;
      }
      if (isRest) base = here;
    }
    return findings;
  },
};

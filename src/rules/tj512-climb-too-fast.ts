import { adviceArgs, findingOfNight, limitArgs } from '../altitude/finding.ts';
import { highestBedFrom, limitsOf } from '../altitude/limits.ts';
import { nightsIn } from '../altitude/nights.ts';
import type { Rule } from './rule.ts';

export const climbTooFast: Rule = {
  id: 'TJ512',
  slug: 'climb-too-fast',
  severity: 'warning',
  title: 'Nights that rise too fast',
  what: 'Above 2,750 m a night is more than 500 m higher than the night before. More nights in one place do not save up metres for a longer step.',
  fix: 'Sleep at a place between the two, or lower.',
  check: (trip) => {
    const limits = limitsOf(trip.knowledge);
    const gain = limits['gain-per-night'];
    return nightsIn(trip).flatMap((night) => {
      const { altitudeM, from, fromM, slept } = night;
      if (altitudeM === null || from === null || fromM === null || !slept) return [];
      if (fromM <= limits['sleep-first-day'].metres || altitudeM <= highestBedFrom(fromM, limits)) return [];
      const args = {
        ...limitArgs(gain, trip.knowledge),
        ...adviceArgs(trip, night, limits),
        name: night.stop.name,
        metres: altitudeM,
        from: trip.stops[from].name,
        fromM,
        gainM: altitudeM - fromM,
      };
      return [findingOfNight('TJ512', 'warning', night, { args, sources: gain.sources })];
    });
  },
};

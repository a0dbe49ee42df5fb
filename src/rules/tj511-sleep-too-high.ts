import { adviceArgs, findingOfNight, limitArgs } from '../altitude/finding.ts';
import { highestBedFrom, limitsOf } from '../altitude/limits.ts';
import { nightsIn } from '../altitude/nights.ts';
import type { Rule } from './rule.ts';

export const sleepTooHigh: Rule = {
  id: 'TJ511',
  slug: 'sleep-too-high',
  severity: 'error',
  title: 'From low ground to a high bed in one day',
  what: 'The first night above 2,750 m comes after a day that began on low ground, below 2,000 m (an error), or more than 500 m lower (a warning). The body has had no time, and altitude illness can kill. Where the night before is not written it is a warning too.',
  fix: 'Sleep between 2,000 m and 2,750 m first, for two nights if you can, then at most 500 m higher each night.',
  check: (trip) => {
    const limits = limitsOf(trip.knowledge);
    const first = limits['sleep-first-day'];
    return nightsIn(trip).flatMap((night) => {
      const { altitudeM, from, slept } = night;
      if (altitudeM === null || altitudeM <= first.metres) return [];
      // A night of unknown height before it is told of by TJ514.
      if (slept && night.fromM === null) return [];
      const low = limits['low-below'];
      const isTooFar =
        night.fromM !== null && night.fromM <= first.metres && altitudeM > highestBedFrom(night.fromM, limits);
      if (slept && !isTooFar) return [];
      // Who only sets out from a height, as from a pass on the border, is not used to it.
      const fromM = isTooFar ? night.fromM : null;
      const isLow = fromM !== null && fromM < low.metres;
      const args = {
        ...limitArgs(first, trip.knowledge),
        ...adviceArgs(trip, night, limits),
        name: night.stop.name,
        metres: altitudeM,
        from: from === null || fromM === null ? null : trip.stops[from].name,
        fromM,
        second: slept && !isLow && trip.stops[from!].stop.nights === 1 ? trip.stops[from!].name : null,
        gainM: fromM === null ? null : altitudeM - fromM,
      };
      const sources = [...new Set([...first.sources, ...low.sources])];
      return [findingOfNight('TJ511', isLow ? 'error' : 'warning', night, { args, sources })];
    });
  },
};

import { placesById } from '../places/gazetteer.ts';
import { findingOn, type Rule } from './rule.ts';

/** Below this a road is not expected to close under snow, metres. */
const SNOW_M = 3000;

export const openingUnknown: Rule = {
  id: 'TJ502',
  slug: 'opening-unknown',
  severity: 'info',
  title: 'Nobody says when a mountain road is open',
  what: 'The leg uses a road above 3,000 m, or a track of unknown height, for which no source read gives the months in which it is open.',
  fix: 'Ask a driver or a guesthouse on the way whether it is open in your month.',
  check: ({ legs, knowledge }) => {
    const places = placesById(knowledge);
    return legs.flatMap((leg) => {
      if (leg.road === null) return [];
      const { stretches, passed } = leg.road;
      const unknown = stretches.filter(({ section, fromKm, toKm }) => {
        if (section.closed !== null) return false;
        const heights = passed
          .filter(({ km }) => km >= fromKm && km <= toKm)
          .map(({ place }) => places.get(place)!.altitudeM);
        const known = heights.filter((height) => height !== null);
        return known.length === 0 ? section.surface === 'track' : Math.max(...known) >= SNOW_M;
      });
      if (unknown.length === 0) return [];
      const args = { roads: [...new Set(unknown.map(({ section }) => section.name))], date: leg.date };
      return [findingOn('TJ502', 'info', { subject: leg.id, span: leg.span }, { args })];
    });
  },
};

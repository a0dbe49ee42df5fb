import type { Passage } from '../borders/passages.ts';
import { countryZone } from '../knowledge/country.ts';
import { findingOn, type Rule } from './rule.ts';
import type { TripLeg, TripStop } from './trip.ts';

export const neighbourCountry: Rule = {
  id: 'TJ209',
  slug: 'neighbour-country',
  severity: 'warning',
  title: 'The trip enters a neighbouring country',
  what: 'A stop or leg lies in Afghanistan, Kyrgyzstan, Uzbekistan or China. Their visas, permits and border rules are outside what tajcheck checks.',
  fix: 'Get the papers of that country and check its border posts.',
  check: ({ stops, legs, passages, knowledge }) => [
    ...stops.flatMap((stop) => {
      const country = countryOf(stop);
      if (country === null || country === knowledge.entry.country) return [];
      const about = { subject: stop.stop.id, span: stop.stop.span };
      const around = legs.filter(({ from, to }) => from === stop.stop.id || to === stop.stop.id);
      const posts = postsOf(passages, country, [stop.stop.id, ...around.map(({ id }) => id)]);
      const args = { country, name: stop.name, leg: false, covered: stop.exposure?.covered ?? false, posts };
      return [findingOn('TJ209', 'warning', about, { zone: countryZone(country), args })];
    }),
    ...legs.flatMap((leg) => {
      // Where the leg begins or ends in that country, the stop says it.
      const ends = stops.filter(({ stop }) => stop.id === leg.from || stop.id === leg.to).map(countryOf);
      return leg.exposure.countries
        .filter((country) => country !== knowledge.entry.country && !ends.includes(country))
        .map((country) =>
          findingOn(
            'TJ209',
            'warning',
            { subject: leg.id, span: leg.span },
            {
              zone: countryZone(country),
              confidence: leg.basis === 'guess' && !goesThrough(leg, country) ? 'possible' : 'certain',
              args: { country, name: null, leg: true, covered: true, posts: postsOf(passages, country, [leg.id]) },
            },
          ),
        );
    }),
  ],
};

/** Names of the posts by which these legs come from the country or go to it. */
function postsOf(passages: readonly Passage[], country: string, legs: readonly string[]): string[] {
  const own = passages.filter(({ subject, post }) => legs.includes(subject) && post?.neighbour === country);
  return [...new Set(own.map(({ post }) => post!.name))];
}

const countryOf = ({ exposure, place }: TripStop) => exposure?.country ?? place?.country ?? null;

/** A place on the way lies there by its record; near a border the lines may say otherwise, and then nobody knows. */
const goesThrough = ({ via }: TripLeg, code: string): boolean => via.some(({ country }) => country === code);

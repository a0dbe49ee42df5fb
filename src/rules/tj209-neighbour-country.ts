import { findingOn, type Rule } from './rule.ts';

export const neighbourCountry: Rule = {
  id: 'TJ209',
  slug: 'neighbour-country',
  severity: 'warning',
  title: 'The trip enters a neighbouring country',
  what: 'A stop or leg lies in Afghanistan, Kyrgyzstan, Uzbekistan or China. Their visas, permits and border rules are outside what tajcheck checks.',
  fix: 'Get the papers of that country and check its border posts. If the road stays in Tajikistan, give a track.',
  check: ({ stops, legs }) => [
    ...stops.flatMap(({ stop, name, exposure, place }) => {
      const country = exposure?.country ?? place?.country;
      if (!country || country === 'TJ') return [];
      const about = { subject: stop.id, span: stop.span };
      return [findingOn('TJ209', 'warning', about, { zone: zoneOf(country), args: { country, name, leg: false } })];
    }),
    ...legs.flatMap((leg) =>
      leg.exposure.countries
        .filter((country) => country !== 'TJ')
        .map((country) =>
          findingOn(
            'TJ209',
            'warning',
            { subject: leg.id, span: leg.span },
            {
              zone: zoneOf(country),
              confidence: leg.basis === 'guess' ? 'possible' : 'certain',
              args: { country, name: null, leg: true },
            },
          ),
        ),
    ),
  ],
};

const zoneOf = (country: string): string => `country-${country.toLowerCase()}`;

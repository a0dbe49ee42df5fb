import { findingOn, type Rule } from './rule.ts';
import type { TripLeg, TripStop } from './trip.ts';

/** Kilometres of a leg outside the data before it is remarked on. */
const REMARK_KM = 1;

export const outsideCoverage: Rule = {
  id: 'TJ203',
  slug: 'outside-coverage',
  severity: 'warning',
  title: 'Part of the trip lies outside the area that tajcheck knows',
  what: 'The data cover Tajikistan and its neighbours to 100 km beyond the border. Nothing was checked outside.',
  fix: 'Check that part with other sources, or correct the coordinates if they are wrong.',
  check: ({ stops, legs }) => [
    // A place of a neighbouring country beyond the data is told as that country: TJ209.
    ...stops
      .filter((stop) => stop.exposure !== null && stop.exposure.country === null && stop.place === null)
      .map(({ stop, name }) => {
        const about = { subject: stop.id, span: stop.spans.at ?? stop.span };
        return findingOn('TJ203', 'warning', about, { args: { name, km: null } });
      }),
    ...legs
      .filter((leg) => leg.exposure.uncoveredKm > REMARK_KM && !endsOutside(leg, stops))
      .map((leg) => {
        const about = { subject: leg.id, span: leg.span };
        return findingOn('TJ203', 'warning', about, { args: { name: null, km: Math.round(leg.exposure.uncoveredKm) } });
      }),
  ],
};

/** The stop says it already. */
function endsOutside(leg: TripLeg, stops: readonly TripStop[]): boolean {
  return stops.some(
    ({ stop, exposure }) => (stop.id === leg.from || stop.id === leg.to) && exposure?.covered === false,
  );
}

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
      .map((leg) => ({ leg, km: untoldKm(leg, stops) }))
      .filter(({ km }) => km > REMARK_KM)
      .map(({ leg, km }) => {
        const about = { subject: leg.id, span: leg.span };
        return findingOn('TJ203', 'warning', about, { args: { name: null, km: Math.round(km) } });
      }),
  ],
};

/** A stop outside tells of the stretch up to it; what lies outside elsewhere, or all of a leg, is left to tell. */
function untoldKm({ from, to, exposure }: TripLeg, stops: readonly TripStop[]): number {
  const { uncoveredKm, uncoveredStartKm, uncoveredEndKm, crossings } = exposure;
  if (crossings === null) return uncoveredKm;
  const isOutside = (id: string): boolean =>
    stops.some(({ stop, exposure }) => stop.id === id && exposure?.covered === false);
  return uncoveredKm - (isOutside(from) ? uncoveredStartKm : 0) - (isOutside(to) ? uncoveredEndKm : 0);
}

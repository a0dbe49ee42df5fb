import { findingOn, type Rule } from './rule.ts';

export const unfitRoad: Rule = {
  id: 'TJ506',
  slug: 'unfit-road',
  severity: 'warning',
  title: 'A road that the vehicle is not made for',
  what: 'Part of the leg is a track with fords, ruts or rocks. The itinerary names a vehicle without high clearance.',
  fix: 'Go by 4x4, or by another way.',
  check: ({ legs }) =>
    legs.flatMap((leg) => {
      if (leg.road === null || leg.mode === null) return [];
      const { stretches, vehicle } = leg.road;
      const unfit = stretches.filter(({ section }) => vehicle.unfit.includes(section.surface));
      if (unfit.length === 0) return [];
      const args = {
        roads: [...new Set(unfit.map(({ section }) => section.name))],
        km: Math.round(unfit.reduce((sum, { fromKm, toKm }) => sum + toKm - fromKm, 0)),
        mode: vehicle.id,
      };
      const sources = [...new Set(unfit.flatMap(({ section }) => section.sources))];
      return [findingOn('TJ506', 'warning', { subject: leg.id, span: leg.span }, { args, sources })];
    }),
};

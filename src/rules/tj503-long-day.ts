import { groupBy } from '../group-by.ts';
import { roadDays } from './day-on-the-road.ts';
import { findingOn, type Rule } from './rule.ts';

export const longDay: Rule = {
  id: 'TJ503',
  slug: 'long-day',
  severity: 'warning',
  title: 'More than a day’s way between two nights',
  what: 'By bicycle or on foot, the way from one night to the next is longer than what the sources call a day on such roads.',
  fix: 'Add a night on the way, or be carried for a part of it.',
  check: (trip) =>
    roadDays(trip).flatMap(({ legs, days }) =>
      // Who rides for a part of the day and is carried for the rest has ridden that part.
      [...groupBy(legs, ({ road }) => road.vehicle.id).values()].flatMap((own) => {
        const { vehicle } = own[0].road;
        const km = own.reduce((sum, { exposure }) => sum + (exposure.lengthKm ?? 0), 0);
        if (vehicle.dayKm === null || km <= vehicle.dayKm * days) return [];
        const { id, span } = own.at(-1)!;
        const args = { km: Math.round(km), days, dayKm: vehicle.dayKm, mode: vehicle.id };
        return [findingOn('TJ503', 'warning', { subject: id, span }, { args, sources: vehicle.sources })];
      }),
    ),
};

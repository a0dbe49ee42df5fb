import { addDays } from '../dates.ts';
import { daylightOn } from '../route/daylight.ts';
import { roadDays } from './day-on-the-road.ts';
import { findingOn, type Rule } from './rule.ts';
import { touchesBySubject } from './trip.ts';

export const afterDark: Rule = {
  id: 'TJ504',
  slug: 'after-dark',
  severity: 'warning',
  title: 'The day is too short for the way',
  what: 'Even a start at sunrise without a rest ends after sunset, and a government advises against travelling there at night. Only the hours on the move are counted, as in the dry season.',
  fix: 'Add a night on the way, or start with less to do that day.',
  check: (trip) =>
    roadDays(trip).flatMap(({ legs, days }) => {
      const last = legs.at(-1)!;
      const hours = legs.reduce((sum, { road }) => sum + road.hours, 0);
      if (last.until === null || last.line.length === 0) return [];
      const date = days > 1 ? addDays(last.until, -1) : last.until;
      const light = daylightOn(date, last.line.at(-1)!);
      if (light === null || hours <= light.hours * days) return [];
      const touches = touchesBySubject(trip);
      const advice = legs
        .flatMap(({ id }) => touches.get(id) ?? [])
        .flatMap(({ advisories }) => advisories.filter(({ reasons }) => reasons.includes('night-travel')));
      if (advice.length === 0) return [];
      return [
        findingOn(
          'TJ504',
          'warning',
          { subject: last.id, span: last.span },
          {
            args: {
              hours: Math.round(hours),
              days,
              light: Math.floor(light.hours * 10) / 10,
              sunrise: light.sunrise,
              sunset: light.sunset,
              utcOffset: light.utcOffset,
              date,
              authorities: [...new Set(advice.map(({ authority }) => authority))],
            },
            sources: [...new Set(advice.flatMap(({ sources }) => sources))],
          },
        ),
      ];
    }),
};

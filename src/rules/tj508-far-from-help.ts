import { groupBy } from '../group-by.ts';
import { farthestFrom, type Remote, type ServiceKind } from '../remote/far-from.ts';
import { findingOn, type Rule } from './rule.ts';

/** Farther than this is told, km. Our choice: half a day on mountain roads; two days; half a tank, to come back. */
const FAR_KM: Readonly<Record<ServiceKind, number>> = { hospital: 100, cash: 200, fuel: 125 };

export const farFromHelp: Rule = {
  id: 'TJ508',
  slug: 'far-from-help',
  severity: 'warning',
  title: 'Far from the nearest help that is known',
  what: 'A night, or a place on the way, is more than 100 km from the nearest place that is known to have a hospital, 200 km from a cash machine or, with an engine, 125 km from fuel. These kilometres are our choice: no source gives any. Each is told once, where the trip is farthest from it, by all roads as if they were open. What is not known may be there all the same. Where no known road leads to any it is a warning.',
  fix: 'Carry cash, fuel and a first-aid kit for the way, and agree with your insurer how you would be fetched.',
  check: (trip) => {
    const services: ServiceKind[] = trip.legs.some(({ mode }) => mode === null || MOTORS.has(mode))
      ? ['hospital', 'cash', 'fuel']
      : ['hospital', 'cash'];
    const far = [...farthestFrom(trip, services)].filter(([service, { km }]) => km > FAR_KM[service]);
    return [...groupBy(far, ([, remote]) => whereOf(remote)).values()].map((own) => {
      const { subject, span, name, nearest, km, isStraight } = own[0][1];
      const sources = trip.knowledge.services.find(({ place }) => place === nearest?.id)?.sources ?? [];
      const kinds = own.map(([service]) => service);
      const args = { services: kinds, name, nearest: nearest?.name ?? null, km: Math.round(km), isStraight };
      return findingOn('TJ508', isStraight ? 'warning' : 'info', { subject, span }, { args, sources });
    });
  },
};

const MOTORS: ReadonlySet<string> = new Set(['4x4', 'car', 'motorbike']);

/** What is far from one place and near to another is told in one. */
const whereOf = ({ subject, name, nearest }: Remote): string => JSON.stringify([subject, name, nearest?.id]);

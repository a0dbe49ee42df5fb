import { findingAt, type Rule } from './rule.ts';

export const permitMissing: Rule = {
  id: 'TJ401',
  slug: 'permit-missing',
  severity: 'error',
  title: 'A permit that the trip needs is not in the itinerary',
  what: 'A stop or leg lies in an area that may not be entered without this permit, and `permits:` does not list it.',
  fix: 'Apply in time, then list it under `permits:` with its districts and dates.',
  check: ({ permits }) =>
    permits
      // What is carried is TJ407's.
      .filter(({ check, carried }) => check.status === 'missing' && carried.length === 0)
      .map(({ check, permit, touches }) =>
        findingAt('TJ401', 'error', touches[0], {
          args: {
            permit: check.type,
            name: check.name,
            from: check.from,
            applyBy: check.applyBy,
            worst: check.applyByWorst,
            margin: check.marginDays,
            published: permit.leadDays.usual !== null || permit.leadDays.worst !== null,
          },
          sources: check.sources,
        }),
      ),
};

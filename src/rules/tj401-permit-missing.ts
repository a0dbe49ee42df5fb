import { findingAt, type Rule, surest } from './rule.ts';

export const permitMissing: Rule = {
  id: 'TJ401',
  slug: 'permit-missing',
  severity: 'error',
  title: 'A permit that the trip needs is not in the itinerary',
  what: 'A stop or leg lies in an area that may not be entered without this permit, and `permits:` does not list it.',
  fix: 'Apply in time, then list it under `permits:` with its districts and dates.',
  check: ({ permits }) =>
    permits
      .filter(({ check }) => check.status === 'missing')
      .map(({ check, touches }) =>
        findingAt('TJ401', 'error', surest(touches), {
          args: { permit: check.type, name: check.name, from: check.from, applyBy: check.applyBy },
          sources: check.sources,
        }),
      ),
};

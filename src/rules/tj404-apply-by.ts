import { findingAt, type Rule } from './rule.ts';

export const applyBy: Rule = {
  id: 'TJ404',
  slug: 'apply-by',
  severity: 'warning',
  title: 'The day to apply for a permit has passed, or may have',
  what: 'Counted back from the day the permit is needed: by the usual lead time, or by the longest that a source states.',
  fix: 'Ask the issuer today whether it can still be done; otherwise move the trip.',
  check: ({ permits, asOf }) =>
    permits.flatMap(({ check, touches }) => {
      const open = check.status === 'missing' || check.status === 'incomplete';
      if (!open || check.from === null || check.applyBy === null) return [];
      const usual = check.applyBy < asOf;
      const worst = check.applyByWorst !== null && check.applyByWorst < asOf;
      if (!usual && !worst) return [];
      return [
        findingAt('TJ404', usual ? 'error' : 'warning', touches[0], {
          args: {
            permit: check.type,
            name: check.name,
            applyBy: check.applyBy,
            worst: check.applyByWorst,
            usual,
            from: check.from,
          },
          sources: check.sources,
        }),
      ];
    }),
};

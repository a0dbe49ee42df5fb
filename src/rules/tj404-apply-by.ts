import type { PermitCheck } from '../assessment.ts';
import { findingAt, type Rule } from './rule.ts';

export const applyBy: Rule = {
  id: 'TJ404',
  slug: 'apply-by',
  severity: 'warning',
  title: 'The day to apply for a permit has passed, or may have',
  what: 'Counted back from the first day in the area: by the usual lead time, or by the longest that a source states. An error when the usual time is too short and the permit is surely needed.',
  fix: 'Ask the issuer today whether it can still be done; otherwise move the trip.',
  check: ({ permits, asOf }) =>
    permits.flatMap(({ check, touches, sure }) => {
      const isPast = (day: string | null): boolean => day !== null && day < asOf;
      const usual = isPast(check.applyBy);
      if (!isOpen(check) || !(usual || isPast(check.applyByWorst))) return [];
      return [
        findingAt('TJ404', usual && sure && check.status !== 'check' ? 'error' : 'warning', touches[0], {
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

/** Something is still to be got from the issuer, or may be. */
function isOpen({ status, need }: PermitCheck): boolean {
  return (
    status === 'missing' ||
    status === 'incomplete' ||
    status === 'outside-validity' ||
    (status === 'check' && need === 'certain')
  );
}

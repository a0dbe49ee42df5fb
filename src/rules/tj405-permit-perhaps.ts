import { findingAt, type Rule, surest } from './rule.ts';

export const permitPerhaps: Rule = {
  id: 'TJ405',
  slug: 'permit-perhaps',
  severity: 'warning',
  title: 'A permit may be needed',
  what: 'Sources disagree whether the area asks for this permit, or only a guessed way leads through it.',
  fix: 'Ask the issuer, or give a track that shows the way.',
  check: ({ permits }) =>
    permits
      .filter(({ check }) => check.status === 'check')
      .map(({ check, touches }) =>
        findingAt('TJ405', 'warning', surest(touches), {
          args: { permit: check.type, name: check.name, need: check.need, issuer: check.issuer },
          sources: check.sources,
        }),
      ),
};

import { findingAt, type Rule } from './rule.ts';

export const permitPerhaps: Rule = {
  id: 'TJ405',
  slug: 'permit-perhaps',
  severity: 'warning',
  title: 'A permit may be needed',
  what: 'Sources disagree whether the area asks for this permit, or only a guessed way leads through it.',
  fix: 'Ask the issuer, or give a track that shows the way.',
  check: ({ permits }) =>
    permits
      // A listed paper that could not be compared with the days of the trip is TJ403's, what is carried TJ407's.
      .filter(({ check, held, carried }) => check.status === 'check' && held.length === 0 && carried.length === 0)
      .map(({ check, touches }) =>
        findingAt('TJ405', 'warning', touches[0], {
          args: { permit: check.type, name: check.name, need: check.need, issuer: check.issuer },
          sources: check.sources,
        }),
      ),
};

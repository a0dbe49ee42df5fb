import { namePassport } from '../visas/passport-name.ts';
import { findingOn, type Rule } from './rule.ts';

export const passportNotRecognised: Rule = {
  id: 'TJ420',
  slug: 'passport-not-recognised',
  severity: 'error',
  title: 'The passport is not recognised',
  what: 'By the sources the country does not take this passport for one: nobody is let in on it, with a visa or without.',
  fix: 'Travel on another passport, if you have one, and ask an embassy first.',
  check: ({ visas, knowledge }) =>
    visas
      .filter(({ check }) => check.status === 'refused')
      .map(({ traveller, rule, check }) =>
        findingOn(
          'TJ420',
          'error',
          { subject: traveller.id, span: traveller.spans.nationality ?? traveller.span },
          { args: { passport: namePassport(traveller, knowledge), words: rule?.words ?? '' }, sources: check.sources },
        ),
      ),
};

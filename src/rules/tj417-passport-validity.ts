import type { Finding } from '../finding.ts';
import { addMonths } from '../visas/passport.ts';
import { findingOn, type Rule } from './rule.ts';

export const passportValidity: Rule = {
  id: 'TJ417',
  slug: 'passport-validity',
  severity: 'error',
  title: 'The passport expires too soon, or has too few blank pages',
  what: 'The country asks for a passport that is still good some months after arrival, and for blank pages for its stamps. What the file does not say of the passport is not checked.',
  fix: 'Get a new passport before you apply for anything: visas and permits are bound to its number.',
  dependsOnToday:
    'On a trip without days the months are counted from today. With days in the file it depends on those alone.',
  check: ({ visas, knowledge, asOf }) => {
    const { validMonths, blankPages, sources, words } = knowledge.entry.passport;
    return visas.flatMap(({ traveller, check, stays }): Finding[] => {
      if (check.regime === 'citizen') return [];
      const { expires, blankPages: pages } = traveller.passport;
      // Of several entries the last asks for most; a trip without days lies ahead, so that today is the least.
      const arrival = stays.findLast(({ from }) => from !== null)?.from ?? null;
      const until = addMonths(arrival ?? asOf, validMonths);
      const fault = (key: string, args: Finding['args']): Finding =>
        findingOn(
          'TJ417',
          'error',
          { subject: traveller.id, span: traveller.spans[`passport.${key}`] ?? traveller.span },
          { args: { key, words, ...args }, sources },
        );
      return [
        ...(expires !== null && expires < until ? [fault('expires', { expires, until, arrival, validMonths })] : []),
        ...(pages !== null && pages < blankPages ? [fault('blankPages', { pages, blankPages })] : []),
      ];
    });
  },
};

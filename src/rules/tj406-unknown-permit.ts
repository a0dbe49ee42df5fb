import { didYouMean } from '../itinerary/did-you-mean.ts';
import { findDistrict, isType } from '../permits/papers.ts';
import { findingOn, type Rule } from './rule.ts';

export const unknownPermit: Rule = {
  id: 'TJ406',
  slug: 'unknown-permit',
  severity: 'error',
  title: 'The itinerary names a permit or district that tajcheck does not know',
  what: 'What is not understood cannot be counted as held.',
  fix: 'Use one of the names that `tajcheck explain` lists for the permit.',
  check: ({ itinerary, knowledge }) =>
    itinerary.permits.flatMap((paper) => {
      const permit = knowledge.permits.find((known) => isType(paper, known));
      if (!permit) {
        const types = knowledge.permits.map(({ id }) => id);
        const about = { subject: paper.id, span: paper.spans.type ?? paper.span };
        return [
          findingOn('TJ406', 'error', about, {
            args: { permit: null, written: paper.type, known: didYouMean(paper.type, types) },
          }),
        ];
      }
      return (paper.districts ?? [])
        .filter((written) => !findDistrict(permit, written))
        .map((written) => {
          const about = { subject: paper.id, span: paper.spans.districts ?? paper.span };
          const known = permit.districts.map(({ id }) => id);
          return findingOn('TJ406', 'error', about, {
            args: { permit: permit.id, written, known: didYouMean(written, known) },
          });
        });
    }),
};

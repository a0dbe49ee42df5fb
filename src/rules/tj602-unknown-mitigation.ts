import { didYouMean } from '../itinerary/did-you-mean.ts';
import { findingOn, type Rule } from './rule.ts';

export const unknownMitigation: Rule = {
  id: 'TJ602',
  slug: 'unknown-mitigation',
  severity: 'error',
  title: 'A precaution is named that tajcheck does not know',
  what: 'A name under `mitigations:` ticks the item of the checklist that bears it. No item bears this one, so it ticks nothing.',
  fix: 'Use the id that the checklist shows.',
  check: ({ itinerary, knowledge }) => {
    const known = knowledge.mitigations.map(({ id }) => id);
    return itinerary.mitigations
      .filter(({ id }) => !known.includes(id))
      .map(({ id, span }) =>
        findingOn('TJ602', 'error', { subject: 'trip', span }, { args: { written: id, known: didYouMean(id, known) } }),
      );
  },
};

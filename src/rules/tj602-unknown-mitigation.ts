import { didYouMean } from '../itinerary/did-you-mean.ts';
import { findingOn, type Rule } from './rule.ts';

export const unknownMitigation: Rule = {
  id: 'TJ602',
  slug: 'unknown-mitigation',
  severity: 'error',
  title: 'A precaution is named that tajcheck does not know',
  what: 'A name under `mitigations:` ticks the item of the checklist that bears it. No item bears this one, nor does a zone of your own require it, so it ticks nothing; a permit or a visa is ticked by listing the paper itself.',
  fix: 'Use the id that the checklist shows; list papers under `permits:` or `visas:`.',
  check: ({ itinerary, knowledge, layers }) => {
    const own = layers.flatMap((layer) => Object.values(layer.own ?? {}).flatMap(({ require }) => require));
    const known = [...knowledge.mitigations.map(({ id }) => id), ...own];
    const listOf = new Map<string, string>([
      ...knowledge.permits.map(({ id }) => [`permit-${id}`, 'permits'] as const),
      ...itinerary.party.map(({ id }) => [`visa-${id}`, 'visas'] as const),
    ]);
    return itinerary.mitigations
      .filter(({ id }) => !known.includes(id))
      .map(({ id, span }) => {
        const list = listOf.get(id) ?? null;
        const args = { written: id, list, known: list === null ? didYouMean(id, known) : null };
        return findingOn('TJ602', 'error', { subject: 'trip', span }, { args });
      });
  },
};

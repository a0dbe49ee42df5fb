import { groupBy } from '../group-by.ts';
import { findingOn, type Rule } from './rule.ts';

export const roadAvoided: Rule = {
  id: 'TJ215',
  slug: 'road-avoided',
  severity: 'warning',
  title: 'The quickest road is shut, and another was taken',
  what: 'In the month of travel a source says that the quickest road is closed. The leg was checked along the quickest open one.',
  fix: 'Check that this is the way you mean; name places on it under `via:`, or give a track.',
  check: ({ legs }) =>
    legs.flatMap((leg) =>
      // One pass may be two sections that are shut for one reason.
      [...groupBy(leg.road?.avoided ?? [], ({ closed }) => closed!.words)].map(([words, sections]) => {
        const args = { roads: sections.map(({ name }) => name), words, date: leg.date };
        const about = { subject: leg.id, span: leg.span };
        return findingOn('TJ215', 'warning', about, { args, sources: sections[0].closed!.sources });
      }),
    ),
};

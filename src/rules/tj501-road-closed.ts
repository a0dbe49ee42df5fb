import { monthsOf } from '../dates.ts';
import { openingOf } from '../route/pace.ts';
import { findingOn, type Rule } from './rule.ts';

export const roadClosed: Rule = {
  id: 'TJ501',
  slug: 'road-closed',
  severity: 'error',
  title: 'The road is shut in that season',
  what: 'The leg uses a road that its source says is closed in the month of travel, every year (an error) or in some years (a warning). Days of opening change with the snow.',
  fix: 'Travel in another month or by another road, and ask locally before you go.',
  check: ({ legs }) =>
    legs.flatMap((leg) => {
      // A way may come back to a road: it is told once.
      const sections = new Set(leg.road?.stretches.map(({ section }) => section));
      return [...sections].flatMap((section) => {
        const months = monthsOf(leg.date, leg.until);
        if (section.closed === null || months === null) return [];
        const opening = openingOf(section, months);
        if (opening !== 'closed' && opening !== 'unsure') return [];
        const { words, sources } = section.closed;
        const args = { road: section.name, opening, words, date: leg.date };
        return [
          findingOn(
            'TJ501',
            opening === 'closed' ? 'error' : 'warning',
            { subject: leg.id, span: leg.span },
            { args, sources },
          ),
        ];
      });
    }),
};

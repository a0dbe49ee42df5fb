import { monthsOf } from '../dates.ts';
import { groupBy } from '../group-by.ts';
import { openingOf } from '../route/pace.ts';
import { findingOn, type Rule } from './rule.ts';

export const roadClosed: Rule = {
  id: 'TJ501',
  slug: 'road-closed',
  severity: 'error',
  title: 'The road is shut in that season',
  what: 'The leg uses a road that its source says is closed in the month of travel, every year (an error) or in some years (a warning). Without a date every road that has such months is a warning. Days of opening change with the snow.',
  fix: 'Travel in another month or by another road, and ask locally before you go.',
  check: ({ legs }) =>
    legs.flatMap((leg) => {
      const months = monthsOf(leg.date, leg.until);
      // A way may come back to a road: it is told once. One pass may be two sections that are shut for one reason.
      const sections = [...new Set(leg.road?.stretches.map(({ section }) => section))];
      return (['closed', 'unsure'] as const).flatMap((opening) => {
        const shut = sections.filter((section) => openingOf(section, months) === opening);
        return [...groupBy(shut, ({ closed }) => closed!.words)].map(([words, own]) => {
          const args = { roads: own.map(({ name }) => name), opening, words, date: months === null ? null : leg.date };
          const severity = opening === 'closed' && months !== null ? 'error' : 'warning';
          const about = { subject: leg.id, span: leg.span };
          const sources = [...new Set(own.flatMap(({ closed }) => closed!.sources))];
          return findingOn('TJ501', severity, about, { args, sources });
        });
      });
    }),
};

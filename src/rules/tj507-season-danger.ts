import { exposedTo } from '../season/dangers.ts';
import { findingOn, type Rule, surest } from './rule.ts';

export const seasonDanger: Rule = {
  id: 'TJ507',
  slug: 'season-danger',
  severity: 'warning',
  title: 'A danger of the season',
  what: 'Avalanches, floods, mudflows or snow are told of there in the month of travel. Each danger is told once, at the first place where it is met. Without dates its months are given as a note. A month that is not named is not known to be safe.',
  fix: 'Travel in another month, or ask the guesthouses and drivers on the way every morning, and keep a spare day.',
  check: (trip) =>
    trip.knowledge.seasons.flatMap((season) => {
      const all = exposedTo(season, trip);
      const met = all.filter(({ isInMonth }) => isInMonth === true);
      const undated = all.filter(({ isInMonth }) => isInMonth === null);
      const own = met.length > 0 ? met : undated;
      if (own.length === 0) return [];
      const { name, words, sources, months } = season;
      const [first] = own;
      const args = {
        name,
        words,
        months: months.map(String),
        date: met.length > 0 ? first.date : null,
        where: own.map((each) => each.name),
      };
      const { confidence } = surest(own);
      const rest = { args, sources, confidence };
      return [findingOn('TJ507', met.length > 0 ? 'warning' : 'info', first, rest)];
    }),
};

import { groupBy } from '../group-by.ts';
import { findingAt, type Rule } from './rule.ts';

/** Levels apart before it is remarked on. */
const APART = 2;

export const authoritiesDiffer: Rule = {
  id: 'TJ304',
  slug: 'authorities-differ',
  severity: 'info',
  title: 'Governments disagree about the same place',
  what: 'Two governments that both give a level for this stop or leg are two or more levels apart. tajcheck shows both and sides with neither.',
  fix: 'Read both. Your insurer usually follows the government of your own country.',
  check: ({ touches }) =>
    [...groupBy(touches, (touch) => touch.subject).values()].flatMap((group) => {
      // Each authority's highest level here; the area with the widest spread names the finding.
      const highest = new Map<string, { level: number; touch: (typeof group)[number] }>();
      for (const touch of group) {
        for (const { authority, level } of touch.advisories) {
          if (level !== null && level > (highest.get(authority)?.level ?? 0)) highest.set(authority, { level, touch });
        }
      }
      const sorted = [...highest].sort(([, a], [, b]) => b.level - a.level);
      if (sorted.length < 2) return [];
      const [high, low] = [sorted[0], sorted[sorted.length - 1]];
      if (high[1].level - low[1].level < APART) return [];
      return [
        findingAt('TJ304', 'info', high[1].touch, {
          args: { high: high[0], highLevel: high[1].level, low: low[0], lowLevel: low[1].level },
        }),
      ];
    }),
};

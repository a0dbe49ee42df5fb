/** Differences that tell one thing of one place are one item: seven governments advise against one stop. */
import type { Difference } from '../../diff/difference.ts';
import { groupBy } from '../../group-by.ts';
import { list } from '../pretty/words.ts';
import { type DiffPage, sayOne } from './say.ts';

export interface Item {
  readonly differences: readonly Difference[];
  readonly text: string;
}

export function itemsOf(page: DiffPage, differences: readonly Difference[]): Item[] {
  const key = (difference: Difference, at: number) => {
    if (difference.kind !== 'finding' || page.verbose) return String(at);
    const { before, after, because } = difference;
    const { rule, severity, subject, authority } = (after ?? before)!;
    const reasons = because.map(({ reason }) => reason).join();
    return authority === null
      ? String(at)
      : [rule, severity, subject, reasons, before === null, after === null].join('\n');
  };
  const keyed = differences.map((difference, at) => ({ difference, key: key(difference, at) }));
  return [...groupBy(keyed, (one) => one.key).values()].map((group) => {
    const own = group.map(({ difference }) => difference);
    const others = own.slice(1).flatMap((difference) => {
      const finding = difference.kind === 'finding' ? (difference.after ?? difference.before) : null;
      return finding?.authority ? [page.diff.authorities[finding.authority]?.short ?? finding.authority] : [];
    });
    const more = others.length === 0 ? '' : ` Likewise, each in its own words: ${list([...new Set(others)])}.`;
    return { differences: own, text: `${sayOne(page, own[0])}${more}` };
  });
}

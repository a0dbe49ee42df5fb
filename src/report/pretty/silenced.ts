/** Silenced is not gone: what it is, why it is silenced and until when. */
import type { ReportedFinding } from '../../assessment.ts';
import type { Suppression } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import { sentence } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import { type Page, writeSection } from './page.ts';
import { count, firstSentence, list, sayDate } from './words.ts';

export type Silenced = ReportedFinding & { readonly suppressed: Suppression };

export function writeSilenced(page: Page): string[] {
  const silenced = page.assessment.findings.filter((finding): finding is Silenced => finding.suppressed !== null);
  const part = (by: Suppression['by'], heading: string): string[] => {
    const own = silenced.filter(({ suppressed }) => suppressed.by === by);
    const groups = groupBy(own, ({ rule, suppressed: { reason, until } }) => `${rule} ${until} ${reason}`);
    const lines = [...groups.values()].flatMap((group) => wrap(sayGroup(page, group), page.width, 2, 4));
    return writeSection(page, `${heading}: ${count(own.length, 'finding')}`, lines);
  };
  return [
    ...part('comment', 'Silenced in the file'),
    ...part('baseline', 'Excused by the baseline'),
    ...part('policy', 'Turned off by the policy'),
  ];
}

/** One that stands alone says what it is; of many of a kind the number and the lines are enough. */
export function sayGroup({ verbose, chalk }: Page, group: readonly Silenced[]): string {
  const [{ rule, suppressed }] = group;
  const { by, reason, until } = suppressed;
  const messages = [...new Set(group.map(({ message }) => (verbose ? message : firstSentence(message))))];
  const lines = [...new Set(group.flatMap(({ line }) => line ?? []))];
  const where = lines.length === 0 ? '' : ` (${lines.length > 1 ? 'lines' : 'line'} ${list(lines.map(String))})`;
  const errors = group.filter(({ severity }) => severity === 'error').length;
  const grave =
    errors === 0 ? '' : `${chalk.red(errors === group.length ? plural('Error', errors) : count(errors, 'error'))}: `;
  const what =
    verbose || messages.length === 1 ? messages.map(sentence).join(' ') : `${count(group.length, 'finding')}.`;
  const why = by === 'policy' ? '' : ` ${until === null ? '' : `Until ${sayDate(until)}: `}${sentence(reason)}`;
  return `[${rule}]${where} ${grave}${what}${why}`;
}

const plural = (word: string, amount: number): string => (amount === 1 ? word : `${word}s`);

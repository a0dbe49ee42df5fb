/** What is found that was not before, what no longer is, and what is told otherwise. */
import type { ReportedFinding } from '../../assessment.ts';
import type { Pair } from '../../diff/pair-off.ts';
import { groupBy } from '../../group-by.ts';
import { capitalise, sentence } from '../../sentence.ts';
import type { ChangesPage } from '../changes.ts';
import { count, list } from '../pretty/words.ts';

/** Notes shown without --verbose; errors and warnings are never cut. */
const MOST_NOTES = 4;

export function sayFindings(page: ChangesPage): [heading: string, lines: string[]][] {
  const { added, removed, changed } = page.changes;
  return [
    ['What comes', sayOnes(page, '+', added.findings)],
    ['What goes', sayOnes(page, '-', removed.findings)],
    ['What is said differently', sayOthers(page, changed.findings)],
  ];
}

function sayOnes(page: ChangesPage, sign: string, findings: readonly ReportedFinding[]): string[] {
  const kinds = gather(findings, ({ rule, severity, message }) => [rule, severity, message].join('\n'));
  const lines = kinds.map((alike) => {
    return { severity: alike[0].severity, line: `${sign} ${say(page, alike[0], alike)} [${alike[0].rule}]` };
  });
  return cutNotes(page, lines);
}

function sayOthers(page: ChangesPage, pairs: readonly Pair<ReportedFinding>[]): string[] {
  const kinds = gather(pairs, ({ before, after }) =>
    [before.rule, before.severity, before.message, after.severity, after.message].join('\n'),
  );
  const lines = kinds.map((alike) => {
    const [{ before, after }] = alike;
    const now = say(
      page,
      after,
      alike.map((pair) => pair.after),
    );
    const word = before.severity === after.severity ? '' : `${nameOf(before)}, `;
    const told =
      before.message === after.message
        ? `${nameOf(before)}, ${before.confidence}`
        : `${word}${sayDifference(before.message, after.message)}`;
    return { severity: after.severity, line: `${now} Before: ${sentence(told)} [${after.rule}]` };
  });
  return cutNotes(page, lines);
}

/** Of the old words those that differ, with a few around them. */
export function sayDifference(before: string, after: string): string {
  const [old, now] = [before.split(' '), after.split(' ')];
  const first = countAlike(old, now);
  const last = old.length - countAlike(old.slice(first).reverse(), now.slice(first).reverse());
  const [start, end] = [first - CONTEXT, last + CONTEXT];
  const words = old.slice(Math.max(0, start), end).join(' ');
  return `${start > 0 ? '\u2026 ' : ''}${words}${end < old.length ? ' \u2026' : ''}`;
}

/** Words that both begin with. */
function countAlike(some: readonly string[], others: readonly string[]): number {
  const at = some.findIndex((word, index) => word !== others[index]);
  return at < 0 ? some.length : at;
}

/** Words enough to see where in the sentence one is. */
const CONTEXT = 3;

/** `Error, line 12: message.` */
function say({ chalk }: ChangesPage, finding: ReportedFinding, alike: readonly ReportedFinding[]): string {
  const { severity, confidence, message, suppressed } = finding;
  const word = capitalise(nameOf(finding));
  const painted = severity === 'error' ? chalk.red.bold(word) : severity === 'warning' ? chalk.yellow(word) : word;
  const lines = [...new Set(alike.flatMap(({ line }) => line ?? []))].map(String);
  const where = lines.length === 0 ? '' : `, ${lines.length === 1 ? 'line' : 'lines'} ${list(lines)}`;
  const sure = confidence === 'certain' ? '' : ` (${confidence})`;
  return `${painted}${where}: ${sentence(message)}${sure}${suppressed ? ' Silenced in the file.' : ''}`;
}

const nameOf = ({ severity }: ReportedFinding): string => (severity === 'info' ? 'note' : severity);

function cutNotes(
  { verbose }: ChangesPage,
  lines: readonly { readonly severity: ReportedFinding['severity']; readonly line: string }[],
): string[] {
  const grave = lines.filter(({ severity }) => severity !== 'info');
  const notes = lines.filter(({ severity }) => severity === 'info');
  const shown = verbose || notes.length <= MOST_NOTES + 1 ? notes : notes.slice(0, MOST_NOTES);
  const more = notes.length - shown.length;
  const errorsFirst = [...grave].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return [
    ...[...errorsFirst, ...shown].map(({ line }) => line),
    ...(more > 0 ? [`and ${count(more, 'more note')}: --verbose`] : []),
  ];
}

function gather<T>(items: readonly T[], key: (item: T) => string): T[][] {
  return [...groupBy(items, key).values()];
}

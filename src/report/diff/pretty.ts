/** What got worse and what got better, for a terminal. */
import type { Assessment } from '../../assessment.ts';
import { type Diff, type Difference, type Effect, papers } from '../../diff/difference.ts';
import { capitalise } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { ChangesView } from '../changes.ts';
import { itemsOf } from './group.ts';
import { openDiff, sayOne } from './say.ts';
import { sayTerms, sayVerdict } from './verdict.ts';

/** Other changes are cut without --verbose; what got worse or better never is. */
const MOST_OTHERS = 6;

export function reportDiffPretty(diff: Diff, before: Assessment | null, after: Assessment, view: ChangesView): string {
  const page = openDiff(diff, before, after, view.verbose);
  const { chalk, width } = view;
  const { differences } = page.diff;
  const old = page.diff.before?.label ?? 'nothing';
  const paint: Readonly<Record<Effect, (text: string) => string>> = {
    worse: chalk.red.bold,
    better: chalk.green.bold,
    changed: chalk.bold,
  };
  const rest = (effect: Effect) => differences.filter((one) => one.effect === effect && !papers.includes(one.kind));
  const part = (heading: string, effect: Effect, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : ['', ...wrap(paint[effect](heading), width), ...lines.flatMap((line) => wrap(line, width, 2, 4))];
  const items = (list: readonly Difference[]) => itemsOf(page, list).map(({ text }) => text);
  const others = items(rest('changed'));
  const cut = !view.verbose && others.length > MOST_OTHERS + 1;
  const shown = cut ? [...others.slice(0, MOST_OTHERS), `and ${others.length - MOST_OTHERS} more: --verbose`] : others;
  const paperLines = differences
    .filter(({ kind }) => papers.includes(kind))
    .map((one) => `${capitalise(one.effect)}: ${sayOne(page, one)}`);
  const title = `${old} \u2192 ${page.diff.after.label}: ${sayVerdict(page)}`;
  const lines = [
    ...wrap(chalk.bold(title), width),
    ...sayTerms(page.diff).flatMap((line) => wrap(line, width, 2, 4)),
    ...part('Worse', 'worse', items(rest('worse'))),
    ...part('Better', 'better', items(rest('better'))),
    ...part('Papers that change', 'changed', paperLines),
    ...part('Other changes', 'changed', shown),
  ];
  return `${lines.join('\n')}\n`;
}

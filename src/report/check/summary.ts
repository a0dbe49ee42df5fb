/** The last words of a run: does it pass, what was not shown, what was silenced. */
import type { CheckRun, CheckSummary, PolicyUse } from '../../check/checked-file.ts';
import { type Severity, severities } from '../../finding.ts';
import { list, sayNumber } from '../pretty/words.ts';

const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Lines of plain text. */
export function saySummary(summary: CheckSummary, run: CheckRun): string[] {
  const { comment, baseline, policy } = summary.silenced;
  const silenced = [
    ...(comment > 0 ? [`${sayNumber(comment)} by comments`] : []),
    ...(baseline > 0 ? [`${sayNumber(baseline)} by the baseline`] : []),
    ...(policy > 0 ? [`${sayNumber(policy)} by the policy`] : []),
  ];
  const today = summary.dependOnToday;
  return [
    [sayVerdict(summary), ...sayHidden(summary)].join(' '),
    ...(silenced.length > 0 ? [`Silenced: ${list(silenced)}${run.showSuppressed ? '' : ' (--show-suppressed)'}.`] : []),
    ...sayPolicies(run.policies),
    ...(today > 0 && !run.isPinned
      ? [
          `${sayCount(today, 'finding')} ${today === 1 ? 'depends' : 'depend'} on today, ${run.asOf}; --as-of DATE fixes it.`,
        ]
      : []),
  ];
}

/** Told at most. */
const MOST_POLICIES = 20;

/** By whose rules it was judged. Nothing where that is the policy at the root for all, and it ignores nothing. */
export function sayPolicies(policies: readonly PolicyUse[]): string[] {
  const isUsual = ({ file, isAtRoot, ignored }: PolicyUse) => ignored === 0 && (file === null || isAtRoot);
  if (policies.length < 2 && policies.every(isUsual)) return [];
  const told = policies.slice(0, MOST_POLICIES).map(({ file, files, ignored }) => {
    const judged = files === 0 ? 'no file' : sayCount(files, 'file');
    const left = ignored === 0 ? '' : ` (${sayNumber(ignored)} ignored)`;
    return file === null ? `${judged} without one` : `${judged} as in ${file}${left}`;
  });
  const rest = policies.length - told.length;
  return [`By policy: ${list(rest === 0 ? told : [...told, `${sayNumber(rest)} more policies`])}.`];
}

function sayVerdict({ files, failing, shown }: CheckSummary): string {
  if (files === 0) return 'There was no itinerary to check.';
  const found = sayCounts(shown);
  const verdict =
    failing > 0
      ? `${files === 1 ? '1 file' : `${sayNumber(failing)} of ${sayCount(files, 'file')}`} ${failing === 1 ? 'fails' : 'fail'}`
      : `${sayCount(files, 'file')} ${files === 1 ? 'passes' : 'pass'}`;
  return found.length > 0 ? `${verdict}: ${found.join(', ')}.` : `${verdict}.`;
}

function sayHidden({ open, shown }: CheckSummary): string[] {
  const hidden = { error: 0, warning: 0, info: 0 };
  for (const severity of severities) hidden[severity] = open[severity] - shown[severity];
  const least = severities.findLast((severity) => hidden[severity] > 0);
  return least === undefined ? [] : [`Not shown: ${sayCounts(hidden).join(', ')} (--min-severity ${least}).`];
}

const sayCounts = (counts: Readonly<Record<Severity, number>>): string[] =>
  severities.filter((severity) => counts[severity] > 0).map((severity) => sayCount(counts[severity], words[severity]));

const sayCount = (amount: number, thing: string): string =>
  `${sayNumber(amount)} ${amount === 1 ? thing : `${thing}s`}`;

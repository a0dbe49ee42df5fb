/** The first lines: how many got worse, how many better, and what was compared. */
import { type Diff, type DiffSide, effects } from '../../diff/difference.ts';
import { sayPair } from '../changes.ts';
import { count, list, sayDate, sayLevel } from '../pretty/words.ts';
import { itemsOf } from './group.ts';
import type { DiffPage } from './say.ts';

/** `2 things got worse, 1 better`: as many as are listed below. */
export function sayVerdict(page: DiffPage): string {
  const { before, after, differences } = page.diff;
  if (!after.understood) return 'the file cannot be understood: nothing was checked';
  if (before === null) return `a new trip: ${sayFindings(after)}`;
  if (!before.understood) return `it could not be understood before: ${sayFindings(after)}`;
  const [worse, better, changed] = effects.map((wanted) => {
    return itemsOf(
      page,
      differences.filter(({ effect }) => effect === wanted),
    ).length;
  });
  if (worse + better + changed === 0) return 'nothing changes';
  if (worse + better === 0) return `${count(changed, 'change')}, nothing worse or better`;
  if (worse === 0) return `nothing got worse, ${count(better, 'thing')} better`;
  return `${count(worse, 'thing')} got worse, ${better === 0 ? 'nothing' : better} better`;
}

function sayFindings({ findings: { error, warning, info } }: DiffSide): string {
  return list([count(error, 'error'), count(warning, 'warning'), count(info, 'note')]);
}

/** What else one must know to trust the comparison. */
export function sayTerms({ before, after, unseen }: Diff): string[] {
  const old = before ?? after;
  const day = ({ asOf }: DiffSide) => sayDate(asOf);
  const data = ({ tool: { dataVersion } }: DiffSide) => dataVersion;
  const policy = ({ policy }: DiffSide) => (policy === null ? 'none' : policy.file);
  return [
    old.asOf === after.asOf
      ? `Judged as of ${day(after)}.`
      : `Judged as of ${day(old)} before and ${day(after)} now: some of it may come from the day alone.`,
    data(old) === data(after) ? `Data ${data(after)}.` : `Data ${data(old)} before, ${data(after)} now.`,
    ...sayPair('Policy', policy(old), policy(after)).map((line) => `${line}.`),
    ...(before === null
      ? []
      : [
          ...sayPair('Highest level', sayLevel(old.level), sayLevel(after.level)),
          ...sayPair('Findings', sayFindings(old), sayFindings(after)),
        ].map((line) => `${line}.`)),
    ...(unseen.length > 0
      ? [`Cannot be seen any more: ${some(unseen)}. What is gone may only be hidden, and does not count as better.`]
      : []),
  ];
}

/** Names enough to know what is meant. */
const MOST_NAMES = 5;

function some(names: readonly string[]): string {
  if (names.length <= MOST_NAMES + 1) return list(names);
  return `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
}

/** One line when the files of a run rest on sources past their review, silenced or not: no build turns calm by age. */
import type { CheckRun } from '../../check/checked-file.ts';

export function sayStaleness(
  sources: ReadonlySet<string>,
  { dataVersion, asOf }: CheckRun,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  if (sources.size === 0 || env.TAJCHECK_NO_STALE_NOTICE) return [];
  const are = sources.size === 1 ? '1 source behind these files is' : `${sources.size} sources behind these files are`;
  return [
    `${are} past the review date on ${asOf}, the data being of ${dataVersion.slice(0, 10)}: a newer tajcheck may know more; tajcheck sources lists them. TAJCHECK_NO_STALE_NOTICE=1 silences this line.`,
  ];
}

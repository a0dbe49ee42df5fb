/** What the machine formats of `check` share: how a finding is named, told and placed. */
import type { ReportedFinding } from '../../assessment.ts';
import type { CheckedFile } from '../../check/checked-file.ts';
import { fold64 } from '../../fold.ts';
import { showHidden } from '../../terminal/escape.ts';

/**
 * A name for each finding of a file that holds from run to run and that no other finding of the repository has: its
 * fingerprint, the path, and the how-manyth of its like it is. All findings are counted, shown or not, so that
 * hiding one does not rename another.
 */
export function nameFindings({ path, findings }: CheckedFile): ReadonlyMap<ReportedFinding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const { fingerprint } = finding;
      const nth = (seen.get(fingerprint) ?? 0) + 1;
      seen.set(fingerprint, nth);
      return [finding, fold64([path, fingerprint, nth].join('\u0000'))];
    }),
  );
}

/** One line in which nothing is hidden. Marks of a format, and orders to a log, are for its own escape to break. */
export const showText = (text: string): string => showHidden(text.replace(/\s*[\t\r\n]\s*/g, ' ').trim());

/** The message, and how sure it is where it is not certain. */
export function sayFinding({ message, confidence }: ReportedFinding): string {
  return confidence === 'certain' ? message : `${message} (${confidence})`;
}

/** `tours/wakhan.trip.yaml:12:5`, as far as it is known. */
export function sayPlace(path: string, { line, column }: Pick<ReportedFinding, 'line' | 'column'>): string {
  return [path, line, column].filter((part) => part !== null).join(':');
}

/** What could not be read of the file is in no report: every one says so. */
import type { Assessment } from '../assessment.ts';
import { count } from './pretty/words.ts';

export function sayUnread({ findings }: Pick<Assessment, 'findings'>): string[] {
  // A comment that silences nothing leaves nothing unread.
  const errors = findings.filter(
    ({ rule, severity, suppressed }) => /^TJ(1(?!1[3-6])|2)/.test(rule) && severity === 'error' && !suppressed,
  );
  return errors.length === 0
    ? []
    : [`The file has ${count(errors.length, 'error')}: this covers only what could be read.`];
}

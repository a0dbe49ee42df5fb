import type { Assessment, ReportedFinding } from '../assessment.ts';
import { escapeForTerminal } from '../terminal/escape.ts';

/** One line per finding, the way editors and scripts like it: `file:line:column: severity TJ###: message`. */
export function reportCompact(assessment: Assessment): string {
  return assessment.findings
    .filter((finding) => finding.suppressed === null)
    .map((finding) => `${escapeForTerminal(formatCompact(finding))}\n`)
    .join('');
}

export function formatCompact(finding: ReportedFinding): string {
  const at = [finding.file, finding.line, finding.column].filter((part) => part !== null).join(':');
  const sure = finding.confidence === 'certain' ? '' : ` (${finding.confidence})`;
  return `${at}: ${finding.severity} ${finding.rule}: ${finding.message}${sure}`;
}

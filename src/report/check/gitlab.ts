/** GitLab's Code Quality report: a list of issues, each with a name that no other issue has. */
import type { ReportedFinding } from '../../assessment.ts';
import { type CheckedFile, type CheckReporter, type CheckRun, shownFindings } from '../../check/checked-file.ts';
import type { Severity } from '../../finding.ts';
import { writeJson } from '../escape-json.ts';
import { nameFindings, sayFinding, showText } from './place.ts';
import { saySilenced } from './silenced.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' };

export function gitlabReporter(): CheckReporter {
  let run: CheckRun;
  let issues = 0;
  return {
    begin: (begun) => {
      run = begun;
      return '[';
    },
    file: (checked) => {
      const names = nameFindings(checked);
      return shownFindings(checked, run)
        .map((finding) => {
          return `${issues++ === 0 ? '' : ','}\n${writeJson(tellIssue(checked, finding, names.get(finding)!))}`;
        })
        .join('');
    },
    end: () => '\n]\n',
  };
}

function tellIssue({ path }: CheckedFile, finding: ReportedFinding, fingerprint: string): object {
  const { rule, severity, line, endLine, suppressed } = finding;
  return {
    description: showText([sayFinding(finding), ...saySilenced(finding)].join(' ')),
    check_name: rule,
    fingerprint,
    severity: suppressed === null ? severities[severity] : 'info',
    location: { path, lines: { begin: line ?? 1, end: endLine ?? line ?? 1 } },
  };
}

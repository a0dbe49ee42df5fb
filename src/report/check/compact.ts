/** One line for each finding, the way editors, scripts and people like it, and the summary last. */
import type { ReportedFinding } from '../../assessment.ts';
import { type CheckReporter, type CheckRun, shownFindings } from '../../check/checked-file.ts';
import { escapeForTerminal } from '../../terminal/escape.ts';
import { formatCompact } from '../compact.ts';
import { saySilenced } from './silenced.ts';
import { saySummary } from './summary.ts';

export function compactReporter(): CheckReporter {
  let run: CheckRun;
  return {
    begin: (begun) => {
      run = begun;
      return '';
    },
    file: (checked) => shownFindings(checked, run).map(sayFinding).join(''),
    end: (summary) => saySummary(summary, run).map(sayLine).join(''),
  };
}

const sayFinding = (finding: ReportedFinding): string =>
  sayLine([formatCompact(finding), ...saySilenced(finding)].join(' '));

const sayLine = (text: string): string => `${escapeForTerminal(text)}\n`;

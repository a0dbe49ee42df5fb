/**
 * Workflow commands that GitHub turns into annotations on the lines of a pull request. Of each kind it shows ten for a
 * step and leaves the others in the log; a last line then says how many there are.
 */
import type { ReportedFinding } from '../../assessment.ts';
import { type CheckedFile, type CheckReporter, type CheckRun, shownFindings } from '../../check/checked-file.ts';
import type { Severity } from '../../finding.ts';
import { escapeStrings } from '../../terminal/escape.ts';
import { escapeCommandData, escapeCommandProperty } from '../escape-command.ts';
import { count, list } from '../pretty/words.ts';
import { sayFinding } from './place.ts';
import { saySilenced } from './silenced.ts';

/** Annotations of one kind that GitHub shows for a step. */
const SHOWN = 10;

type Command = 'error' | 'warning' | 'notice';
const commands: Readonly<Record<Severity, Command>> = { error: 'error', warning: 'warning', info: 'notice' };

export function githubReporter(): CheckReporter {
  let run: CheckRun;
  const written: Record<Command, number> = { error: 0, warning: 0, notice: 0 };
  return {
    begin: (begun) => {
      run = begun;
      return '';
    },
    file: (checked) =>
      shownFindings(checked, run)
        .map((finding) => {
          const command = finding.suppressed === null ? commands[finding.severity] : 'notice';
          written[command]++;
          return annotate(command, escapeStrings(checked.path), escapeStrings(finding));
        })
        .join(''),
    end: () => {
      if (Math.max(...Object.values(written)) <= SHOWN) return '';
      const all = Object.entries(written).filter(([, amount]) => amount > 0);
      const amounts = list(all.map(([command, amount]) => count(amount, command)));
      return `::notice title=tajcheck::${amounts} in all. GitHub shows ${SHOWN} of a kind for one step; the log of this step has every one.\n`;
    },
  };
}

/** Both strings and the finding are safe to print by now. */
function annotate(command: Command, file: CheckedFile['path'], finding: ReportedFinding): string {
  const { rule, slug, line, endLine, column, endColumn, help } = finding;
  const first = line ?? 1;
  const last = Math.max(first, endLine ?? first);
  // Columns count only within one line: GitHub refuses them otherwise.
  const inOneLine = line !== null && first === last;
  const properties = {
    file,
    line: first,
    endLine: last,
    ...(inOneLine && column !== null && { col: column }),
    ...(inOneLine && column !== null && endColumn !== null && { endColumn: Math.max(column, endColumn) }),
    title: `${rule} ${slug}`,
  };
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeCommandProperty(String(value))}`);
  const lines = [sayFinding(finding), ...saySilenced(finding), help].filter(Boolean);
  return `::${command} ${written.join(',')}::${escapeCommandData(lines.join('\n'))}\n`;
}

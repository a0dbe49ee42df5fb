/** Each finding with the lines of the file that it is about and what to do, for the terminal of a person. */
import type { ReportedFinding } from '../../assessment.ts';
import { type CheckedFile, type CheckReporter, type CheckRun, shownFindings } from '../../check/checked-file.ts';
import { groupBy } from '../../group-by.ts';
import { capitalise, sentence } from '../../sentence.ts';
import { escapeForTerminal, escapeStrings } from '../../terminal/escape.ts';
import { wrap } from '../../terminal/wrap.ts';
import { frameSource } from '../frame.ts';
import type { View } from '../where.ts';
import { saySilenced } from './silenced.ts';
import { saySummary } from './summary.ts';

export function prettyReporter(view: View): CheckReporter {
  const { chalk, width } = view;
  let run: CheckRun;
  let example: string | null = null;
  return {
    begin: (begun) => {
      run = begun;
      return '';
    },
    file: (checked) => {
      const shown = shownFindings(checked, run);
      example ??= shown[0]?.rule ?? null;
      const helped = new Set<string>();
      // What stands at one place shares its frame.
      return [...groupBy(shown, placeOf).values()]
        .flatMap((alike) => [...writePlace(alike, checked, helped, view), ''])
        .map((line) => `${line}\n`)
        .join('');
    },
    end: (summary) => {
      const [verdict, ...others] = saySummary(summary, run).map(escapeForTerminal);
      const paint = summary.failing > 0 ? chalk.red.bold : chalk.bold;
      return [
        ...(example === null ? [] : wrap(`What a rule means, and how to mend it: tajcheck explain ${example}`, width)),
        ...wrap(paint(verdict), width),
        ...others.flatMap((line) => wrap(line, width)),
      ]
        .map((line) => `${line}\n`)
        .join('');
    },
  };
}

const words = { error: 'error', warning: 'warning', info: 'note' } as const;

const placeOf = ({ line, column, endLine, endColumn }: ReportedFinding): string =>
  [line, column, endLine, endColumn].join(':');

/** Where, the lines of the file, and what was found there. What to do is said with the first of its kind in a file. */
function writePlace(alike: readonly ReportedFinding[], { source }: CheckedFile, helped: Set<string>, view: View) {
  const { chalk, width } = view;
  const { file, line, column, endLine, endColumn } = escapeStrings(alike[0]);
  const at = [file, line, column].filter((part) => part !== null).join(':');
  const frame = line === null ? [] : frameSource(source, { line, column: column ?? 1, endLine, endColumn }, width - 4);
  return [
    ...wrap(chalk.dim(at), width),
    ...frame.map((text) => `    ${text}`),
    ...alike.flatMap((finding) => {
      const lines = writeFinding(escapeStrings(finding), helped.has(finding.rule), view);
      helped.add(finding.rule);
      return lines;
    }),
  ];
}

function writeFinding(finding: ReportedFinding, isHelped: boolean, { chalk, width }: View): string[] {
  const { rule, severity, confidence, message, help } = finding;
  const word = capitalise(words[severity]);
  const painted = severity === 'error' ? chalk.red.bold(word) : severity === 'warning' ? chalk.yellow(word) : word;
  const sure = confidence === 'certain' ? '' : ` (${confidence})`;
  return [
    ...wrap(`${painted} ${rule}: ${sentence(message)}${sure}`, width, 2, 4),
    ...(isHelped ? [] : wrap(`What to do: ${sentence(help)}`, width, 4)),
    ...saySilenced(finding).flatMap((text) => wrap(chalk.dim(text), width, 4)),
  ];
}

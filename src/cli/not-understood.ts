/** Says on standard error why a file is no itinerary: each finding with its line, and what to do about it. */
import type { Finding } from '../finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { frameSource } from '../report/frame.ts';
import { formatFinding } from '../rules/message.ts';
import { ruleOf } from '../rules/registry.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { viewOf } from './terminal.ts';

interface Refused {
  readonly name: string;
  readonly source: string;
  readonly findings: readonly Finding[];
  readonly knowledge: Knowledge;
  readonly color: ColourFlag | undefined;
}

export function sayNotUnderstood({ name, source, findings, knowledge, color }: Refused): void {
  const { width, chalk } = viewOf(process.stderr, color);
  for (const finding of findings) {
    const message = formatFinding(finding, knowledge);
    process.stderr.write(
      `${chalk.bold(`${escapeForTerminal(name)}${placeOf(finding)}`)}: ${escapeForTerminal(message)}\n`,
    );
    if (finding.span) for (const line of frameSource(source, finding.span, width)) process.stderr.write(`  ${line}\n`);
    process.stderr.write(`  ${ruleOf(finding.rule).fix} [${finding.rule}]\n`);
  }
  process.stderr.write('The itinerary cannot be understood; nothing was checked.\n');
}

const placeOf = ({ span }: Finding): string => (span ? `:${span.line}:${span.column}` : '');

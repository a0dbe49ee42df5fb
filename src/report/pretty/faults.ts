/** What is wrong in the file, shown in the file; then findings that belong to no day and no paper. */
import type { ReportedFinding } from '../../assessment.ts';
import type { Severity } from '../../finding.ts';
import { wrap } from '../../terminal/wrap.ts';
import { frameSource } from '../frame.ts';
import type { Page } from './page.ts';
import { cutTail, writeSection } from './page.ts';
import { baseName, capitalise, count, list, sayDate, sentence } from './words.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info'];
/** File, places and dates, papers: what a change to the file can mend. */
const inTheFile = /^TJ[124]/;
/** Told in other sections: areas and their advice, guessed ways, dates to apply by and doubtful papers, stale sources. */
const toldElsewhere = /^TJ(3..|206|404|405|901)$/;

export function writeFaults(page: Page): string[] {
  const findings = page.assessment.findings
    .filter(
      ({ severity, suppressed, rule }) =>
        !suppressed && (page.verbose || (severity !== 'info' && !toldElsewhere.test(rule))),
    )
    .filter((finding) => !isToldByDay(page, finding))
    .sort(bySeverityAndPlace);
  const faults = findings.filter(({ rule }) => inTheFile.test(rule));
  const errors = groupFindings(faults.filter(({ severity }) => severity === 'error'));
  const warnings = cutTail(page, groupFindings(faults.filter(({ severity }) => severity !== 'error')), 3);
  const others = cutTail(
    page,
    findings.filter(({ rule }) => !inTheFile.test(rule)),
    4,
  );
  return [
    ...writeSection(page, `To mend in ${baseName(page.assessment.itinerary.file)}: ${sayCounts(faults)}`, [
      ...[...errors, ...warnings.shown].flatMap((group) => writeFramed(page, group)),
      ...sayMore(page, warnings.more, 'warning'),
    ]),
    ...writeSection(page, 'Also found', [
      ...others.shown.flatMap((finding) => wrap(sayFinding(page, finding), page.width, 2, 4)),
      ...sayMore(page, others.more, 'finding'),
    ]),
    ...writeSuppressed(page),
  ];
}

/** Findings about the same stretch of the file share one frame, and so do findings that say the same of several. */
function groupFindings(findings: readonly ReportedFinding[]): ReportedFinding[][] {
  const groups: ReportedFinding[][] = [];
  for (const finding of findings) {
    const group = groups.find(
      ([first]) => isSameFault(first, finding) || (finding.line !== null && placeOf(first) === placeOf(finding)),
    );
    if (group) group.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

function isSameFault(a: ReportedFinding, b: ReportedFinding): boolean {
  return a.rule === b.rule && a.message === b.message && a.severity === b.severity && a.file === b.file;
}

function placeOf({ file, line, column, endLine, endColumn }: ReportedFinding): string {
  return [file, line, column, endLine, endColumn].join(':');
}

function writeFramed(page: Page, findings: readonly ReportedFinding[]): string[] {
  const said = new Set(findings.map((finding) => sayFinding(page, finding)));
  const places = [...new Map(findings.map((finding) => [placeOf(finding), finding])).values()];
  // Every error is shown where it is; of warnings that say the same the first is enough.
  const framed = findings[0].severity === 'error' || page.verbose ? places : places.slice(0, 1);
  const others = places.slice(framed.length).flatMap(({ line }) => line ?? []);
  const helps = new Set(findings.map(({ help }) => help).filter(Boolean));
  return [
    ...[...said].flatMap((line) => wrap(line, page.width, 2, 4)),
    ...framed.flatMap((finding) => writeFrame(page, finding)),
    ...(others.length > 0 ? wrap(`the same on line ${list(others.map(String))}`, page.width, 4) : []),
    ...[...helps].flatMap((help) => wrap(`Help: ${help}`, page.width, 4, 6)),
  ];
}

function writeFrame(page: Page, { file, line, column, endLine, endColumn }: ReportedFinding): string[] {
  if (line === null) return [];
  const at = [file, line, column].filter((part) => part !== null).join(':');
  const isItinerary = page.source !== undefined && file === page.assessment.itinerary.file;
  const span = { line, column: column ?? 1, endLine, endColumn };
  const frame = isItinerary ? frameSource(page.source ?? '', span, page.width - 4) : [];
  return [...wrap(page.chalk.dim(at), page.width, 4), ...frame.map((text) => `    ${text}`)];
}

function sayFinding({ chalk }: Page, { severity, message, rule }: ReportedFinding): string {
  const word = capitalise(severity === 'info' ? 'note' : severity);
  const painted = severity === 'error' ? chalk.red.bold(word) : severity === 'warning' ? chalk.yellow(word) : word;
  return `${painted}: ${sentence(message)} [${rule}]`;
}

function sayMore(page: Page, more: number, thing: string): string[] {
  return more > 0 ? wrap(`and ${count(more, `more ${thing}`)}: --verbose`, page.width, 2) : [];
}

function sayCounts(findings: readonly ReportedFinding[]): string {
  const counts = severities.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
  );
  return counts
    .filter(([, amount]) => amount > 0)
    .map(([severity, amount]) => count(amount, severity === 'info' ? 'note' : severity))
    .join(', ');
}

function bySeverityAndPlace(a: ReportedFinding, b: ReportedFinding): number {
  const bySeverity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  return bySeverity || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function isToldByDay({ trip }: Page, { rule, subject }: ReportedFinding): boolean {
  return rule.startsWith('TJ5') && trip.stops.some(({ stop, leg }) => stop.id === subject || leg?.id === subject);
}

/** Silenced is not gone: each reason and its last day are named. */
function writeSuppressed(page: Page): string[] {
  const suppressed = page.assessment.findings.flatMap(({ rule, suppressed }) =>
    suppressed ? [{ rule, ...suppressed }] : [],
  );
  const lines = new Set(
    suppressed.map(({ rule, reason, until }) => `[${rule}] until ${sayDate(until)}: ${sentence(reason)}`),
  );
  return writeSection(
    page,
    `Silenced in the file: ${count(suppressed.length, 'finding')}`,
    [...lines].flatMap((line) => wrap(line, page.width, 2, 4)),
  );
}

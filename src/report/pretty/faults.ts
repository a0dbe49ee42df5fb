/** What the traveller can mend in the file, shown in the file; then what else was found, one line each. */
import type { ReportedFinding } from '../../assessment.ts';
import { severities } from '../../finding.ts';
import { capitalise, sentence } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import { frameSource } from '../frame.ts';
import type { Page } from './page.ts';
import { cutTail, writeSection } from './page.ts';
import { writeSilenced } from './silenced.ts';
import { baseName, count, firstSentence, list } from './words.ts';

/** Warnings that are shown in the file. */
const MOST_FRAMES = 3;
/** The file itself, its places, days and tracks, its permits, passports and border posts, and what it vouches for. */
const mendable = /^TJ(1\d\d|20[12457]|210|40[12367]|41[123579]|42[01]|43[14]|602)$/;
/** Told in other sections: areas and their advice, guessed ways, papers, what is required, stale sources. */
export const toldElsewhere = /^TJ(3\d\d|206|40[459]|414|422|603|90\d)$/;

/** Told elsewhere too; but an error stands in the file. */
const mendableErrors = /^TJ(305|404|414|603)$/;

export function isMendable({ rule, severity }: ReportedFinding): boolean {
  return mendable.test(rule) || (severity === 'error' && mendableErrors.test(rule));
}

export function writeFaults(page: Page): string[] {
  const open = page.assessment.findings.filter(({ suppressed }) => !suppressed);
  const faults = open.filter((finding) => isMendable(finding) && (page.verbose || finding.severity !== 'info'));
  const errors = groupByMessage(faults.filter(({ severity }) => severity === 'error').sort(byPlace));
  // The first few are shown in the file; of the others the line is enough, but none is left out.
  const warnings = cutTail(
    page,
    groupByMessage(faults.filter(({ severity }) => severity !== 'error').sort(byPlace)),
    MOST_FRAMES,
  );
  const others = groupByRule(open.filter((finding) => !isMendable(finding) && isNews(page, finding)));
  return [
    ...writeSection(page, `To mend in ${baseName(page.assessment.itinerary.file)}: ${sayCounts(faults)}`, [
      ...writeFramed(page, [...errors, ...warnings.shown]),
      ...warnings.rest.flatMap((group) => wrap(sayGroup(page, group), page.width, 2, 4)),
    ]),
    ...writeSection(
      page,
      'Also found',
      others.flatMap((group) => wrap(sayGroup(page, group), page.width, 2, 4)),
    ),
    ...writeSilenced(page),
  ];
}

/** Said nowhere else in the briefing. */
function isNews(page: Page, { rule, severity, subject }: ReportedFinding): boolean {
  if (page.verbose) return true;
  // Areas and sources are told elsewhere; that a policy makes them errors is told here, or nobody sees what fails.
  if (severity === 'error') return true;
  if (severity === 'info' || toldElsewhere.test(rule)) return false;
  const visa = page.assessment.visas.find(({ traveller }) => traveller === subject);
  if (rule === 'TJ416' && visa?.status === 'check') return false;
  const at = page.trip.stops.find(({ stop, leg }) => stop.id === subject || leg?.id === subject);
  // A day tells its own season and heights, and a stop outside the data says that it is.
  return !(at && (rule.startsWith('TJ5') || (rule.startsWith('TJ2') && at.stop.id === subject && !at.stop.zones)));
}

/** The same words about several places are said once. */
export function groupByMessage(findings: readonly ReportedFinding[]): ReportedFinding[][] {
  return group(findings, ({ rule, severity, file, message }) => [rule, severity, file, message].join('\n'));
}

function groupByRule(findings: readonly ReportedFinding[]): ReportedFinding[][] {
  return group(findings, ({ rule, severity }) => `${rule} ${severity}`);
}

function group(findings: readonly ReportedFinding[], keyOf: (finding: ReportedFinding) => string): ReportedFinding[][] {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const others = groups.get(key);
    if (others) others.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

function writeFramed(page: Page, groups: readonly ReportedFinding[][]): string[] {
  let lastPlace = '';
  const helped = new Set<string>();
  return groups.flatMap((findings) => {
    const places = [...new Map(findings.map((finding) => [placeOf(finding), finding])).values()];
    // Every error is shown where it is; of warnings that say the same the first is enough.
    const framed = findings[0].severity === 'error' || page.verbose ? places : places.slice(0, 1);
    const others = places.slice(framed.length).flatMap(({ line }) => line ?? []);
    // What to do about a kind of fault is said with the first of it.
    const { rule, help } = findings[0];
    const lines = wrap(sayFinding(page, findings[0], helped.has(rule) ? '' : help), page.width, 2, 4);
    helped.add(rule);
    for (const finding of framed) {
      // Two faults at one place share a frame.
      if (placeOf(finding) !== lastPlace) lines.push(...writeFrame(page, finding));
      lastPlace = placeOf(finding);
    }
    if (others.length > 0) lines.push(...wrap(`the same on line ${list(others.map(String))}`, page.width, 4));
    return lines;
  });
}

function placeOf({ file, line, column, endLine, endColumn }: ReportedFinding): string {
  return [file, line, column, endLine, endColumn].join(':');
}

function writeFrame(page: Page, { file, line, column, endLine, endColumn }: ReportedFinding): string[] {
  if (line === null) return [];
  const at = [file, line, column].filter((part) => part !== null).join(':');
  const isItinerary = page.source !== undefined && file === page.assessment.itinerary.file;
  const span = { line, column: column ?? 1, endLine, endColumn };
  const frame = isItinerary ? frameSource(page.source ?? '', span, page.width - 4) : [];
  return [...wrap(page.chalk.dim(at), page.width, 4), ...frame.map((text) => `    ${text}`)];
}

/** The fault, and beside it what to do, unless the message proposes something itself. */
function sayFinding({ chalk }: Page, { severity, message, rule }: ReportedFinding, help: string): string {
  const word = capitalise(severity === 'info' ? 'note' : severity);
  const painted = severity === 'error' ? chalk.red.bold(word) : severity === 'warning' ? chalk.yellow(word) : word;
  const advice = help && !message.endsWith('?') ? ` ${sentence(help)}` : '';
  return `${painted}: ${sentence(message)}${advice} [${rule}]`;
}

/** Messages of one rule that are told one by one. */
const MOST_ALIKE = 3;
/** Of what else was found, so much says what it is and why; `explain` and the longer page have the rest. */
const MOST_SENTENCES = 3;

function sayGroup(page: Page, findings: readonly ReportedFinding[]): string {
  const lines = [...new Set(findings.flatMap(({ line }) => line ?? []))];
  const where = lines.length > 0 ? ` (${lines.length > 1 ? 'lines' : 'line'} ${list(lines.map(String))})` : '';
  const messages = [...new Set(findings.map(({ message }) => message))];
  const { shown, more } = cutTail(page, messages, MOST_ALIKE);
  const [first, ...others] = page.verbose ? shown : shown.map((message) => firstSentence(message, MOST_SENTENCES));
  const rest = [...others.map(sentence), more > 0 ? `And ${more} more like it: --verbose` : ''].filter(Boolean);
  return `${[sayFinding(page, { ...findings[0], message: first }, ''), ...rest].join(' ')}${more > 0 ? '' : where}`;
}

function sayCounts(findings: readonly ReportedFinding[]): string {
  return severities
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, amount]) => amount > 0)
    .map(([severity, amount]) => count(amount, severity === 'info' ? 'note' : severity))
    .join(', ');
}

export function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) || (a.column ?? 0) - (b.column ?? 0);
}

/**
 * JUnit's XML, as Jenkins and GitLab read it: a suite for each file, a case for each finding, and one case that passes
 * for a file in which nothing was found. The whole run has no totals: they are known only when all is written.
 */
import type { ReportedFinding } from '../../assessment.ts';
import {
  type CheckedFile,
  type CheckReporter,
  type CheckRun,
  failing,
  shownFindings,
} from '../../check/checked-file.ts';
import { escapeXml } from '../escape-xml.ts';
import { sayFinding, sayPlace, showText } from './place.ts';
import { saySilenced } from './silenced.ts';

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

export function junitReporter(): CheckReporter {
  let run: CheckRun;
  return {
    begin: (begun) => {
      run = begun;
      return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tajcheck">\n';
    },
    file: (checked) => writeSuite(checked, run),
    end: () => '</testsuites>\n',
  };
}

function writeSuite(checked: CheckedFile, run: CheckRun): string {
  // What fails is here even where the display leaves it out: a case that passes must mean that it does.
  const shown = new Set(shownFindings(checked, run));
  const failed = new Set(failing(checked.findings, checked.failOn));
  const findings = checked.findings.filter((finding) => shown.has(finding) || failed.has(finding));
  const outcomes = findings.map((finding) => judge(finding, checked, failed.has(finding)));
  const path = writeText(checked.path);
  const names = new Map<string, number>();
  const cases = findings.map((finding, at) => {
    const told = nameCase(finding);
    const nth = (names.get(told) ?? 0) + 1;
    names.set(told, nth);
    const name = writeText(nth === 1 ? told : `${told} #${nth}`);
    return `    <testcase classname="${path}" name="${name}">${writeOutcome(checked, finding, outcomes[at])}</testcase>\n`;
  });
  if (cases.length === 0) cases.push(writeWhole(checked, path));
  const amount = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  const [failures, errors, skipped] = [amount('failure'), amount('error'), amount('skipped')];
  const mute = findings.length === 0 && checked.fails ? 1 : 0;
  const totals = `tests="${cases.length}" failures="${failures + mute}" errors="${errors}" skipped="${skipped}"`;
  return `  <testsuite name="${path}" ${totals}>\n${cases.join('')}  </testsuite>\n`;
}

function judge({ suppressed }: ReportedFinding, { status }: CheckedFile, fails: boolean): Outcome {
  if (suppressed !== null) return 'skipped';
  if (status === 'unreadable') return 'error';
  return fails ? 'failure' : 'passed';
}

/** `TJ301 advised-against: stop-3, uk-fcdo`. */
function nameCase({ rule, slug, subject, zone, authority }: ReportedFinding): string {
  return `${rule} ${slug}: ${[subject, zone, authority].filter((part) => part !== null).join(', ')}`;
}

function writeOutcome({ path }: CheckedFile, finding: ReportedFinding, outcome: Outcome): string {
  const { rule, severity, help } = finding;
  const said = sayFinding(finding);
  const where = `${sayPlace(path, finding)}: ${severity} ${rule}: ${said}`;
  const text = [where, ...saySilenced(finding), help].filter(Boolean).map(writeText).join('\n');
  if (outcome === 'skipped') return `<skipped>${text}</skipped>`;
  if (outcome === 'passed') return `<system-out>${text}</system-out>`;
  return `<${outcome} type="${rule}" message="${writeText(said)}">${text}</${outcome}>`;
}

/** The one case of a file without findings to tell. */
function writeWhole({ fails }: CheckedFile, path: string): string {
  const outcome = fails ? '<failure type="check" message="The file fails."></failure>' : '';
  return `    <testcase classname="${path}" name="passes">${outcome}</testcase>\n`;
}

const writeText = (text: string): string => escapeXml(showText(text));

/**
 * A comment for a pull request: verdicts in a table, what was found in each file folded below. It is written at the
 * end, for a comment has an upper size; until then no more is kept than fits, and the end says what did not.
 */
import type { ReportedFinding } from '../../assessment.ts';
import { type CheckedFile, type CheckReporter, type CheckRun, shownFindings } from '../../check/checked-file.ts';
import { type Severity, severities } from '../../finding.ts';
import { reaches } from '../../policy/policy.ts';
import { sentence } from '../../sentence.ts';
import { escapeCommentHtml as html, escapeCommentProse as prose, escapeComment as text } from '../escape-comment.ts';
import { count, list, sayDate, sayDates, sayLevel } from '../pretty/words.ts';
import { saySilenced } from './silenced.ts';
import { saySummary } from './summary.ts';

/** By this line a bot finds its earlier comment, and edits it instead of writing another. */
const MARKER = '<!-- tajcheck -->';

/** GitHub takes 65,536 characters. Each part has its share, what fails the larger ones; head and foot are short. */
const ROOM = { failing: { row: 17_000, details: 32_000 }, passing: { row: 6_000, details: 7_000 } };
/** Of one file, so that it does not take the room of all others. */
const ROOM_OF_FILE = 8_000;
/** Characters of a text from a file, before they are escaped. */
const LONGEST = { path: 200, title: 80, message: 500 };

export function markdownReporter(): CheckReporter {
  const rows = { failing: gather(ROOM.failing.row), passing: gather(ROOM.passing.row) };
  const details = { failing: gather(ROOM.failing.details), passing: gather(ROOM.passing.details) };
  let run: CheckRun;
  return {
    begin: (begun) => {
      run = begun;
      return '';
    },
    file: (checked) => {
      const verdict = checked.fails ? 'failing' : 'passing';
      rows[verdict].add(() => writeRow(checked));
      const shown = shownFindings(checked, run);
      if (shown.length > 0) details[verdict].add(() => writeDetails(checked, shown));
      return '';
    },
    end: (summary) => {
      const table = [...rows.failing.texts, ...rows.passing.texts];
      const lines = [
        MARKER,
        `## tajcheck: the check ${summary.failing > 0 ? 'fails' : 'passes'}`,
        '',
        ...saySummary(summary, run).flatMap((line) => [prose(line), '']),
        ...(table.length === 0 ? [] : [...tableHead, ...table, '']),
        ...sayLeft('Not in the table', rows.failing.left(), rows.passing.left()),
        ...details.failing.texts,
        ...details.passing.texts,
        ...sayLeft('Findings not listed', details.failing.left(), details.passing.left()),
        writeFoot(run),
      ];
      return `${lines.join('\n')}\n`;
    },
  };
}

/** Texts in the order in which they come, until one does not fit; the others are counted. */
function gather(room: number) {
  const texts: string[] = [];
  let used = 0;
  let left = 0;
  const add = (write: () => string): void => {
    // What comes after is not even written: of a thousand files most do not fit.
    const one = left > 0 ? null : write();
    // One for the line's end.
    if (one === null || used + one.length + 1 > room) left++;
    else {
      texts.push(one);
      used += one.length + 1;
    }
  };
  return { texts, add, left: () => left };
}

const tableHead = [
  '| File | Days | Highest level | Errors | Warnings | Notes | Verdict |',
  '|---|---|---|--:|--:|--:|---|',
];

function writeRow(checked: CheckedFile): string {
  const { path, trip, findings } = checked;
  const title = trip?.itinerary.title ? `<br>${text(cut(trip.itinerary.title, LONGEST.title))}` : '';
  const amounts = severities.map((wanted) => {
    return findings.filter(({ severity, suppressed }) => severity === wanted && suppressed === null).length;
  });
  const cells = [`${code(path)}${title}`, sayStay(checked), sayHighest(checked), ...amounts, sayState(checked)];
  return `| ${cells.join(' | ')} |`;
}

function sayStay({ kind, trip }: CheckedFile): string {
  if (kind === 'baseline') return '';
  if (trip === null) return 'not known';
  const { start, end, days } = trip.itinerary;
  const dates = start === null || end === null ? 'no dates' : text(sayDates(start, end));
  return days === null ? dates : `${count(days, 'day')}, ${dates}`;
}

/** Where part of the file was not understood, silenced or not, the true level may be higher. */
function sayHighest({ kind, trip, findings }: CheckedFile): string {
  if (kind === 'baseline') return '';
  if (trip === null) return 'not known';
  const { level } = trip.overall;
  return level !== null && level < 4 && findings.some(isGap) ? `at least ${sayLevel(level)}` : sayLevel(level);
}

/** A slip in the file itself, or a place that is not known; comments that silence (TJ113 to TJ115) hide no place. */
const isGap = ({ rule, severity }: ReportedFinding): boolean =>
  /^TJ(1(?!1[3-6])|20[12])/.test(rule) && severity === 'error';

function sayState({ status, fails, findings, failOn }: CheckedFile): string {
  if (status === 'unreadable') return '**cannot be read**';
  if (status === 'not-understood') return '**not understood**';
  if (fails) return '**fails**';
  // An old file full of known faults must not look like a clean one.
  const silenced = findings.filter(({ severity, suppressed }) => suppressed !== null && reaches(severity, failOn));
  return silenced.length === 0 ? 'passes' : `passes, ${silenced.length} silenced`;
}

const code = (path: string): string => `<code>${text(cut(path, LONGEST.path))}</code>`;

function writeDetails({ path }: CheckedFile, shown: readonly ReportedFinding[]): string {
  // Markdown is not read within this line, HTML is.
  const name = html(cut(path, LONGEST.path));
  const lines = gather(ROOM_OF_FILE);
  for (const finding of shown) lines.add(() => writeFinding(finding));
  const left = lines.left();
  return [
    `<details><summary><code>${name}</code>: ${sayAmounts(shown)}</summary>`,
    '',
    ...lines.texts,
    ...(left === 0 ? [] : [`- … and ${left} more that do not fit here`]),
    '',
    '</details>',
    '',
  ].join('\n');
}

function sayAmounts(shown: readonly ReportedFinding[]): string {
  const open = shown.filter(({ suppressed }) => suppressed === null);
  const silenced = shown.length - open.length;
  const amounts = severities.map(
    (wanted) => [wanted, open.filter(({ severity }) => severity === wanted).length] as const,
  );
  const told = amounts.filter(([, amount]) => amount > 0).map(([severity, amount]) => count(amount, words[severity]));
  return list([...told, ...(silenced === 0 ? [] : [`${silenced} silenced`])]);
}

const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function writeFinding(finding: ReportedFinding): string {
  const { rule, severity, line, message, confidence, help } = finding;
  const said = prose(sentence(cut(message, LONGEST.message)));
  const place = `${line === null ? '' : `, line ${line}`}${confidence === 'certain' ? '' : `, ${confidence}`}`;
  const more = [...saySilenced(finding), help].filter(Boolean).map((one) => ` ${prose(cut(one, LONGEST.message))}`);
  return `- **${words[severity]}** ${rule}${place}: ${said}${more.join('')}`;
}

function sayLeft(what: string, failing: number, passing: number): string[] {
  if (failing + passing === 0) return [];
  const some = [
    ...(failing === 0 ? [] : [`${count(failing, 'file')} that ${failing === 1 ? 'fails' : 'fail'}`]),
    ...(passing === 0 ? [] : [`${count(passing, 'file')} that ${passing === 1 ? 'passes' : 'pass'}`]),
  ];
  return [`**${what}, for want of room:** ${list(some)}. The log of the check has them all.`, ''];
}

function writeFoot({ version, dataVersion, asOf }: CheckRun): string {
  const judged = `Judged as of ${text(sayDate(asOf))} by tajcheck \`${version}\` with the data of \`${dataVersion}\`.`;
  const safe = 'A file passes when nothing at or above its threshold was found. That does not make the trip safe.';
  return `<sub>${judged} ${safe}</sub>`;
}

/** Counted in characters, so that no pair is cut in two. */
function cut(written: string, most: number): string {
  const characters = Array.from(written.slice(0, 2 * most + 2));
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : written;
}

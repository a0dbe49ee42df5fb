/** Files as `check` has looked at them: real trips with real findings, and hand-made ones with hostile text. */
import fc from 'fast-check';
import type { ReportedFinding } from '../../../src/assessment.ts';
import { checkFile } from '../../../src/check/check-file.ts';
import {
  type CheckedFile,
  type CheckReporter,
  type CheckRun,
  type CheckSummary,
  failing,
  shownFindings,
} from '../../../src/check/checked-file.ts';
import { severities } from '../../../src/finding.ts';
import type { Threshold } from '../../../src/policy/policy.ts';
import { knowledge } from '../../trip.ts';

export const defaults: CheckRun = {
  version: '1.2.3',
  dataVersion: '2026-11-22.00000000',
  asOf: '2026-11-22',
  isPinned: true,
  minSeverity: null,
  showSuppressed: false,
  policies: [],
};

/** Everything shown. */
export const openly: CheckRun = { ...defaults, minSeverity: 'info', showSuppressed: true };

/** The output of a whole run. */
export function write(reporter: CheckReporter, files: readonly CheckedFile[], run: CheckRun = defaults): string {
  return [reporter.begin(run), ...files.map(reporter.file), reporter.end(summarise(files, run))].join('');
}

export function summarise(files: readonly CheckedFile[], run: CheckRun): CheckSummary {
  const count = (findings: readonly ReportedFinding[]) => {
    const [error, warning, info] = severities.map((wanted) => {
      return findings.filter(({ severity, suppressed }) => severity === wanted && suppressed === null).length;
    });
    return { error, warning, info };
  };
  const all = files.flatMap(({ findings }) => findings);
  const silenced = (who: string) => all.filter(({ suppressed }) => suppressed?.by === who).length;
  return {
    files: files.length,
    failing: files.filter(({ fails }) => fails).length,
    open: count(all),
    shown: count(files.flatMap((file) => shownFindings(file, run))),
    silenced: { comment: silenced('comment'), baseline: silenced('baseline'), policy: silenced('policy') },
    dependOnToday: 0,
  };
}

/** The text of a trip as `check` sees it. */
export async function look(path: string, text: string, failOn: Threshold = 'error'): Promise<CheckedFile> {
  const rules = { asOf: '2026-11-22', version: '1.2.3', knowledge: knowledge(), failOn };
  return checkFile({ file: path, path, content: { text } }, { ...rules, loadTrack: async (name) => notThere(name) });
}

const notThere = (path: string) => ({
  rule: 'TJ108' as const,
  args: { path, code: 'not-found' as const, line: null, column: null },
});

/** Advice against going, missing papers, a repeated stop. */
export const pamir = `tajcheck: 1
title: "Pamir <b>@alice</b> ::error::boom"
start: 2027-07-03
party:
  - { nationality: NZ, age: 41 }
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: Khorog, nights: 2 }
  - { place: Ishkashim, nights: 1 }
  - { place: Khorog, nights: 1 }
  - { place: Atlantis, nights: 1 }
`;

export const clean = `tajcheck: 1
title: A weekend
start: 2027-07-03
party:
  - { nationality: US, age: 41, passport: { expires: 2031-01-01, blankPages: 4 } }
travel: car
entry: { by: air, place: Dushanbe airport }
exit: { by: air, place: Dushanbe airport }
stops:
  - { place: Dushanbe, nights: 2 }
`;

export const broken = 'stops: [\n  - { place: : }\n';

export function finding(told: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    rule: 'TJ301',
    slug: 'advised-against',
    severity: 'error',
    confidence: 'certain',
    message: 'A government advises against going there',
    help: 'Read the advice in full.',
    file: 'a.trip.yaml',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 12,
    subject: 'stop-2',
    zone: null,
    authority: null,
    sources: [],
    fingerprint: '0123456789abcdef',
    dependsOnToday: false,
    suppressed: null,
    ...told,
  };
}

/** An assessed file with these findings. */
export function checked(findings: readonly ReportedFinding[], told: Partial<CheckedFile> = {}): CheckedFile {
  const { path = 'a.trip.yaml', failOn = 'error' } = told;
  const itinerary = { file: path, title: 'A trip', start: '2027-07-03', end: '2027-07-16', days: 14 };
  return {
    file: path,
    path,
    kind: 'itinerary',
    status: 'assessed',
    source: '',
    findings,
    trip: { itinerary, overall: { level: 3, byAuthority: {} } },
    failOn,
    fails: failing(findings, failOn).length > 0,
    ...told,
  };
}

/** The same file under another title. */
export function titled(file: CheckedFile, title: string): CheckedFile {
  return { ...file, trip: file.trip && { ...file.trip, itinerary: { ...file.trip.itinerary, title } } };
}

/** Any sequence of UTF-16 units, half pairs among them, and often what some format makes something of. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        ...['::error::boom', '\n::warning file=x::y', '%0A::error::x', '%25', '%', ':', ',', '=', '##[error]x'],
        ...[
          ']]>',
          '<!--',
          '-->',
          '&#0;',
          '</testcase>',
          '<script>',
          '"',
          "'",
          '\u0000',
          '\u001b[31m',
          '\ud800',
          '\udc00',
        ],
        ...['\ufffe', '\u202e', '\u{e0041}', '\u2028', '\r\n', '\n\n', '\t', '  '],
        ...[
          '[a](javascript:x)',
          '![a](https://evil.example/x.png)',
          '@alice',
          '#12',
          'GH-12',
          'a/b#3',
          'www.evil.example',
        ],
        ...[
          'https://evil.example',
          'a@b.example',
          ':skull:',
          '$x^2$',
          '| a | b |',
          '</details>',
          '```',
          '`',
          '\\',
          '</code>',
        ],
        ...['- [x] done', '# head', '1. one', '{0}', '{{'],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** Characters that could move a cursor, hide text or turn it around, and orders to a log other than of `github`. */
export const unprintable = (written: string): string[] => written.match(acting)?.filter((one) => one !== '\n') ?? [];

const acting =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Cs}]|^\s*:\p{Cf}*:|##\w*\[/gmu;

/** Every string in a tree that holds half a pair. */
export function halves(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Cs}/u.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(halves) : [];
}

/** A baseline as text: one entry on a line, sorted, so that two branches that each add some merge well. */
import type { ReportedFinding } from '../assessment.ts';
import { groupBy } from '../group-by.ts';
import { reaches } from '../policy/policy.ts';
import { type Baseline, isExcusable, type Judged, type KnownSin, type Stale } from './baseline.ts';
import { baselineSchema, byKind, keyOf } from './read-baseline.ts';

export interface BaselineWriter {
  /** Takes what fails in a file for known. */
  readonly add: (path: string, file: Judged) => void;
  /** `exists` is asked for the files of the old baseline that were not added. */
  readonly finish: (exists: (path: string) => boolean) => WrittenBaseline;
}

interface WrittenBaseline {
  readonly text: string;
  /** Findings in it, and files they are in. */
  readonly findings: number;
  readonly files: number;
  /** Findings that fail and that no baseline excuses. */
  readonly refused: number;
}

/** `old`: entries of files that the run does not check are kept, and those found again keep their day. */
export function startBaseline(old: Baseline, asOf: string): BaselineWriter {
  const added = new Map<string, KnownSin[]>();
  let refused = 0;
  return {
    add: (path, { status, findings, failOn }) => {
      const failing = findings.filter((finding) => isOpen(finding) && reaches(finding.severity, failOn));
      const taken = status === 'assessed' ? failing.filter(isExcusable) : [];
      refused += failing.length - taken.length;
      // Of a file that is not understood nothing new is known; and where nothing can fail, nothing was forgiven.
      if (status === 'assessed' && failOn !== 'never') added.set(path, collect(path, taken, old.get(path) ?? [], asOf));
    },
    finish: (exists) => {
      const kept = [...old].filter(([path]) => !added.has(path) && exists(path));
      const all = [...added, ...kept].filter(([, entries]) => entries.length > 0);
      const entries = all.flatMap(([, own]) => own);
      const findings = entries.reduce((sum, { count }) => sum + count, 0);
      return { text: printBaseline(entries), findings, files: all.length, refused };
    },
  };
}

/** Without the entries, or that part of their counts, that are stale. */
export function pruneBaseline(baseline: Baseline, stale: readonly Stale[]): string {
  const over = new Map(stale.map((one) => [keyOf(one.known), one.over]));
  const all = [...baseline.values()].flat();
  const left = all.map((known) => ({ ...known, count: known.count - (over.get(keyOf(known)) ?? 0) }));
  return printBaseline(left.filter(({ count }) => count > 0));
}

/** What an earlier baseline excused is still there. */
const isOpen = ({ suppressed }: ReportedFinding): boolean => suppressed === null || suppressed.by === 'baseline';

function collect(
  file: string,
  findings: readonly ReportedFinding[],
  old: readonly KnownSin[],
  asOf: string,
): KnownSin[] {
  const kinds = groupBy(findings, ({ rule, severity, fingerprint }) => `${rule} ${severity} ${fingerprint}`);
  return [...kinds.values()].map((group): KnownSin => {
    const { rule, severity, fingerprint, message } = group[0];
    const before = old.find(
      (known) => known.rule === rule && known.severity === severity && known.fingerprint === fingerprint,
    );
    const { since = asOf, says = shorten(message) } = before ?? {};
    return { file, rule, severity, count: group.length, fingerprint, since, says, line: 0 };
  });
}

/** As much as fits beside the rest on a line. */
const MOST_SAID = 100;

const shorten = (message: string): string =>
  message.length <= MOST_SAID ? message : `${message.slice(0, MOST_SAID - 1).replace(/[\s\uD800-\uDBFF]+$/, '')}…`;

function printBaseline(entries: readonly KnownSin[]): string {
  const rows = [...entries].sort(byKind).map(({ file, rule, severity, count, fingerprint, since, says }) => {
    const keys = Object.entries({ file, rule, severity, count, fingerprint, since, says });
    return `    { ${keys.map(([key, value]) => `"${key}": ${visible(JSON.stringify(value))}`).join(', ')} }`;
  });
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`;
  return `{\n  "schema": ${JSON.stringify(baselineSchema)},\n  "known": ${list}\n}\n`;
}

/** Characters that show nothing, or turn the text around, are written out. */
const visible = (json: string): string =>
  json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );

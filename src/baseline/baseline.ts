/**
 * What a repository knows of its own sins: so many findings of a kind in a file are excused, one more is not.
 *
 * A run reads it with `openBaseline`, hands each checked file through `applyBaseline`, and shows what no longer
 * holds with `checkedBaseline`. `startBaseline` writes a new one, `pruneBaseline` takes out what is stale.
 */
import type { ReportedFinding } from '../assessment.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import type { Severity } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { isLocked, reaches } from '../policy/policy.ts';

export interface KnownSin {
  /** Path of the itinerary from the baseline's folder, with `/`. */
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  /** How many of them. */
  readonly count: number;
  readonly fingerprint: string;
  /** First day on which it was recorded. */
  readonly since: string;
  /** What the first of them said when it was recorded: for people who read the file. */
  readonly says: string;
  /** In the baseline file; 0 for one that is not in it yet. */
  readonly line: number;
}

export type Baseline = ReadonlyMap<string, readonly KnownSin[]>;

/** Of an entry so many are found no more; gone: the itinerary itself is. */
export interface Stale {
  readonly known: KnownSin;
  readonly over: number;
  readonly why: 'fixed' | 'gone';
}

/** What of a checked file counts here. */
export type Judged = Pick<CheckedFile, 'status' | 'findings' | 'failOn'>;

/** Faults that no baseline excuses: hidden characters, too much, and what is said of files, comments and baselines. */
const never = /^TJ11[0-6]$/;

export const isExcusable = ({ rule }: Pick<ReportedFinding, 'rule'>): boolean => !never.test(rule);

/**
 * The findings, those that are known marked so, and the entries that excuse nothing. A finding takes an entry of its
 * own severity, or, when it would fail, a graver one: what has grown worse is not excused. Of a file that is not
 * understood nothing is excused, and nothing is said of its entries, nor while a part of it is not understood.
 */
export function applyBaseline(baseline: Baseline, path: string, { status, findings, failOn }: Judged) {
  const entries = baseline.get(path) ?? [];
  if (status !== 'assessed' || entries.length === 0) return { findings, stale: [] as Stale[] };
  const left = new Map(entries.map((known) => [known, known.count]));
  const ofKind = groupBy(entries, kindOf);
  const excusedBy = new Map<ReportedFinding, KnownSin>();
  const take = (finding: ReportedFinding, fits: (known: KnownSin) => boolean): void => {
    const known = ofKind.get(kindOf(finding))?.find((one) => left.get(one)! > 0 && fits(one));
    if (known === undefined) return;
    left.set(known, left.get(known)! - 1);
    excusedBy.set(finding, known);
  };
  const open = findings.filter((finding) => finding.suppressed === null && isExcusable(finding));
  for (const finding of open) take(finding, ({ severity }) => severity === finding.severity);
  for (const finding of open) {
    if (!excusedBy.has(finding) && reaches(finding.severity, failOn))
      take(finding, (known) => reaches(known.severity, finding.severity));
  }
  const marked = findings.map((finding) => {
    const known = reaches(finding.severity, failOn) ? excusedBy.get(finding) : undefined;
    return known === undefined ? finding : { ...finding, suppressed: excuse(known) };
  });
  const over = marked.some(mayHide) ? [] : [...left].filter(([, amount]) => amount > 0);
  return { findings: marked, stale: over.map(([known, amount]): Stale => ({ known, over: amount, why: 'fixed' })) };
}

/** It makes the file fail, and what was known may stand behind what it does not let us see: an unknown place, for one. */
const mayHide = ({ rule, severity, suppressed }: ReportedFinding): boolean =>
  suppressed === null && severity === 'error' && isLocked(rule);

/** Entries for itineraries that are gone; `exists` is asked for each path that the run did not check. */
export function staleOfGone(
  baseline: Baseline,
  checked: ReadonlySet<string>,
  exists: (path: string) => boolean,
): Stale[] {
  return [...baseline]
    .filter(([path]) => !checked.has(path) && !exists(path))
    .flatMap(([, entries]) => entries.map((known): Stale => ({ known, over: known.count, why: 'gone' })));
}

const kindOf = ({ rule, fingerprint }: Pick<ReportedFinding, 'rule' | 'fingerprint'>): string =>
  `${rule} ${fingerprint}`;

const excuse = ({ since }: KnownSin) => ({ by: 'baseline', reason: `known since ${since}`, until: null }) as const;

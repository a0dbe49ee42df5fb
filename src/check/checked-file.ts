/** What `check` knows of one file once it has looked at it: plain data, sent from one thread to another. */
import type { Assessment, ReportedFinding } from '../assessment.ts';
import type { Severity } from '../finding.ts';
import { reaches, type Threshold } from '../policy/policy.ts';

export interface CheckedFile {
  /** As shown to people: relative to the working folder, with `/`. */
  readonly file: string;
  /** From the repository's root, with `/`: what machines match on. */
  readonly path: string;
  readonly kind: 'itinerary' | 'baseline';
  /** not-understood: its findings say why, and nothing else was checked. unreadable: it is no text, or lies outside. */
  readonly status: 'assessed' | 'not-understood' | 'unreadable';
  /** Text of the file, for frames; empty when unreadable. */
  readonly source: string;
  /** Every finding, silenced ones too, by place in the file. */
  readonly findings: readonly ReportedFinding[];
  /** Null where the file is not understood. */
  readonly trip: Pick<Assessment, 'itinerary' | 'overall'> | null;
  /** Findings from here on fail it. */
  readonly failOn: Threshold;
  /** An open finding stands at or above `failOn`, or the file could not be read. */
  readonly fails: boolean;
}

/** The run as a whole, known before the first file. */
export interface CheckRun {
  readonly version: string;
  readonly dataVersion: string;
  readonly asOf: string;
  /** Was today given (`--as-of`)? Else some findings may change by themselves. */
  readonly isPinned: boolean;
  /** Findings below are counted and not shown; null: as `failOn` of the file, warning where that is never. */
  readonly minSeverity: Severity | null;
  readonly showSuppressed: boolean;
  /** Every policy that holds for a file of the run, or ignores one; the one at the root first. */
  readonly policies: readonly PolicyUse[];
}

/** A policy may stand in the folder of whoever writes the trip: which one judged is told. */
export interface PolicyUse {
  /** As shown to people; null: none. */
  readonly file: string | null;
  /** It stands at the root of the repository. */
  readonly isAtRoot: boolean;
  /** Files that it judges, and files that a search would have found but for its `ignore`. */
  readonly files: number;
  readonly ignored: number;
}

export interface CheckSummary {
  readonly files: number;
  readonly failing: number;
  /** Open findings, shown or not. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly shown: Readonly<Record<Severity, number>>;
  readonly silenced: { readonly comment: number; readonly baseline: number; readonly policy: number };
  /** Open findings of rules that depend on today. */
  readonly dependOnToday: number;
}

/**
 * Writes a run piece by piece, so that a thousand files take no more memory than ten. Each method returns text to
 * append; nothing is kept from file to file but counts.
 */
export interface CheckReporter {
  readonly begin: (run: CheckRun) => string;
  readonly file: (checked: CheckedFile) => string;
  readonly end: (summary: CheckSummary) => string;
}

/** Findings to be shown: open ones at or above the severity wanted, and the silenced ones where asked for. */
export function shownFindings({ findings, failOn, fails }: CheckedFile, run: CheckRun): readonly ReportedFinding[] {
  const least = run.minSeverity ?? (failOn === 'never' ? 'warning' : failOn);
  return findings.filter(
    ({ rule, severity, suppressed }) =>
      (reaches(severity, least) && (suppressed === null || run.showSuppressed)) ||
      // A comment that has run out may be why the file fails today and passed yesterday.
      (fails && rule === 'TJ115'),
  );
}

/** Open findings at or above the threshold. */
export function failing(findings: readonly ReportedFinding[], failOn: Threshold): readonly ReportedFinding[] {
  return findings.filter(({ severity, suppressed }) => suppressed === null && reaches(severity, failOn));
}

export const fails = (findings: readonly ReportedFinding[], failOn: Threshold): boolean =>
  failing(findings, failOn).length > 0;

/** What the pipeline says about an itinerary. Findings are data; their words are made in `rules/message.ts`. */

/** The gravest first. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** certain; likely: within the geometry's uncertainty; possible: the route is a guess. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** The surer, the lower. */
export const sureness: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };

/** A stretch of the itinerary file. Lines and columns count from 1; the end is exclusive in columns. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * What a finding is about: `stop-3`, `leg-2` (from `stop-2` to `stop-3`; `leg-0` is the way in), `entry`, `exit`,
 * `permit-1`, `party-1`, `trip` or `file`.
 */
export type Subject = string;

/** Why a finding does not count though it stands. */
export interface Suppression {
  readonly by: 'comment' | 'baseline' | 'policy';
  readonly reason: string;
  /** Last day, `YYYY-MM-DD`; null: no end. */
  readonly until: string | null;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject: Subject;
  /** Null when the subject has no place in the file. */
  readonly span: Span | null;
  readonly zone?: string;
  readonly authority?: string;
  /** Typed by the rule; `rules/message.ts` turns them into words. */
  readonly args: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly sources: readonly string[];
  readonly suppressed?: Suppression;
}

import type { Severity } from '../finding.ts';

/** What is known of a rule apart from its check: the text behind `tajcheck explain TJ###`. */
export interface RuleMeta {
  /** `TJ` and three digits, never reused. */
  readonly id: string;
  readonly slug: string;
  readonly severity: Severity;
  readonly title: string;
  /** What it means when this fires. */
  readonly what: string;
  /** What to do about it. */
  readonly fix: string;
  /** Why its findings may change with today alone; absent: the same file and the same data always give the same. */
  readonly dependsOnToday?: string;
}

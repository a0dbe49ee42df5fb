/** What an operator accepts, demands and grades otherwise: `tajcheck.config.yaml`, read and checked. */
import { type Severity, severities } from '../finding.ts';
import type { Level } from '../knowledge/schema/parts.ts';

/** Findings at this severity and above fail; never: none does. */
export const thresholds = [...severities, 'never'] as const;
export type Threshold = (typeof thresholds)[number];

/** Does a finding of this severity fail there? */
export const reaches = (severity: Severity, threshold: Threshold): boolean =>
  threshold !== 'never' && severities.indexOf(severity) <= severities.indexOf(threshold);

/** What of the checklist must be done: ids of its lines, `required` for what the data require, `all`. */
interface Demand {
  /** From this level on, by an authority that gates, anywhere on the trip; null: on every trip. */
  readonly level: Level | null;
  readonly items: readonly string[];
}

export interface Policy {
  /** Whose advice decides; null: everybody's. What others say is still shown. */
  readonly authorities: readonly string[] | null;
  /** Highest level accepted anywhere; null: none is set, and advice is graded as the rules do. */
  readonly maxLevel: Level | null;
  /** Highest level accepted in one zone, by its id; it counts before `maxLevel`. */
  readonly zoneLevels: Readonly<Record<string, Level>>;
  /** By rule. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly demands: readonly Demand[];
  /** Working days wanted on top of the lead time of a permit or visa kind, by its id; `default` for all others. */
  readonly leadMargins: Readonly<Record<string, number>>;
  readonly suppressions: {
    readonly allowed: boolean;
    /** Rules that no comment may silence. */
    readonly never: readonly string[];
    /** A comment may silence for so many days from today at most; null: no limit. */
    readonly maxDays: number | null;
  };
}

/** Nothing said: every rule as it is. */
export const noPolicy: Policy = {
  authorities: null,
  maxLevel: null,
  zoneLevels: {},
  severities: {},
  demands: [],
  leadMargins: {},
  suppressions: { allowed: true, never: [], maxDays: null },
};

/**
 * Rules that no policy turns off or lowers, and no comment silences: those of the file (TJ1xx), suppressions and
 * baselines among them, and places that are not known. What is not understood was not checked, and must not pass
 * for it.
 */
export const isLocked = (rule: string): boolean => /^TJ(1\d\d|201|202)$/.test(rule);

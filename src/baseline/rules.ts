/** The rule about baselines. */
import type { RuleMeta } from '../rules/meta.ts';

export const baselineRules: readonly RuleMeta[] = [
  {
    id: 'TJ116',
    slug: 'baseline-stale',
    severity: 'error',
    title: 'The baseline excuses what is no longer there',
    what: 'An entry of the baseline stands for a finding that does not fail any more, or for an itinerary that is gone. Left in, it would excuse the same fault when it comes back.',
    fix: 'Run `tajcheck check --prune-baseline` and commit the baseline with the change.',
  },
];

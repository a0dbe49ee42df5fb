/** The rules about comments that silence findings. */
import type { RuleMeta } from '../rules/meta.ts';

export const suppressionRules: readonly RuleMeta[] = [
  {
    id: 'TJ113',
    slug: 'suppression-malformed',
    severity: 'error',
    title: 'A comment that should silence a finding cannot be read',
    what: 'A comment is meant to silence findings, and its rule, its last day or its reason is missing, wrong or not allowed. It silences nothing.',
    fix: 'Write `# tajcheck-ignore TJ301 until 2027-09-01 -- why it may be so`, or remove the comment.',
    dependsOnToday: 'A policy may limit for how many days from today a comment silences.',
  },
  {
    id: 'TJ114',
    slug: 'suppression-unused',
    severity: 'warning',
    title: 'A comment silences nothing',
    what: 'The rule that the comment names finds nothing there, or another comment silences it already. Left in, it would silence the next finding unseen.',
    fix: 'Remove the comment, or the rule from it.',
    dependsOnToday: 'What the comment silences may itself depend on today.',
  },
  {
    id: 'TJ115',
    slug: 'suppression-expired',
    severity: 'warning',
    title: 'A comment that silenced a finding has run out',
    what: 'The last day of the comment is over, counted from today or from `--as-of`. What it silenced counts again.',
    fix: 'Look at the finding again. Then mend it, or give the comment a new day and a reason that still holds.',
    dependsOnToday: 'The last day of a comment comes by itself.',
  },
];

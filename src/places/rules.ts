import type { RuleMeta } from '../rules/meta.ts';

/** Rules about names and days of stops, raised while they are resolved. */
export const placeRules: readonly RuleMeta[] = [
  {
    id: 'TJ201',
    slug: 'unknown-place',
    severity: 'error',
    title: 'A place is not in the gazetteer',
    what: 'The name is no place that tajcheck knows, in any spelling. A near match is suggested, never taken.',
    fix: 'Use a known name, or give coordinates: `at: { lat: 37.49, lon: 71.55 }`.',
  },
  {
    id: 'TJ202',
    slug: 'ambiguous-place',
    severity: 'error',
    title: 'A name belongs to several places',
    what: 'More than one place bears this name, and they may lie in different zones.',
    fix: 'Write the full name of the one you mean, or give coordinates.',
  },
  {
    id: 'TJ204',
    slug: 'date-jump',
    severity: 'warning',
    title: 'A pinned date does not follow from the nights before it',
    what: "The stop is pinned to a day other than the one its predecessors' nights lead to. A later day leaves nights unaccounted for; an earlier one cannot be.",
    fix: 'Correct `date:` or the nights before it.',
  },
  {
    id: 'TJ205',
    slug: 'name-and-coordinates-apart',
    severity: 'warning',
    title: 'The coordinates are far from the place of that name',
    what: 'Both were given, and they are more than 20 km apart. The coordinates were used.',
    fix: 'Correct one of them, or give the stop a name of its own.',
  },
];

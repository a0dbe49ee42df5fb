/** The rules about files as files. */
import type { RuleMeta } from '../rules/meta.ts';

export const fileRules: readonly RuleMeta[] = [
  {
    id: 'TJ112',
    slug: 'file-unreadable',
    severity: 'error',
    title: 'A file could not be read or checked',
    what: 'The file holds no text that could be an itinerary, lies outside the repository, is gone, or tajcheck failed on it. Nothing in it was checked, and the run ends with exit code 2.',
    fix: 'Save the itinerary as a plain UTF-8 text file inside the repository, or leave the file out of the check.',
  },
];

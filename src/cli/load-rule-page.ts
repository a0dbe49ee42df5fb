import { readFileSync } from 'node:fs';
import { DataError } from '../errors.ts';

/** The page of a rule, `docs/rules/TJ###.md`, which the build puts beside the bundle. Throws `DataError` without it. */
export function loadRulePage(id: string): string {
  let pages: Readonly<Record<string, string>>;
  try {
    pages = JSON.parse(readFileSync(new URL('./rules.json', import.meta.url), 'utf8'));
  } catch {
    throw new DataError(
      'The pages of the rules are missing. Install tajcheck again, or run `npm run build` in a clone.',
    );
  }
  if (!Object.hasOwn(pages, id)) throw new DataError(`The page of ${id} is missing. Install tajcheck again.`);
  return pages[id];
}

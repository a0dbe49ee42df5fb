/** The parts of the trip page that the build has made, and the base map. Each throws `DataError` where they are missing. */
import { readFileSync } from 'node:fs';
import { DataError } from '../errors.ts';
import type { Basemap } from '../map/basemap.ts';
import type { PageParts } from '../report/html.ts';

export const loadBasemap = (): Basemap => JSON.parse(read('basemap.json'));

export function loadPageParts(): PageParts {
  return { script: read('page.js'), style: read('page.css'), basemap: loadBasemap() };
}

function read(name: string): string {
  try {
    return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
  } catch {
    throw new DataError(`${name} is missing. Install tajcheck again, or run \`npm run build\` in a clone.`);
  }
}

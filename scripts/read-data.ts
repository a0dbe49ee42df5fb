import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFiles } from '../src/knowledge/compile-knowledge.ts';

const root = join(import.meta.dirname, '..', 'data');

/** All YAML and GeoJSON below `data/`, as the compiler of knowledge takes it. */
export function readData(): DataFiles {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(yaml|geojson)$/.test(name),
  );
  return Object.fromEntries(
    names.sort().map((name) => [name.replaceAll('\\', '/'), readFileSync(join(root, name), 'utf8')]),
  );
}

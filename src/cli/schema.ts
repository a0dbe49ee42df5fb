import { readFileSync } from 'node:fs';
import { exitCodes } from './exit.ts';

/** `tajcheck schema NAME`: a JSON Schema that ships with the program. */
export function printSchema(name: 'itinerary' | 'config' | 'assessment' | 'check' | 'diff' | 'zones'): number {
  process.stdout.write(readFileSync(new URL(`../data/schema/${name}.schema.json`, import.meta.url)));
  return exitCodes.clean;
}

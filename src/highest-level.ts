/** The highest level of several. Never a sum or a mean of governments: it is what at least one of them says. */
import type { Level } from './knowledge/schema/parts.ts';

/** Null: none has a level, or nothing is known. */
export function highestLevel(said: readonly { readonly level: Level | null }[] | null): Level | null {
  let highest: Level | null = null;
  for (const { level } of said ?? []) if ((level ?? 0) > (highest ?? 0)) highest = level;
  return highest;
}

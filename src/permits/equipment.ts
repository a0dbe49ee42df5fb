/** Things carried that ask for a paper. A near miss in spelling must not read as harmless. */
import { distance } from 'fastest-levenshtein';
import type { Itinerary } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema/papers.ts';
import { normaliseName } from '../places/normalise-name.ts';

export type Carried = Itinerary['equipment'][number];

/** What of the equipment is the thing that the permit is for: one word of the entry is enough. */
export function carriedFor(
  { equipment: thing, equipmentAliases = [] }: Permit,
  carried: readonly Carried[],
): Carried[] {
  if (thing === undefined) return [];
  const known = new Set([thing, ...equipmentAliases].map(normaliseName));
  return carried.filter(({ id }) => known.has(normaliseName(id)) || wordsOf(id).some((word) => known.has(word)));
}

/** The thing that somebody may have meant by an entry that no permit is for: a hint, one slip, or two letters swapped. */
export function nearMiss({ id }: Carried, permits: readonly Permit[]): Permit | null {
  return (
    permits.find(({ equipment: thing, equipmentAliases = [], equipmentHints = [] }) => {
      const known = thing === undefined ? [] : [thing, ...equipmentAliases].map(normaliseName);
      return wordsOf(id).some((word) => equipmentHints.includes(word) || known.some((name) => isSlip(word, name)));
    }) ?? null
  );
}

const wordsOf = (text: string): string[] => normaliseName(text).split(' ');

/** Of three letters every other word is one slip away. */
function isSlip(word: string, name: string): boolean {
  if (Math.min(word.length, name.length) < 4 || word === name) return false;
  const away = distance(word, name);
  return away === 1 || (away === 2 && sorted(word) === sorted(name));
}

const sorted = (word: string): string => [...word].sort().join('');

/** The known word that somebody who wrote `written` may have meant. Offered, never taken. */
import { distance } from 'fastest-levenshtein';

export function didYouMean(written: string, known: readonly string[]): string | null {
  const word = written.toLowerCase();
  if (word.length > 40) return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const away = awayFrom(word, candidate.toLowerCase());
    if (away < bestDistance) [best, bestDistance] = [candidate, away];
  }
  return best !== null && bestDistance <= slips(best) ? best : null;
}

/** One slip in a short word, two in most; swapped letters are two. */
const slips = (word: string): number => (word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 3)));

/** Edits between two words; a word begun (`nat`) or run on (`latitude`) counts as one. */
function awayFrom(word: string, candidate: string): number {
  const begun = word.length >= 3 && (candidate.startsWith(word) || word.startsWith(candidate));
  return Math.min(distance(word, candidate), begun && word !== candidate ? 1 : Number.POSITIVE_INFINITY);
}

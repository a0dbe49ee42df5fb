/** `--require`: what of the checklist must be done. A word that is not known would demand nothing, and is refused. */
import { UsageError } from '../errors.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { demandWords, visaDemand } from '../policy/words.ts';

export function checkRequired(written: readonly string[], knowledge: Knowledge): readonly string[] {
  if (written.length === 0) return written;
  const known = demandWords(knowledge);
  for (const id of written) {
    if (Object.hasOwn(known, id) || visaDemand.test(id)) continue;
    const meant = didYouMean(id, Object.keys(known));
    throw new UsageError(
      `--require ${id} is not known.${meant === null ? '' : ` Did you mean ${meant}?`}`,
      'Use required, all, or the id of a line of the checklist: --format markdown shows them.',
    );
  }
  return written;
}

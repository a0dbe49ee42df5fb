/**
 * What one stop and the way to it bring, as a good guide would say it: a few short lines, the weightiest things first,
 * and of what the trip brought before only what holds here again. The words are those of the findings and the briefing.
 */
import type { Assessment } from '../assessment.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { adviceHere } from './brings/advice.ts';
import { areasEntered } from './brings/areas.ts';
import { placeFindings, roadFindings } from './brings/findings.ts';
import { lookAt } from './brings/look.ts';
import { nightThere } from './brings/night.ts';
import { papersFor } from './brings/papers.ts';
import { postHere } from './brings/post.ts';
import { wayThere } from './brings/way.ts';

/** stop: cannot or must not be, or the highest level; mind: needs something; note: good to know. */
export type Tone = 'stop' | 'mind' | 'note';

export interface Consequence {
  readonly kind: 'place' | 'advice' | 'area' | 'danger' | 'paper' | 'post' | 'way' | 'road' | 'night';
  readonly tone: Tone;
  /** One sentence, or a few short ones. To be made printable by whoever prints it. */
  readonly text: string;
}

const MOST = 8;

/** `before`: the trip without this stop, or as it was before a change; null: it is the first. Empty for an unknown id. */
export function stopConsequences(
  before: Assessment | null,
  after: Assessment,
  stopId: string,
  knowledge: Pick<Knowledge, 'authorities'>,
): Consequence[] {
  const look = lookAt(before, after, stopId);
  if (look === null) return [];
  const all = [
    ...placeFindings(look),
    ...wayThere(look),
    ...adviceHere(look, knowledge),
    ...areasEntered(look),
    ...papersFor(look),
    ...postHere(look),
    ...roadFindings(look),
    ...nightThere(look),
  ];
  return shorten(all);
}

const weights: Readonly<Record<Tone, number>> = { stop: 2, mind: 1, note: 0 };

/** The last of the lightest go first; the briefing has them all. */
function shorten(all: readonly Consequence[]): Consequence[] {
  const kept = [...all];
  while (kept.length > MOST) {
    const lightest = Math.min(...kept.map(({ tone }) => weights[tone]));
    kept.splice(
      kept.findLastIndex(({ tone }) => weights[tone] === lightest),
      1,
    );
  }
  return kept;
}

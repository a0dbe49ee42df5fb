/** What the file says of the way into the country before the first stop, and out of it after the last. */
import type { Confidence } from '../finding.ts';
import type { Gate } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { BorderPost, Place } from '../knowledge/schema.ts';
import { resolvePlace } from '../places/gazetteer.ts';
import { postNear, postOf } from './match-post.ts';
import type { Passage } from './passages.ts';

type Said = Pick<Passage, 'by' | 'neighbour' | 'place' | 'beyond' | 'post' | 'confidence' | 'span'>;

/**
 * A passage with what the file says of it. Of one on a leg the way tells already, and the file is heard where it names
 * a post, or an airport of the country: one that is abroad is where another leg of the journey begins.
 */
export function sayGate(passage: Passage, gate: Gate, knowledge: Knowledge): Passage {
  const { isAbroad, ...said } = readGate(gate, knowledge);
  const isOnLeg = passage.subject.startsWith('leg');
  const isHeard = !isOnLeg || said.post !== null || (said.by === 'air' && gate.place !== null && !isAbroad);
  // Where the way goes by one post and the file names another, the one that is less open counts.
  const isLessOpen = passage.post !== null && said.post !== null && openness(passage.post) < openness(said.post);
  return isHeard && !isLessOpen ? { ...passage, ...said, subject: passage.kind } : passage;
}

const statuses = ['closed', 'unknown', 'unverified', 'open'] as const;

/** The more, the more open; among equals the one that foreigners may use. */
const openness = ({ status, foreigners }: BorderPost): number => statuses.indexOf(status) * 2 + (foreigners ? 1 : 0);

function readGate(gate: Gate, knowledge: Knowledge): Said & { readonly isAbroad: boolean } {
  const answer = gate.place === null ? null : resolvePlace(gate.place, knowledge);
  const place = answer?.kind === 'found' ? answer.place : null;
  const named = postOf(place, knowledge);
  // A town by a post stands for it; one that is reached by air does not.
  const near = place === null || sayBy(gate, place) === 'air' ? null : postNear([place.lon, place.lat], knowledge);
  const post = named ?? near;
  const by = named ? 'land' : (sayBy(gate, place) ?? (near ? 'land' : null));
  return {
    by,
    post,
    neighbour: post?.neighbour ?? null,
    place: place?.name ?? gate.place,
    beyond: gate.beyond,
    confidence: confidenceOf(gate, named !== null, near !== null),
    span: gate.spans.place ?? gate.span,
    isAbroad: place !== null && place.country !== knowledge.entry.country,
  };
}

function sayBy({ by }: Gate, place: Place | null): Passage['by'] {
  if (by !== null) return by === 'air' ? 'air' : 'land';
  return place?.kind === 'airport' ? 'air' : null;
}

/** A post that is only near a town is likely meant where the file says that one comes over land, possibly else. */
function confidenceOf({ by }: Gate, isNamed: boolean, isNear: boolean): Confidence {
  if (isNamed || !isNear) return 'certain';
  return by === null ? 'possible' : 'likely';
}

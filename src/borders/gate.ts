/** What the file says of the way into the country before the first stop, and out of it after the last. */
import type { Confidence } from '../finding.ts';
import type { Gate } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { BorderPost, Place } from '../knowledge/schema/places.ts';
import { resolvePlace } from '../places/gazetteer.ts';
import { postNear, postOf } from './match-post.ts';
import type { Passage } from './passages.ts';

type Said = Pick<Passage, 'by' | 'neighbour' | 'place' | 'beyond' | 'post' | 'confidence' | 'span'>;

/**
 * A passage with what the file says of it. Where a leg, or a stop at a post, tells already, the file is heard where it
 * names a post, or an airport of the country: one that is abroad is where another leg of the journey begins. Else it
 * only adds where one comes from or goes to: half a word does not take a post away.
 */
export function sayGate(passage: Passage, gate: Gate, knowledge: Knowledge): Passage {
  const { isAt, ...said } = readGate(gate, knowledge);
  const isOnLeg = passage.subject.startsWith('leg');
  const isByAir = said.by === 'air' && (isAt === 'home' || !isOnLeg);
  const isHeard = said.post !== null || isByAir || (!isOnLeg && passage.post === null);
  // Where the way goes by one post and the file names another, the one that is less open counts.
  const isLessOpen = passage.post !== null && said.post !== null && openness(passage.post) < openness(said.post);
  if (isHeard && !isLessOpen) return { ...passage, ...said, subject: passage.kind };
  return isOnLeg ? passage : { ...passage, beyond: said.beyond };
}

const statuses = ['closed', 'unknown', 'unverified', 'open'] as const;

/** The more, the more open; among equals the one that foreigners may use. */
const openness = ({ status, foreigners }: BorderPost): number => statuses.indexOf(status) * 2 + (foreigners ? 1 : 0);

function readGate(gate: Gate, knowledge: Knowledge): Said & { readonly isAt: 'home' | 'abroad' | null } {
  const answer = gate.place === null ? null : resolvePlace(gate.place, knowledge);
  const place = answer?.kind === 'found' ? answer.place : null;
  const named = postOf(place, knowledge);
  // A town by a post stands for it; one that is reached by air does not.
  const near = place === null || sayBy(gate, place) === 'air' ? null : postNear([place.lon, place.lat], knowledge);
  const post = named ?? near;
  const by = named ? 'land' : (sayBy(gate, place) ?? (near ? 'land' : null));
  const isAt = place === null ? null : place.country === knowledge.entry.country ? 'home' : 'abroad';
  // A flight from an airport abroad, or to one, does not tell where the border is crossed.
  const isFlightAbroad = by === 'air' && isAt === 'abroad';
  return {
    by: isFlightAbroad ? null : by,
    post,
    neighbour: post?.neighbour ?? null,
    place: isFlightAbroad ? null : (place?.name ?? null),
    beyond: gate.beyond ?? (isFlightAbroad ? place!.name : null),
    confidence: named !== null || near === null ? 'certain' : confidenceNear(gate, place!, near),
    span: gate.spans.place ?? gate.span,
    isAt,
  };
}

function sayBy({ by }: Gate, place: Place | null): Passage['by'] {
  if (by !== null) return by === 'air' ? 'air' : 'land';
  return place?.kind === 'airport' ? 'air' : null;
}

/**
 * A post near a town of its own name is meant. One near another town is likely meant where the file says that one comes
 * over land, possibly else.
 */
function confidenceNear({ by }: Gate, place: Place, post: BorderPost): Confidence {
  if (post.name.startsWith(place.name)) return 'certain';
  return by === null ? 'possible' : 'likely';
}

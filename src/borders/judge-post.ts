/** What the texts about a border post come to, for this party on this day. */
import type { Traveller } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { BorderPost } from '../knowledge/schema/places.ts';

/**
 * closed; refused: not for people of third countries; refused-once: so said a text that is past its review;
 * unverified and unknown as the post's status; unsaid: no text says who may cross; stale: open, by texts past their
 * review.
 */
export type PostVerdict =
  | 'closed'
  | 'refused'
  | 'refused-once'
  | 'unverified'
  | 'unknown'
  | 'unsaid'
  | 'stale'
  | 'open';

export interface PostContext {
  readonly party: readonly Pick<Traveller, 'nationality'>[];
  readonly knowledge: Pick<Knowledge, 'sources' | 'entry'>;
  readonly asOf: string;
}

/** The worst that holds. */
export function judgePost(post: BorderPost, { party, knowledge, asOf }: PostContext): PostVerdict {
  if (post.status === 'closed') return 'closed';
  const isStale = post.sources.every((id) => knowledge.sources[id].reviewBy < asOf);
  const own = [knowledge.entry.country, post.neighbour];
  const hasForeigners = party.length === 0 || party.some(({ nationality }) => !own.includes(nationality));
  if (hasForeigners && post.foreigners === false) {
    return isStale || post.status !== 'open' ? 'refused-once' : 'refused';
  }
  if (post.status !== 'open') return post.status;
  if (hasForeigners && post.foreigners === null) return 'unsaid';
  return isStale ? 'stale' : 'open';
}

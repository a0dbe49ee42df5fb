/** Which border post stands where the border is crossed. */
import { distanceKm } from '../geodesy/great-ellipse.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { BorderPost, Place } from '../knowledge/schema/places.ts';
import { placesById } from '../places/gazetteer.ts';

/** A place that the traveller names, or the road passes, is the post when the border is crossed this near to it. */
const NAMED_KM = 30;
/** A post that nobody names is taken when it is this near, and the doubt about its place. */
const NEAR_KM = 5;
/** A post whose place is known no better than this is found by name only: it would claim half the border. */
const VAGUE_KM = 10;

export type Posts = Pick<Knowledge, 'posts' | 'places'>;

/** The post that a place of the gazetteer stands for. */
export function postOf(place: Pick<Place, 'id'> | null, { posts }: Pick<Knowledge, 'posts'>): BorderPost | null {
  return place === null ? null : (posts.find(({ places }) => places.includes(place.id)) ?? null);
}

/** The nearest of the posts that are named on the way; else the nearest of all; null: none is near enough. */
export function matchPost(at: Position, named: readonly Place[], knowledge: Posts): BorderPost | null {
  return nearest(at, named, NAMED_KM, knowledge) ?? postNear(at, knowledge);
}

export function postNear(at: Position, knowledge: Posts): BorderPost | null {
  const byId = placesById(knowledge);
  const places = knowledge.posts.flatMap((post) => post.places.map((id) => byId.get(id)!));
  const known = places.filter(({ uncertaintyKm }) => uncertaintyKm <= VAGUE_KM);
  return nearest(at, known, NEAR_KM, knowledge);
}

function nearest(at: Position, places: readonly Place[], reachKm: number, knowledge: Posts): BorderPost | null {
  let best: BorderPost | null = null;
  let bestKm = Infinity;
  for (const place of places) {
    const post = postOf(place, knowledge);
    const km = distanceKm(at, [place.lon, place.lat]);
    if (post === null || km > reachKm + place.uncertaintyKm || km >= bestKm) continue;
    [best, bestKm] = [post, km];
  }
  return best;
}

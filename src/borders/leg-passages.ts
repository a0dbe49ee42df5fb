/** Where one leg goes into the country and out of it, and by which post. */
import type { Confidence, Span } from '../finding.ts';
import { shortDistanceKm } from '../geodesy/great-ellipse.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { countryZone } from '../knowledge/country.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { BorderPost, Place } from '../knowledge/schema/places.ts';
import { placesById } from '../places/gazetteer.ts';
import type { Passed } from '../route/draw-way.ts';
import type { TripLeg, TripStop } from '../rules/trip.ts';
import { zoneRef } from '../zones/layer.ts';
import { edgeDistanceKm } from '../zones/nearest.ts';
import { matchPost } from './match-post.ts';
import { type Anchor, type Crossover, crossovers } from './over-border.ts';
import type { Passage, TripBeforePapers } from './passages.ts';

/** A crossover whose way may not be known. */
type Over = Omit<Crossover, 'at' | 'km'> & { readonly at: Position | null };

/** In the order of travel; `sides`: is the stop at either end in the country? */
export function passagesOn(
  leg: TripLeg,
  ends: readonly [TripStop, TripStop],
  sides: readonly [boolean, boolean],
  trip: TripBeforePapers,
): Passage[] {
  const { knowledge } = trip;
  const overs = oversOf(leg, sides, trip);
  const named = namedOn(leg, ends, knowledge);
  const isAir = leg.mode === 'air';
  const posts = overs.map(({ at }) => (at === null || isAir ? null : matchPost(at, named, knowledge)));
  return overs.map((over, at) => {
    const post = posts[at];
    const inside = over.into ? ends[1] : ends[0];
    const outside = over.into ? ends[0] : ends[1];
    return {
      kind: over.into ? 'entry' : 'exit',
      subject: leg.id,
      span: spanOf(post, ends[1]) ?? leg.span,
      date: over.into ? leg.date : leg.until,
      neighbour: isAir ? null : (post?.neighbour ?? neighbourAt(over.at, knowledge)),
      by: isAir ? 'air' : leg.mode === null && leg.basis === 'unknown' ? null : 'land',
      place: isAir ? inside.name : (post?.name ?? null),
      beyond: overs.length === 1 ? outside.name : null,
      post,
      confidence: isNamed(post, leg, ends) && over.held ? 'certain' : confidenceOf(over, leg, posts, at),
    };
  });
}

/** In the air, and where the way is not known, only its ends and the places on it tell. */
function oversOf(
  leg: TripLeg,
  [from, to]: readonly [boolean, boolean],
  { layers, knowledge }: TripBeforePapers,
): Over[] {
  const home = knowledge.entry.country;
  const id = countryZone(home);
  const via = leg.via.map(({ country }) => country === home);
  if (leg.mode !== 'air' && leg.basis !== 'unknown') {
    const endKm = leg.exposure.lengthKm ?? 0;
    const onWay = leg.via.map((place, at): Anchor => ({ km: kmOf(place, leg), inside: via[at] }));
    const isPost = ({ place }: Pick<Passed, 'place'>): boolean =>
      knowledge.posts.some(({ places }) => places.includes(place));
    const postKm = (leg.road?.passed ?? []).filter(isPost).map(({ km }) => km);
    const anchors = [{ km: 0, inside: from }, ...onWay, { km: endKm, inside: to }];
    return crossovers(leg, { id, ...zoneRef(layers, id) }, anchors, postKm);
  }
  const all = [from, ...(leg.mode === 'air' ? [] : via), to];
  return all.slice(1).flatMap((inside, at) => {
    return inside === all[at] ? [] : [{ at: null, into: inside, held: true, guessed: leg.mode !== 'air' }];
  });
}

/** Kilometres along the leg at which it goes through a place that it names. */
function kmOf(place: Place, { road, exposure: { line } }: TripLeg): number {
  const passed = road?.passed.find((other) => other.place === place.id);
  if (passed) return passed.km;
  const distances = line.vertices.map((vertex) => shortDistanceKm(vertex, [place.lon, place.lat]));
  const nearest = distances.reduce((best, km, at) => (km < distances[best] ? at : best), 0);
  return line.km[nearest];
}

/** Places that the leg goes through: those of the road, those that the file names, its ends. */
function namedOn(leg: TripLeg, ends: readonly TripStop[], knowledge: Knowledge): Place[] {
  const byId = placesById(knowledge);
  const passed = (leg.road?.passed ?? []).flatMap(({ place }) => byId.get(place) ?? []);
  return [...passed, ...leg.via, ...ends.flatMap(({ stop, place }) => (stop.at === null && place ? [place] : []))];
}

/** Of the value that names the post; null: the file does not name it. */
function spanOf(post: BorderPost | null, { stop, via, place }: TripStop): Span | null {
  const at = via.findIndex((other) => other !== null && (post?.places.includes(other.id) ?? false));
  if (at >= 0) return stop.spans[`via.${at}`] ?? null;
  return place !== null && post?.places.includes(place.id) ? (stop.spans.place ?? null) : null;
}

/** By the file: where it names the post and places on both sides, no doubt about the line takes that away. */
function isNamed(post: BorderPost | null, { via }: TripLeg, ends: readonly TripStop[]): boolean {
  const written = [...via, ...ends.flatMap(({ stop, place }) => (stop.at === null && place ? [place] : []))];
  return post !== null && written.some(({ id }) => post.places.includes(id));
}

/**
 * A way over the border is certain when places on both sides say so. A way out and back that nobody names is likely
 * when it goes by two posts; by one and the same, or none, it may be a road that is shared, or a line ill drawn.
 */
function confidenceOf(over: Over, leg: TripLeg, posts: readonly (BorderPost | null)[], at: number): Confidence {
  if (over.guessed || leg.basis === 'unknown') return 'possible';
  if (over.held) return 'certain';
  const others = [posts[at - 1], posts[at + 1]].filter((post) => post !== undefined);
  return posts[at] !== null && others.some((post) => post !== null && post !== posts[at]) ? 'likely' : 'possible';
}

/** The country whose border is nearest. */
function neighbourAt(at: Position | null, { borders }: Knowledge): string | null {
  if (at === null) return null;
  const km = borders.ids.map((_, line) => edgeDistanceKm(borders, line, at));
  return borders.ids[km.indexOf(Math.min(...km))] ?? null;
}

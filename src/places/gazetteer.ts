/** The places known by name, and how a written name finds one. */
import type { Place } from '../knowledge/schema/places.ts';
import { normaliseName } from './normalise-name.ts';
import { suggestPlaces } from './suggest-places.ts';

/** Positions in the list of places by normalised name; plain JSON, so that the build can make it. */
export type NameIndex = Readonly<Record<string, readonly number[]>>;

export interface Gazetteer {
  readonly places: readonly Place[];
  readonly names: NameIndex;
}

export type Resolution =
  | { readonly kind: 'found'; readonly place: Place }
  /** More than one place bears the name. An id, or coordinates, say which. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Place[] }
  /** Suggestions are offered, never taken. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly Place[] };

export function buildNameIndex(places: readonly Place[]): NameIndex {
  const index = new Map<string, number[]>();
  places.forEach((place, at) => {
    for (const key of new Set([place.name, ...place.names].map(normaliseName))) {
      if (key !== '') index.set(key, [...(index.get(key) ?? []), at]);
    }
  });
  return Object.fromEntries(index);
}

/**
 * The place that is meant. One place's name may be another's other name (there is more than one Langar): such a
 * name is ambiguous, for taking the better known of two could put a trip into the wrong valley.
 */
export function resolvePlace(name: string, gazetteer: Gazetteer): Resolution {
  const { places, names } = gazetteer;
  const key = normaliseName(name);
  const named = Object.hasOwn(names, key) ? names[key].map((at) => places[at]) : [];
  if (named.length === 1) return { kind: 'found', place: named[0] };
  if (named.length > 1) return { kind: 'ambiguous', candidates: named };
  const place = places.find(({ id }) => id === name.trim());
  return place ? { kind: 'found', place } : { kind: 'unknown', suggestions: suggestPlaces(key, gazetteer) };
}

const byIds = new WeakMap<readonly Place[], ReadonlyMap<string, Place>>();

/** Places by id; made once for each list of places. */
export function placesById({ places }: Pick<Gazetteer, 'places'>): ReadonlyMap<string, Place> {
  let byId = byIds.get(places);
  if (byId === undefined) {
    byId = new Map(places.map((place) => [place.id, place]));
    byIds.set(places, byId);
  }
  return byId;
}

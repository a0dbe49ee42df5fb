/** Places whose names are near a name that none of them bears. */
import { distance } from 'fastest-levenshtein';
import type { Place } from '../knowledge/schema/places.ts';
import type { Gazetteer } from './gazetteer.ts';

const MOST = 3;
/** Longer than any name: not worth comparing. */
const LONGEST = 80;

/** At most three, the nearest first and otherwise in the gazetteer's order. `key` is normalised. */
export function suggestPlaces(key: string, { places, names }: Gazetteer): Place[] {
  if (key === '' || key.length > LONGEST) return [];
  const nearest = new Map<number, number>();
  for (const [name, bearers] of Object.entries(names)) {
    const away = awayFrom(key, name);
    if (away > allowed(Math.min(key.length, name.length))) continue;
    for (const at of bearers) nearest.set(at, Math.min(away, nearest.get(at) ?? away));
  }
  return [...nearest]
    .sort(([a, nearA], [b, nearB]) => nearA - nearB || a - b)
    .slice(0, MOST)
    .map(([at]) => places[at]);
}

/** A name that stands whole inside the other, as in `homestay in langar`: behind one slip, before two. */
const WITHIN = 1.5;

/** One slip in a short name, two in most, one more for every five letters of a long one. */
const allowed = (length: number): number => (length <= 4 ? WITHIN : Math.max(2, Math.floor(length / 5)));

/** Edits between two names. */
function awayFrom(key: string, name: string): number {
  if (Math.abs(key.length - name.length) <= allowed(key.length)) return distance(key, name);
  const [short, long] = key.length < name.length ? [key, name] : [name, key];
  return short.length >= 4 && ` ${long} `.includes(` ${short} `) ? WITHIN : Number.POSITIVE_INFINITY;
}

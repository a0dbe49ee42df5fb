/** A place found by what was typed so far, in any spelling or script. */
import { shortDistanceKm } from '../../geodesy/great-ellipse.ts';
import type { Position } from '../../itinerary/itinerary.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Place } from '../../knowledge/schema/places.ts';
import { resolvePlace } from '../../places/gazetteer.ts';
import { normaliseName } from '../../places/normalise-name.ts';
import { describePlace, sayPoint } from './describe-place.ts';
import { readPoint } from './point.ts';
import { nearMiss, rankOf, ranks, soundOf } from './rank.ts';

export interface PlaceChoice {
  /** What to write under `place:`; a name that stands for this one place alone, or its id. */
  readonly place: string;
  /** To be written under `at:` as well: a place of the traveller's own, which may have any name. */
  readonly at: { readonly lat: number; readonly lon: number } | null;
  /** `Langar (Wakhan)`. */
  readonly label: string;
  /** What tells it from others: `village, Ishkashim district, 3,000 m, 113 km from Ishkashim`. */
  readonly detail: string;
  /** The gazetteer's own; null for a point. */
  readonly id: string | null;
  /** Found by a guess at a slip: to be offered with a question. */
  readonly isNear: boolean;
}

/** Where the trip has come to, for distances; `name` says from where they are counted. */
export interface Near {
  readonly name: string;
  readonly position: Position;
}

type Gazetteer = Pick<Knowledge, 'places' | 'names' | 'permits' | 'zones' | 'entry'>;

interface Name {
  readonly key: string;
  readonly sound: string;
  readonly places: readonly number[];
}
const lists = new WeakMap<Gazetteer['names'], readonly Name[]>();

/** The best first; none while nothing is typed: see `nextPlaces`. */
export function searchPlaces(typed: string, knowledge: Gazetteer, near: Near | null = null, most = 12): PlaceChoice[] {
  const point = readPoint(typed);
  if (point !== null) return [pointChoice(point, knowledge, near)];
  const key = normaliseName(typed);
  if (key === '' || key.length > 80) return [];
  const found = new Map<number, number>();
  const keep = (name: Name, rank: number | null): void => {
    if (rank === null) return;
    for (const at of name.places) if (rank < (found.get(at) ?? Infinity)) found.set(at, rank);
  };
  const names = namesOf(knowledge);
  for (const name of names) keep(name, rankOf(key, name.key));
  if (found.size < most) {
    const sound = soundOf(key);
    if (sound.length > 2) for (const name of names) if (name.sound.startsWith(sound)) keep(name, ranks.sound);
  }
  if (found.size === 0) {
    for (const name of names) {
      const slips = nearMiss(key, name.key);
      keep(name, slips === null ? null : ranks.near + slips);
    }
  }
  return [...found]
    .map(([at, rank]) => ({ place: knowledge.places[at], rank, km: near && kmFrom(knowledge.places[at], near) }))
    .sort(
      (a, b) => a.rank - b.rank || weight(a.place, knowledge) - weight(b.place, knowledge) || (a.km ?? 0) - (b.km ?? 0),
    )
    .slice(0, most)
    .map(({ place, rank }) => placeChoice(place, knowledge, near, rank >= ranks.near));
}

/** Places to sleep at before those that one passes, and the country of the trip before its neighbours. */
const kinds: readonly Place['kind'][] = ['city', 'town', 'village', 'camp'];
const weight = ({ kind, country }: Place, { entry }: Gazetteer): number =>
  (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length) + (country === entry.country ? 0 : 10);

export function placeChoice(place: Place, knowledge: Gazetteer, near: Near | null, isNear = false): PlaceChoice {
  const resolved = resolvePlace(place.name, knowledge);
  const own = resolved.kind === 'found' && resolved.place.id === place.id ? place.name : place.id;
  return {
    place: own,
    at: null,
    label: place.name,
    detail: describePlace(place, knowledge, near),
    id: place.id,
    isNear,
  };
}

function pointChoice(point: { lat: number; lon: number }, knowledge: Gazetteer, near: Near | null): PlaceChoice {
  const label = `${point.lat}, ${point.lon}`;
  return { place: label, at: point, label, detail: sayPoint(point, knowledge, near), id: null, isNear: false };
}

const kmFrom = (place: Place, { position }: Near): number => shortDistanceKm(position, [place.lon, place.lat]);

function namesOf({ names }: Gazetteer): readonly Name[] {
  const known = lists.get(names);
  if (known) return known;
  const made = Object.entries(names).map(([key, places]) => ({ key, sound: soundOf(key), places }));
  lists.set(names, made);
  return made;
}

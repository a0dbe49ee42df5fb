/** Where and when the trip goes into the country and out of it. */
import { type Confidence, type Span, sureness } from '../finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { BorderPost } from '../knowledge/schema/places.ts';
import type { Trip, TripStop } from '../rules/trip.ts';
import { sayGate } from './gate.ts';
import { passagesOn } from './leg-passages.ts';
import { postOf } from './match-post.ts';

export interface Passage {
  readonly kind: 'entry' | 'exit';
  /** `entry`, `exit`, `leg-2`, or the first or last stop where the file says nothing of it. */
  readonly subject: string;
  readonly span: Span | null;
  /** Of a leg of several days the first for an entry, the last for an exit: a stay is never taken as too short. */
  readonly date: string | null;
  /** Code of the country on the other side; null: by air, or not known. */
  readonly neighbour: string | null;
  /** Null: the file does not say. */
  readonly by: 'air' | 'land' | null;
  /** Name of the place; null: not known. */
  readonly place: string | null;
  /** Where one comes from or goes to, as written. */
  readonly beyond: string | null;
  /** Null: by air, or no known post is near. */
  readonly post: BorderPost | null;
  readonly confidence: Confidence;
}

/** One time in the country, both days in it. */
export interface Stay {
  readonly from: string | null;
  readonly to: string | null;
  readonly entry: Passage;
  readonly exit: Passage;
}

export type TripBeforePapers = Omit<Trip, 'permits' | 'checklist' | 'passages' | 'visas' | 'registration'>;

/** In travelling order, an entry and an exit by turns. None when no stop and no way is in the country. */
export function findPassages(trip: TripBeforePapers): Passage[] {
  const { itinerary, stops, legs, knowledge } = trip;
  const sides = sidesOf(stops, knowledge.entry.country);
  const passages = legs.flatMap((leg, at) =>
    passagesOn(leg, [stops[at], stops[at + 1]], [sides[at], sides[at + 1]], trip),
  );
  if (sides[0]) passages.unshift(atEnd('entry', stops[0], knowledge));
  if (sides[sides.length - 1]) passages.push(atEnd('exit', stops[stops.length - 1], knowledge));
  // What the file says of the way in is said of the first, wherever the trip begins.
  const entry = passages.findIndex(({ kind }) => kind === 'entry');
  const exit = passages.findLastIndex(({ kind }) => kind === 'exit');
  return passages.map((passage, at) => {
    const gate = at === entry ? itinerary.entry : at === exit ? itinerary.exit : null;
    return gate === null ? passage : sayGate(passage, gate, knowledge);
  });
}

/** The times in the country: each entry with the exit after it. */
export function staysOf(passages: readonly Passage[]): Stay[] {
  // A way out and back on one leg that only may be is none: a stay is never taken as shorter than it may be.
  const sure = passages.filter(
    (passage, at) => !isPerhaps(passage, passages[at + 1]) && !isPerhaps(passages[at - 1], passage),
  );
  return sure.flatMap((entry, at) => {
    const exit = sure[at + 1];
    if (entry.kind !== 'entry' || exit === undefined) return [];
    return [{ from: entry.date, to: exit.date, entry, exit }];
  });
}

/** How sure it is that the country is entered at all: of a way through it, with no stop there, as sure as its ends. */
export function surenessOfStay({ entry, exit }: Stay): Confidence {
  if (entry.subject !== exit.subject) return 'certain';
  return sureness[entry.confidence] > sureness[exit.confidence] ? entry.confidence : exit.confidence;
}

const isPerhaps = (exit: Passage | undefined, entry: Passage | undefined): boolean =>
  exit?.kind === 'exit' &&
  exit.confidence === 'possible' &&
  entry?.confidence === 'possible' &&
  exit.subject === entry.subject;

/**
 * Is each stop in the country? Of a named place its record is surer than the border on the map. One whose place is
 * not known is, unless the stops on both sides of it are abroad.
 */
function sidesOf(stops: readonly TripStop[], home: string): boolean[] {
  const known = stops.map(({ stop, place, exposure }) => {
    if (stop.at === null && place) return place.country === home;
    return exposure === null ? null : exposure.country === home;
  });
  return known.map((side, at) => {
    if (side !== null) return side;
    const next = (list: readonly (boolean | null)[]): boolean => list.find((other) => other !== null) ?? true;
    return next(known.slice(0, at).reverse()) || next(known.slice(at + 1));
  });
}

/** The file begins or ends in the country. */
function atEnd(kind: Passage['kind'], { stop, place, from, to }: TripStop, knowledge: Knowledge): Passage {
  const post = stop.at === null ? postOf(place, knowledge) : null;
  return {
    kind,
    subject: stop.id,
    span: stop.span,
    date: kind === 'entry' ? from : to,
    neighbour: post?.neighbour ?? null,
    by: post ? 'land' : null,
    place: post ? place!.name : null,
    beyond: null,
    post,
    confidence: 'certain',
  };
}

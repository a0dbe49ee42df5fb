/** Where and when the trip goes into the country and out of it. */
import type { Confidence, Span } from '../finding.ts';
import type { BorderPost } from '../knowledge/schema.ts';
import type { Trip } from '../rules/trip.ts';

export interface Passage {
  readonly kind: 'entry' | 'exit';
  /** `entry`, `exit`, `leg-2`, or the first or last stop where the file says nothing of it. */
  readonly subject: string;
  readonly span: Span | null;
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

/** In travelling order, an entry and an exit by turns. */
export function findPassages({ itinerary, stops }: TripBeforePapers): Passage[] {
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const common = { neighbour: null, by: null, place: null, beyond: null, post: null, confidence: 'certain' } as const;
  return [
    {
      ...common,
      kind: 'entry',
      subject: first.stop.id,
      span: itinerary.entry?.span ?? first.stop.span,
      date: first.from,
    },
    { ...common, kind: 'exit', subject: last.stop.id, span: itinerary.exit?.span ?? last.stop.span, date: last.to },
  ];
}

/** The times in the country: each entry with the exit after it. */
export function staysOf(passages: readonly Passage[]): Stay[] {
  return passages.flatMap((entry, at) => {
    const exit = passages[at + 1];
    if (entry.kind !== 'entry' || exit === undefined) return [];
    return [{ from: entry.date, to: exit.date, entry, exit }];
  });
}

/** The stops in the order of travel; `at` counts from 0, so that `stop-3` is the one at 2. */
import type { TravelMode } from '../../itinerary/itinerary.ts';
import { type Draft, edit } from '../draft.ts';
import type { Plain } from '../text/plain.ts';
import {
  type Answer,
  type Answers,
  changeGroup,
  entryOf,
  insertEntry,
  lengthOf,
  removeEntry,
  valueAt,
} from './entry.ts';

/** In a change, what is left out stays as it is; null, or an empty list, is taken away. */
export interface StopAnswer {
  readonly place?: string;
  /** Where it is, for a place of one's own. */
  readonly at?: { readonly lat: number; readonly lon: number } | null;
  readonly nights?: number | null;
  readonly date?: string | null;
  readonly via?: readonly string[];
  readonly by?: TravelMode | null;
  readonly track?: string | null;
}

type NewStop = StopAnswer & { readonly place: string };

export const addStop = (draft: Draft, stop: NewStop): Draft => insertStop(draft, stopCount(draft), stop);

export function insertStop(draft: Draft, at: number, stop: NewStop): Draft {
  const keys = stopKeys({ ...stop, nights: stop.nights || null });
  return insertEntry(draft, 'stops', Math.min(at, stopCount(draft)), entryOf(keys));
}

export function changeStop(draft: Draft, at: number, stop: StopAnswer): Draft {
  if (at >= stopCount(draft)) return draft;
  const written = valueAt(draft, ['stops', at]);
  if (written instanceof Map) return changeGroup(draft, ['stops', at], stopKeys(stop, written));
  // A bare name: it gets keys with the first thing that is said beside it.
  const place = stop.place ?? (typeof written === 'string' ? written : null);
  const value = entryOf([['place', place], ...stopKeys({ ...stop, nights: stop.nights || null }).slice(1)]);
  const isBare = typeof written === 'string' && value instanceof Map && value.size === 1;
  return edit(draft, { kind: 'set', path: ['stops', at], value: isBare ? place : value, order: [] });
}

export const removeStop = (draft: Draft, at: number): Draft => removeEntry(draft, 'stops', at);

/** The stop comes to stand at `to`, counted without it. */
export function moveStop(draft: Draft, from: number, to: number): Draft {
  const last = stopCount(draft) - 1;
  const target = Math.max(0, Math.min(to, last));
  return from === target || from < 0 || from > last
    ? draft
    : edit(draft, { kind: 'move', path: ['stops', from], to: target });
}

export const stopCount = (draft: Draft): number => lengthOf(draft, 'stops');

function stopKeys(
  { place, at, nights, date, via, by, track }: StopAnswer,
  written?: ReadonlyMap<string, Plain>,
): Answers {
  // No night is what a stop without the key has.
  const said: Answer = nights === 0 && written?.has('nights') !== true ? null : nights;
  const where: Answer =
    at &&
    new Map([
      ['lat', at.lat],
      ['lon', at.lon],
    ]);
  return [
    ['place', place], ['at', where], ['nights', said], ['date', date], ['via', via], ['by', by], ['track', track],
  ]; // biome-ignore format: the order of the file
}

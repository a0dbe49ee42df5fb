/** How the country is entered before the first stop, and left after the last. */
import type { TravelMode } from '../../itinerary/itinerary.ts';
import { type Draft, edit, fileOrder } from '../draft.ts';
import { type Answers, changeGroup, entryOf, setKey, valueAt } from './entry.ts';

/** What is left out stays as it is; null is taken away. */
export interface GateAnswer {
  readonly place?: string | null;
  readonly by?: TravelMode | null;
  /** City or country that one comes from, or goes to. */
  readonly beyond?: string | null;
}

/** Null: not said. */
export function setGate(draft: Draft, end: 'entry' | 'exit', gate: GateAnswer | null): Draft {
  if (gate === null) return setKey(draft, end, null);
  const keys: Answers = [
    ['place', gate.place],
    ['by', gate.by],
    [end === 'entry' ? 'from' : 'to', gate.beyond],
  ];
  const written = valueAt(draft, [end]);
  if (written instanceof Map) return changeGroup(draft, [end], keys);
  const place = gate.place === undefined && typeof written === 'string' ? written : gate.place;
  const value = entryOf([['place', place], ...keys.slice(1)]);
  if (!(value instanceof Map) || value.size === 0) return setKey(draft, end, null);
  // A bare name stays one as long as it says all.
  const isBare = typeof written === 'string' && value.size === 1 && typeof place === 'string';
  return edit(draft, { kind: 'set', path: [end], value: isBare ? place : value, order: fileOrder });
}

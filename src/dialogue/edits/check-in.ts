/** What is agreed with somebody at home. */
import type { Draft } from '../draft.ts';
import { edit, fileOrder } from '../draft.ts';
import { type Answers, changeGroup, entryOf, setKey, valueAt } from './entry.ts';

/** What is left out stays as it is; null is taken away. */
export interface CheckInAnswer {
  /** `HH:MM`. */
  readonly at?: string | null;
  readonly with?: string | null;
  readonly phone?: string | null;
  readonly lateHours?: number | null;
}

/** Null: nothing is agreed. */
export function setCheckIn(draft: Draft, checkIn: CheckInAnswer | null): Draft {
  if (checkIn === null) return setKey(draft, 'checkIn', null);
  const { at, phone, lateHours } = checkIn;
  const keys: Answers = [
    ['at', at],
    ['with', checkIn.with],
    ['phone', phone],
    ['lateHours', lateHours],
  ];
  if (valueAt(draft, ['checkIn']) instanceof Map) return changeGroup(draft, ['checkIn'], keys);
  const value = entryOf(keys);
  return value instanceof Map && value.size > 0
    ? edit(draft, { kind: 'set', path: ['checkIn'], value, order: fileOrder })
    : draft;
}

/** Permits and visas, in hand or applied for; `at` counts from 0. */
import type { HeldVisa } from '../../itinerary/itinerary.ts';
import type { Draft } from '../draft.ts';
import { type Answers, changeGroup, entryOf, insertEntry, lengthOf, removeEntry } from './entry.ts';

/** In a change, what is left out stays as it is; null, or an empty list, is taken away. */
export interface PermitAnswer {
  readonly type?: string;
  /** As printed on it. */
  readonly districts?: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly applied?: string | null;
}

export interface VisaAnswer {
  readonly nationality?: string;
  readonly type?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly days?: number | null;
  readonly entries?: HeldVisa['entries'];
  readonly applied?: string | null;
}

export const addPermit = (draft: Draft, permit: PermitAnswer & { readonly type: string }): Draft =>
  insertEntry(draft, 'permits', lengthOf(draft, 'permits'), entryOf(permitKeys(permit)));

export const changePermit = (draft: Draft, at: number, permit: PermitAnswer): Draft =>
  changeGroup(draft, ['permits', at], permitKeys(permit));

export const removePermit = (draft: Draft, at: number): Draft => removeEntry(draft, 'permits', at);

export const addVisa = (
  draft: Draft,
  visa: VisaAnswer & { readonly nationality: string; readonly type: string },
): Draft => insertEntry(draft, 'visas', lengthOf(draft, 'visas'), entryOf(visaKeys(visa)));

export const changeVisa = (draft: Draft, at: number, visa: VisaAnswer): Draft =>
  changeGroup(draft, ['visas', at], visaKeys(visa));

export const removeVisa = (draft: Draft, at: number): Draft => removeEntry(draft, 'visas', at);

function permitKeys({ type, districts, from, to, applied }: PermitAnswer): Answers {
  return [
    ['type', type],
    ['districts', districts],
    ['from', from],
    ['to', to],
    ['applied', applied],
  ];
}

function visaKeys({ nationality, type, from, to, days, entries, applied }: VisaAnswer): Answers {
  return [
    ['nationality', nationality], ['type', type], ['from', from], ['to', to], ['days', days], ['entries', entries],
    ['applied', applied],
  ]; // biome-ignore format: the order of the file
}

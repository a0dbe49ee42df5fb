/** Who travels. */
import type { PassportKind } from '../../itinerary/itinerary.ts';
import type { Draft } from '../draft.ts';
import { type Answers, changeGroup, entryOf, insertEntry, lengthOf, removeEntry } from './entry.ts';

/** In a change, what is left out stays as it is; null, or an empty list, is taken away. */
export interface TravellerAnswer {
  /** For the trip sheet; of several alike, all their names. */
  readonly name?: string | null;
  /** Code or word, as `searchCountries` gives it. */
  readonly nationality?: string;
  readonly also?: readonly string[];
  readonly passport?: {
    readonly kind?: PassportKind | null;
    readonly expires?: string | null;
    readonly blankPages?: number | null;
  };
  readonly age?: number | null;
  /** Null or 1: one. */
  readonly count?: number | null;
}

export function addTraveller(draft: Draft, traveller: TravellerAnswer & { readonly nationality: string }): Draft {
  const passport = traveller.passport && entryOf(passportKeys(traveller.passport));
  const keys = travellerKeys({ ...traveller, count: traveller.count === 1 ? null : traveller.count });
  return insertEntry(draft, 'party', lengthOf(draft, 'party'), entryOf([...keys, ['passport', passport]]));
}

export function changeTraveller(draft: Draft, at: number, { passport, ...traveller }: TravellerAnswer): Draft {
  const changed = changeGroup(draft, ['party', at], travellerKeys(traveller));
  return passport ? changeGroup(changed, ['party', at, 'passport'], passportKeys(passport)) : changed;
}

/** Who is left of nobody is nobody: then the list goes. */
export const removeTraveller = (draft: Draft, at: number): Draft => removeEntry(draft, 'party', at);

function travellerKeys({ name, nationality, also, age, count }: TravellerAnswer): Answers {
  return [
    ['name', name],
    ['nationality', nationality],
    ['also', also],
    ['age', age],
    ['count', count],
  ];
}

function passportKeys({ kind, expires, blankPages }: NonNullable<TravellerAnswer['passport']>): Answers {
  return [
    ['kind', kind],
    ['expires', expires],
    ['blankPages', blankPages],
  ];
}

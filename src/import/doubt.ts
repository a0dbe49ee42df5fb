/** What is not certain about a stop. */
import type { Position } from '../itinerary/itinerary.ts';
import type { Place } from '../knowledge/schema/places.ts';

export type Doubt =
  /** About where it is; these can be settled by an answer. */
  | { readonly code: 'unknown'; readonly suggestions: readonly Place[] }
  | { readonly code: 'ambiguous'; readonly candidates: readonly Place[]; readonly hasPoint: boolean }
  | { readonly code: 'far'; readonly place: Place; readonly km: number }
  | { readonly code: 'outside'; readonly at: Position }
  /** `exchanged`: the name says so too, and the two are written the other way round. */
  | { readonly code: 'swapped'; readonly at: Position; readonly exchanged: boolean }
  /** About a value that cannot be read, and is left out. */
  | { readonly code: 'coordinates'; readonly lat: string; readonly lon: string }
  | { readonly code: 'nights'; readonly value: string }
  | { readonly code: 'date'; readonly key: 'arrival' | 'departure'; readonly value: string; readonly exists: boolean }
  | { readonly code: 'mode'; readonly value: string }
  | { readonly code: 'fields' }
  | { readonly code: 'cut'; readonly most: number }
  | { readonly code: 'hidden'; readonly character: string }
  /** About a place on the way. */
  | { readonly code: 'via'; readonly name: string; readonly suggestions: readonly Place[] }
  /** About the days. */
  | { readonly code: 'leaves-early'; readonly from: string; readonly to: string }
  | { readonly code: 'nights-differ'; readonly nights: number; readonly days: number }
  | { readonly code: 'arrives-early' | 'arrives-late'; readonly date: string; readonly expected: string }
  | { readonly code: 'days-before'; readonly date: string };

const aboutPlace: readonly Doubt['code'][] = ['unknown', 'ambiguous', 'far', 'outside', 'swapped'];

export const isAboutPlace = ({ code }: Doubt): boolean => aboutPlace.includes(code);

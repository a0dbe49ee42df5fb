/** What the traveller asks to be changed. */
import type { TravelMode } from '../itinerary/itinerary.ts';

/** A trip other than the one written; what is null or empty stays as the file has it. */
export interface Change {
  /** Day of arrival at the first stop, `YYYY-MM-DD`. */
  readonly depart: string | null;
  /** `line` is `party-2`; null: everybody of whom no other says anything. */
  readonly nationalities: readonly { readonly line: string | null; readonly nationality: string }[];
  readonly by: TravelMode | null;
  /** Types of permits to leave out, as written; `all`: every one. */
  readonly withoutPermits: readonly string[];
  readonly districts: readonly DistrictChange[];
}

export interface DistrictChange {
  /** As written; null: the one permit of the file that has districts. */
  readonly permit: string | null;
  readonly add: boolean;
  /** As written. */
  readonly district: string;
}

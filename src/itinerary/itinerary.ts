/** The itinerary as written, after its types were checked and before its places are looked up. */
import type { Span } from '../finding.ts';

export const travelModes = ['4x4', 'car', 'bus', 'motorbike', 'bicycle', 'foot', 'air'] as const;
export type TravelMode = (typeof travelModes)[number];

/** `[lon, lat]`, WGS 84 degrees. */
export type Position = readonly [lon: number, lat: number];

export interface Traveller {
  readonly nationality: string;
  readonly age: number | null;
  readonly count: number;
  readonly span: Span;
}

export interface ItineraryStop {
  /** `stop-1`, `stop-2`, … in the order of the file. */
  readonly id: string;
  readonly place: string;
  readonly at: Position | null;
  readonly nights: number;
  /** Pinned arrival date, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Places the way to this stop goes through. */
  readonly via: readonly string[];
  /** How one gets here; null: as `travel` of the trip says. */
  readonly by: TravelMode | null;
  /** Path of a GPX, KML or GeoJSON file of the way to this stop, relative to the itinerary's folder. */
  readonly track: string | null;
  readonly span: Span;
  /** Spans of the keys that were written, by key. */
  readonly spans: Readonly<Record<string, Span>>;
}

export interface HeldPermit {
  readonly id: string;
  readonly type: string;
  /** null: not said. */
  readonly districts: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly span: Span;
  readonly spans: Readonly<Record<string, Span>>;
}

export interface HeldVisa {
  readonly nationality: string;
  readonly type: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly span: Span;
}

export interface Itinerary {
  readonly title: string | null;
  /** `YYYY-MM-DD`; null: not said, and then nothing that needs a date can be checked. */
  readonly start: string | null;
  readonly party: readonly Traveller[];
  readonly travel: TravelMode | null;
  readonly stops: readonly ItineraryStop[];
  readonly permits: readonly HeldPermit[];
  readonly visas: readonly HeldVisa[];
  /** Ids of mitigations in place and vouched for. */
  readonly mitigations: readonly { readonly id: string; readonly span: Span }[];
  readonly spans: Readonly<Record<string, Span>>;
}

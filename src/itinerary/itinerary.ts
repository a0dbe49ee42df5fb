/** The itinerary as written, after its types were checked and before its places are looked up. */
import type { Span } from '../finding.ts';

export const travelModes = ['4x4', 'car', 'bus', 'motorbike', 'bicycle', 'foot', 'air'] as const;
export type TravelMode = (typeof travelModes)[number];

/** `public-affairs`: an ordinary passport endorsed for public affairs, as China issues. */
export const passportKinds = ['ordinary', 'diplomatic', 'service', 'public-affairs'] as const;
export type PassportKind = (typeof passportKinds)[number];

export const visaEntries = ['single', 'multiple'] as const;

/** `[lon, lat]`, WGS 84 degrees. */
export type Position = readonly [lon: number, lat: number];

/**
 * What the file does not say is null or empty. What it says and cannot be read is a finding, and counts as unknown:
 * an empty name where a place or a nationality should be; no dates at all when one date or night is in doubt; a
 * permit, visa or mitigation is left out, as if it were not held.
 */
export interface Traveller {
  /** `party-1`, `party-2`, … in the order of the file. */
  readonly id: string;
  /** Of one person, or of all that the line stands for, as written; null: not said. */
  readonly name: string | null;
  /** ISO 3166-1 alpha-2 in upper case, or one of `otherPassports`; empty when it cannot be read. */
  readonly nationality: string;
  /** Nationalities held besides that of the passport travelled on; empty text for one that cannot be read. */
  readonly also: readonly string[];
  readonly age: number | null;
  readonly count: number;
  readonly passport: Passport;
  readonly span: Span;
  /** Spans of the values that were written, by key; `passport.expires` and the like for those inside `passport`. */
  readonly spans: Readonly<Record<string, Span>>;
}

interface Passport {
  /** Ordinary where not said or not readable: other kinds are let in more freely. */
  readonly kind: PassportKind;
  /** Last day it is valid, `YYYY-MM-DD`. */
  readonly expires: string | null;
  readonly blankPages: number | null;
}

export interface ItineraryStop {
  /** `stop-1`, `stop-2`, … in the order of the file. */
  readonly id: string;
  /** Empty when it cannot be read: the stop stays, and the ways to it stay unknown. */
  readonly place: string;
  readonly at: Position | null;
  /** 0, passing through, when not said. */
  readonly nights: number;
  /** Pinned arrival date, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Places the way to this stop goes through, each checked like a stop; one that is not known leaves the way unknown. */
  readonly via: readonly string[];
  /** How one gets here; null: as `travel` of the trip says. */
  readonly by: TravelMode | null;
  /** Path of a GPX, KML or GeoJSON file of the way to this stop, relative to the itinerary's folder. */
  readonly track: string | null;
  readonly span: Span;
  /** Spans of the values that were written, by key; `via.0`, `via.1`, … for the places of `via`. */
  readonly spans: Readonly<Record<string, Span>>;
}

export interface HeldPermit {
  /** `permit-1`, `permit-2`, … in the order of the file. */
  readonly id: string;
  readonly type: string;
  /** null: not said. */
  readonly districts: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Day of the application, made or planned. */
  readonly applied: string | null;
  readonly span: Span;
  readonly spans: Readonly<Record<string, Span>>;
}

export interface HeldVisa {
  /** `visa-1`, `visa-2`, … in the order of the file. */
  readonly id: string;
  readonly nationality: string;
  readonly type: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Days of stay printed on it; null: not said. */
  readonly days: number | null;
  readonly entries: (typeof visaEntries)[number] | null;
  /** Day of the application, made or planned. */
  readonly applied: string | null;
  readonly span: Span;
  readonly spans: Readonly<Record<string, Span>>;
}

/** How the country is entered before the first stop, or left after the last. */
export interface Gate {
  /** Border post, airport or town; null: not said. */
  readonly place: string | null;
  readonly by: TravelMode | null;
  /** Where one comes from or goes to, as written: a city or a country. */
  readonly beyond: string | null;
  readonly span: Span;
  readonly spans: Readonly<Record<string, Span>>;
}

/** What is agreed with somebody at home; null: not said, and a blank on the trip sheet. */
export interface CheckIn {
  /** `HH:MM`, local time of the place where the party is. */
  readonly at: string | null;
  /** Who expects to hear from the party. */
  readonly with: string | null;
  readonly phone: string | null;
  /** Hours of silence after which help is called. */
  readonly lateHours: number | null;
  readonly span: Span;
  readonly spans: Readonly<Record<string, Span>>;
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
  /** Null: not said; then it is read off the stops, as far as they tell. */
  readonly entry: Gate | null;
  readonly exit: Gate | null;
  /** Null: not said. */
  readonly checkIn: CheckIn | null;
  /** Things carried that a paper may be needed for. */
  readonly equipment: readonly { readonly id: string; readonly span: Span }[];
  /** Ids of mitigations in place and vouched for. */
  readonly mitigations: readonly { readonly id: string; readonly span: Span }[];
  readonly spans: Readonly<Record<string, Span>>;
}

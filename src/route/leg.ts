import type { Finding } from '../finding.ts';
import type { Position, TravelMode } from '../itinerary/itinerary.ts';
import type { Place } from '../knowledge/schema/places.ts';
import type { Vehicle } from '../knowledge/schema/roads.ts';
import type { Passed, Stretch } from './draw-way.ts';
import type { OtherWay } from './follow-roads.ts';
import type { Section } from './network.ts';

/**
 * How the way between two stops is known: `track` given by the traveller, `road` from a packaged network,
 * `flight`, `guess` (straight over the ground), or `unknown` when an end, or a place on the way, has no position.
 */
type LegBasis = 'track' | 'road' | 'flight' | 'guess' | 'unknown';

/** The way from one stop to the next. */
export interface Leg {
  readonly id: string;
  /** Ids of the stops it joins. */
  readonly from: string;
  readonly to: string;
  readonly mode: TravelMode | null;
  readonly basis: LegBasis;
  /** First and last day: of departure from the one stop, and of arrival at the other. */
  readonly date: string | null;
  readonly until: string | null;
  /** Vertices at most a few km apart; empty when unknown. */
  readonly line: readonly Position[];
  /** Stretches of the line that are guessed, each with the half-width of the band the true way may lie in. */
  readonly guesses: readonly Guess[];
  /** What is known of the road; null where the line is not one of the packaged roads. */
  readonly road: LegRoad | null;
  /** Places that the way goes through by name, whatever the line; none for a flight. */
  readonly via: readonly Place[];
  /** Span of what the file says of this leg. */
  readonly span: Finding['span'];
}

/** The packaged roads under a leg; numbers for each vertex of its line. */
export interface LegRoad {
  /** Kilometres by road: published lengths, where the drawn line leaves bends out. */
  readonly km: Float64Array;
  /** How far the true road may lie from the vertex, km. */
  readonly doubtKm: Float64Array;
  readonly stretches: readonly Stretch[];
  readonly passed: readonly Passed[];
  /** Moving, in the dry season. */
  readonly hours: number;
  readonly vehicle: Vehicle;
  /** Roads that would have been quicker and are shut on the day. */
  readonly avoided: readonly Section[];
  /** Other ways that the traveller could have meant. */
  readonly others: readonly OtherWay[];
}

export interface Guess {
  readonly line: readonly Position[];
  readonly halfWidthKm: number;
}

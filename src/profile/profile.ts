/** Heights along the whole trip: what is known of them, and where nothing is. */
import type { AssessedLeg } from '../assessment/way.ts';
import type { Assessment } from '../assessment.ts';
import type { LevelStretch } from '../drawing/level-stretches.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { km as roundKm } from '../round.ts';
import { bandsAlong } from './bands.ts';
import { heightsAlong } from './heights.ts';
import { levelsAlong } from './levels.ts';

/** A place on the way whose altitude a source gives. Kilometres from the start of the trip. */
export interface ProfilePoint {
  readonly km: number;
  readonly altitudeM: number;
  readonly name: string;
  readonly kind: 'stop' | 'pass' | 'place';
  /** `stop-3`; null for a place on the way. */
  readonly stop: string | null;
  /** Nights slept here; 0 on the way. */
  readonly nights: number;
  /** The way from the point before is followed by known points; false: what lies between is unknown (flight, guess). */
  readonly joined: boolean;
}

/** A zone along the trip. */
export interface ProfileBand {
  readonly zone: string;
  readonly name: string;
  readonly kind: string;
  /** Zones that belong together, each government's strip along one border, or all mined land, have one name here. */
  readonly group: string;
  readonly fromKm: number;
  readonly toKm: number;
  /** The highest that any government gives it; null: none gives one. */
  readonly level: LevelStretch['level'];
  /** False: the way there is a guess, or only passes so near that the true one may be inside. */
  readonly sure: boolean;
}

/** Kilometres from the start of the trip, unlike those of a leg's own stretches. */
export interface ProfileLevel extends LevelStretch {
  readonly leg: string;
  readonly basis: AssessedLeg['basis'];
  /** A higher level that may hold on the leg, for the true way or an edge may lie nearer; null: none. */
  readonly perhaps: LevelStretch['level'];
  /** False: what is said there was not looked up, so that no level means nothing. */
  readonly checked: boolean;
}

export interface ProfileStop {
  readonly id: string;
  readonly name: string;
  readonly km: number;
  readonly altitudeM: number | null;
  readonly nights: number;
}

/** Where no height is known, and why. */
export interface ProfileGap {
  readonly fromKm: number;
  readonly toKm: number;
  /** `unnamed`: by road, with no place of known height before the next stop. */
  readonly why: 'flight' | 'guess' | 'track' | 'unnamed';
}

export interface Profile {
  readonly lengthKm: number;
  readonly points: readonly ProfilePoint[];
  /** Every stop, also those without a known altitude or place, at its kilometre. */
  readonly stops: readonly ProfileStop[];
  readonly levels: readonly ProfileLevel[];
  readonly bands: readonly ProfileBand[];
  readonly gaps: readonly ProfileGap[];
  /** Legs without a length: they take no room, and are told. */
  readonly unknownLegs: readonly string[];
  /** Where those belong. */
  readonly breaks: readonly { readonly leg: string; readonly km: number }[];
}

/** What a profile is made from: the assessment, and the gazetteer's heights of what lies on the way. */
export interface ProfileTrip {
  readonly assessment: Assessment;
  readonly knowledge: Pick<Knowledge, 'places' | 'entry' | 'zones'>;
}

/** A leg at its kilometre of the trip. */
export interface PlacedLeg {
  readonly leg: AssessedLeg;
  readonly fromKm: number;
  /** The same as `fromKm` for a leg of unknown length. */
  readonly toKm: number;
}

export function makeProfile(trip: ProfileTrip): Profile {
  const { assessment, knowledge } = trip;
  const legs = placeLegs(assessment);
  const lengthKm = legs.at(-1)?.toKm ?? 0;
  const stops = placeStops(assessment, legs);
  const unknown = legs.filter(({ leg }) => leg.lengthKm === null);
  return {
    lengthKm,
    stops,
    ...heightsAlong({ stops, legs, lengthKm, knowledge }),
    levels: levelsAlong(legs, trip),
    bands: bandsAlong(legs, trip),
    unknownLegs: unknown.map(({ leg }) => leg.id),
    breaks: unknown.map(({ leg, toKm }) => ({ leg: leg.id, km: toKm })),
  };
}

function placeLegs({ legs }: Assessment): PlacedLeg[] {
  let km = 0;
  return legs.map((leg) => {
    const fromKm = km;
    km = roundKm(km + (leg.lengthKm ?? 0));
    return { leg, fromKm, toKm: km };
  });
}

/** A stop lies where the leg to it ends; one that no leg leads to lies where the stop before it does. */
function placeStops({ stops }: Assessment, legs: readonly PlacedLeg[]): ProfileStop[] {
  const ends = new Map(legs.map(({ leg, toKm }) => [leg.to, toKm]));
  let km = 0;
  return stops.map(({ id, name, altitudeM, nights }) => {
    km = ends.get(id) ?? km;
    return { id, name, km, altitudeM, nights };
  });
}

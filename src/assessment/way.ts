/** Where the trip goes, stop by stop and leg by leg. */
import type { TravelMode } from '../itinerary/itinerary.ts';
import type { AppliedAdvisory } from './advice.ts';

export type CountryCode = 'TJ' | 'AF' | 'KG' | 'UZ' | 'CN';

/** Geodesic kilometres to each neighbour's border with Tajikistan. */
export type BorderKm = Record<'AF' | 'KG' | 'UZ' | 'CN', number>;

export interface AssessedStop {
  /** `stop-1`, …; `entry` and `exit`: where the country is entered and left, apart from the first and last stop. */
  id: string;
  name: string;
  lon: number | null;
  lat: number | null;
  country: CountryCode | null;
  /** Date of arrival and of departure, `YYYY-MM-DD`; null without a start date. */
  from: string | null;
  to: string | null;
  nights: number;
  altitudeM: number | null;
  /** Zones that hold the stop, with the distance inside to the zone's edge; null: place unknown. */
  zones: { id: string; edgeKm: number }[] | null;
  /** Zones outside but nearer than the uncertainty of geometry and place. */
  near: { id: string; edgeKm: number }[];
  advisories: AppliedAdvisory[] | null;
  borderKm: BorderKm | null;
}

/** Where one sleeps, one entry for each stop with a night. */
export interface NightCheck {
  stop: string;
  /** Null: not known. */
  altitudeM: number | null;
  /** Above the stop slept at before; null: one of the two is not known, or it is the first night. */
  gainM: number | null;
  nights: number;
}

export interface LegCrossing {
  zone: string;
  /** Kilometres from the start of the leg. */
  entryKm: number;
  exitKm: number;
  insideKm: number;
  entry: [number, number];
  exit: [number, number];
  /** Place on the road nearest to the entry and to the exit; null where none is near or the leg is not by road. */
  entryNear: string | null;
  exitNear: string | null;
}

/** Part of a leg on one section of road; kilometres from the start of the leg. */
interface RoadStretch {
  section: string;
  name: string;
  number: string | null;
  surface: 'asphalt' | 'rough' | 'gravel' | 'track';
  fromKm: number;
  toKm: number;
  hours: number;
  /** Highest altitude known on it; passes are known. */
  highestM: number | null;
  /** In the month of travel: as its sources say; unknown: none says. */
  opening: 'open' | 'closed' | 'unsure' | 'unknown';
  /** The true road lies within so many kilometres of the line. */
  uncertaintyKm: number;
  sources: string[];
}

/** The highest of the places on the way whose altitude is known; only of a pass or tunnel is it the top of the road. */
export interface HighestPlace {
  place: string;
  name: string;
  kind: string;
  altitudeM: number;
}

/** What is known of a leg on the packaged roads. */
export interface AssessedRoad {
  vehicle: string;
  stretches: RoadStretch[];
  /** Places of the network on the way. */
  passed: { place: string; name: string; km: number }[];
  highest: HighestPlace | null;
  /** Places where fuel is known to be sold; others are unknown. */
  fuel: { place: string; name: string; km: number }[];
  /** Other ways that are not much longer; what the traveller could have meant. */
  others: OtherWay[];
}

/** Another way between the same two stops, in kilometres by road. */
export interface OtherWay {
  /** A place that this way passes and the chosen one does not; null: none has a name. */
  by: string | null;
  lengthKm: number;
  hours: number;
  highest: HighestPlace | null;
  /** Its roads that a source says are shut in the month of travel; without a date, in any month. */
  shut: string[];
  /** Those of which a source says that they may be. */
  perhapsShut: string[];
  /** Kilometres inside each zone. */
  insideKm: Record<string, number>;
}

export interface AssessedLeg {
  /** `leg-1` leaves `stop-1`; `leg-0` leads from `entry` to it. */
  id: string;
  from: string;
  to: string;
  /** Null: the file does not say. */
  mode: TravelMode | null;
  basis: 'track' | 'road' | 'flight' | 'guess' | 'unknown';
  /** Date travelled. */
  date: string | null;
  lengthKm: number | null;
  /** Moving, in the dry season; known for packaged roads only. */
  hours: number | null;
  /** Highest altitude known on the way; of packaged roads only. */
  highestM: number | null;
  /** Half-width in km of the band the true way may lie in; 0 for a track. Null: unknown. */
  corridorKm: number | null;
  crossings: LegCrossing[] | null;
  /** Zones inside the corridor that the drawn line itself does not enter. */
  corridorZones: string[];
  countries: CountryCode[];
  advisories: AppliedAdvisory[] | null;
  /** Null: not on the packaged roads. */
  road: AssessedRoad | null;
}

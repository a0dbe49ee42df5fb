/** Everything a reporter needs, and exactly what `--format json` prints (schema `tajcheck-assessment-v1`). */
import type { Confidence, Severity } from './finding.ts';
import type { PassportKind, TravelMode } from './itinerary/itinerary.ts';
import type { Level, Regime } from './knowledge/schema/parts.ts';

export type CountryCode = 'TJ' | 'AF' | 'KG' | 'UZ' | 'CN';
/** Geodesic kilometres to each neighbour's border with Tajikistan. */
export type BorderKm = Record<'AF' | 'KG' | 'UZ' | 'CN', number>;

export interface AuthorityVerdict {
  /** Highest level this authority gives anywhere on the trip; null: advice without a level. */
  level: Level | null;
  native: string;
  area: string;
  zone: string;
  /** Subjects (`stop-2`, `leg-3`, `entry`, `exit`) where it applies. */
  where: string[];
  confidence: Confidence;
  issued: string;
  source: string;
}

export interface AppliedAdvisory {
  id: string;
  authority: string;
  zone: string;
  area: string;
  native: string;
  level: Level | null;
  words: string;
  issued: string;
  source: string;
  confidence: Confidence;
}

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

/** One way to get a permit. */
export interface PermitChannel {
  name: string;
  how: string;
  where: 'before-entry' | 'in-country';
  /** The regime of the visa that it comes with; null: on its own. */
  withVisa: Regime | null;
  /** Counted back from entering the country or the area, as `where` says; null: lead time or days not known. */
  applyBy: string | null;
  /** Is one in the country by then? True where one need not be; null: not known. */
  inPerson: boolean | null;
  fee: { min: number; max: number; currency: string; per: string } | null;
  sources: string[];
}

export interface PermitCheck {
  type: string;
  name: string;
  status: 'held' | 'missing' | 'incomplete' | 'outside-validity' | 'not-needed' | 'check';
  need: 'certain' | 'possible';
  /** Districts of the permit that the trip enters. */
  districts: string[];
  missing: string[];
  /** First and last day inside the permit's area. */
  from: string | null;
  to: string | null;
  where: string[];
  applyBy: string | null;
  applyByWorst: string | null;
  /** From today to the day to apply by; negative when past. */
  workingDaysLeft: number | null;
  /** Day of the application for a paper that the trip relies on and that is not in hand; null: none. */
  applied: string | null;
  fee: { min: number; max: number; currency: string; per: string } | null;
  feeNote: string | null;
  issuer: string;
  how: string[];
  channels: PermitChannel[];
  warnings: string[];
  sources: string[];
}

/** A visa that the traveller could get, with its terms. */
export interface VisaOption {
  kind: string;
  name: string;
  maxDays: number | null;
  withinDays: number | null;
  fees: { for: string; min: number; max: number; currency: string; per: string }[];
  where: string;
  how: string;
  url: string | null;
  applyBy: string | null;
  applyByWorst: string | null;
  conflicts: string[];
  sources: string[];
}

export interface VisaCheck {
  /** `party-1`, … */
  traveller: string;
  nationality: string;
  passport: PassportKind;
  count: number;
  /** What counts for this traveller; null: not known. */
  regime: Regime | null;
  /** Longest stay on it; null: not stated. */
  maxDays: number | null;
  withinDays: number | null;
  /** refused: the passport is not recognised; check: something is not known or sources differ. */
  status: 'not-needed' | 'held' | 'missing' | 'outside-validity' | 'too-short' | 'refused' | 'check';
  /** Days held against `maxDays`, both ends counted: of the longest stay, or of all that count together; null: no dates. */
  days: number | null;
  /** The terms in words, conditions with them. */
  words: string[];
  conflicts: string[];
  options: VisaOption[];
  /** Of the quickest option that covers the stay. */
  applyBy: string | null;
  applyByWorst: string | null;
  sources: string[];
}

/** One way into the country or out of it. */
export interface PassageCheck {
  kind: 'entry' | 'exit';
  subject: string;
  date: string | null;
  by: 'air' | 'land' | null;
  neighbour: string | null;
  place: string | null;
  /** Id of the border post; null: by air, or none known. */
  post: string | null;
  status: 'open' | 'closed' | 'unverified' | 'unknown' | null;
  foreigners: boolean | null;
  statusDate: string | null;
  words: string | null;
  hours: string | null;
  confidence: Confidence;
  sources: string[];
}

/** One stay that must be registered, or may have to be. */
export interface RegistrationCheck {
  /** check: the papers or the days do not settle it, or no source asks for it of so short a stay for certain. */
  needed: 'yes' | 'check';
  /** Day of entry and of exit; null: no dates. */
  from: string | null;
  to: string | null;
  /** Lines of the party that must or may have to. */
  travellers: string[];
  /** Last day for it; null: no dates, or the stay is shorter than any that a source names. */
  by: string | null;
  /** Stop where the party is on that day. */
  where: string | null;
  why: string;
  how: string;
  fees: { for: string; min: number; max: number; currency: string; per: string }[];
  conflicts: string[];
  sources: string[];
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

export interface CalendarEvent {
  /** Unique in the calendar, and the same in every run: `apply-gbao`, `register`, `check-in-stop-3`. */
  id: string;
  kind:
    | 'apply-by'
    | 'apply-by-worst'
    | 'departure'
    | 'entry'
    | 'exit'
    | 'register-by'
    | 'permit-start'
    | 'permit-end'
    | 'visa-start'
    | 'visa-end'
    | 'last-day'
    | 'check-in'
    | 'review';
  date: string;
  text: string;
  why: string;
  who: ChecklistItem['who'];
  /** Days from today; negative when past. */
  daysLeft: number;
  sources: string[];
}

export interface ReportedFinding {
  rule: string;
  slug: string;
  severity: Severity;
  confidence: Confidence;
  message: string;
  /** One sentence: what to do about it. */
  help: string;
  file: string;
  line: number | null;
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
  subject: string;
  zone: string | null;
  authority: string | null;
  sources: string[];
  fingerprint: string;
  suppressed: { reason: string; until: string } | null;
}

export interface ChecklistItem {
  id: string;
  text: string;
  why: string;
  /** Date by which it should be done; null where the trip has no dates. */
  by: string | null;
  stage: 'before-booking' | 'before-departure' | 'on-arrival' | 'on-the-road';
  priority: 1 | 2 | 3;
  status: 'open' | 'done';
  who: 'traveller' | 'organiser' | 'driver' | 'leader';
  /** Without it the trip is not ready, and why. Null: good practice. */
  required: string | null;
  /** Subjects that call for it. */
  where: string[];
  sources: string[];
}

export interface ReportedZone {
  id: string;
  name: string;
  kind: string;
  authority: string | null;
  restriction: string;
  basis: 'stated' | 'derived' | 'approximate';
  rule: string;
  uncertaintyKm: number;
  sources: string[];
  asOf: string;
}

export interface ReportedSource {
  id: string;
  publisher: string;
  title: string;
  url: string;
  published: string | null;
  retrieved: string;
  reviewBy: string;
  stale: boolean;
}

interface ReportedContact {
  name: string;
  numbers: string[];
  what: string;
  sources: string[];
}

export interface Assessment {
  schema: 'tajcheck-assessment-v1';
  tool: { version: string; dataVersion: string };
  asOf: string;
  itinerary: { file: string; title: string | null; start: string | null; end: string | null; days: number | null };
  overall: { level: Level | null; byAuthority: Record<string, AuthorityVerdict> };
  stops: AssessedStop[];
  legs: AssessedLeg[];
  permits: PermitCheck[];
  /** One for each line of the party. */
  visas: VisaCheck[];
  /** Where the country is entered and left, in travelling order. */
  passages: PassageCheck[];
  /** One for each stay that must or may have to be registered; null: not known, because the party is not. */
  registration: RegistrationCheck[] | null;
  nights: NightCheck[];
  /** By date. */
  calendar: CalendarEvent[];
  findings: ReportedFinding[];
  checklist: ChecklistItem[];
  contacts: ReportedContact[];
  notChecked: { subject: string; why: string }[];
  /** Zones named anywhere above, and every country. */
  zones: ReportedZone[];
  /** Names of the authorities named anywhere above. */
  authorities: Record<string, { name: string; short: string }>;
  sources: ReportedSource[];
}

/** Everything a reporter needs, and exactly what `--format json` prints (schema `tajcheck-assessment-v1`). */
import type { AuthorityVerdict } from './assessment/advice.ts';
import type { PassageCheck, PermitCheck, RegistrationCheck, VisaCheck } from './assessment/papers.ts';
import type { AssessedTraveller, ReportedCheckIn } from './assessment/party.ts';
import type { CalendarEvent, ChecklistItem } from './assessment/to-do.ts';
import type { AssessedLeg, AssessedStop, NightCheck } from './assessment/way.ts';
import type { Confidence, Severity, Suppression } from './finding.ts';
import type { TravelMode } from './itinerary/itinerary.ts';
import type { Level } from './knowledge/schema/parts.ts';

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
  suppressed: Suppression | null;
  /** Another day may change it, with the same file and the same data. */
  dependsOnToday: boolean;
}

/** What a zone's own file says of it, where no government and no data of tajcheck do. */
export interface ReportedOwnZone {
  file: string;
  words: string | null;
  severity: Severity;
  /** Months of each year (1 to 12), first and last day on which it holds; null: no such limit. */
  months: number[] | null;
  from: string | null;
  until: string | null;
  /** Ids that must stand under `mitigations:`. */
  require: string[];
  source: string | null;
  url: string | null;
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
  /** Null for a zone that tajcheck ships. */
  own: ReportedOwnZone | null;
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
  /** Nationalities that it is there for; null: everybody. */
  serves: string[] | null;
  sources: string[];
}

export interface Assessment {
  schema: 'tajcheck-assessment-v1';
  tool: { version: string; dataVersion: string };
  asOf: string;
  /** The policy that it was judged by; null: none. */
  policy: { file: string } | null;
  itinerary: { file: string; title: string | null; start: string | null; end: string | null; days: number | null };
  /** How the trip is travelled where a leg does not say otherwise; null: the file does not say. */
  travel: TravelMode | null;
  party: AssessedTraveller[];
  /** What is agreed with somebody at home; null: the file does not say. */
  checkIn: ReportedCheckIn | null;
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

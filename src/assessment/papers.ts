/** The papers of the trip: permits, visas, border posts, registration. */
import type { Confidence } from '../finding.ts';
import type { PassportKind } from '../itinerary/itinerary.ts';
import type { Regime } from '../knowledge/schema/parts.ts';
import type { Fee } from '../money.ts';

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
  fee: Fee | null;
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
  /** Working days that the policy wants on top of the issuer's time; all days to apply by have them taken off. */
  marginDays: number;
  /** From today to the day to apply by; negative when past. */
  workingDaysLeft: number | null;
  /** Day of the application for a paper that the trip relies on and that is not in hand; null: none. */
  applied: string | null;
  fee: Fee | null;
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
  fees: (Fee & { for: string })[];
  where: string;
  how: string;
  url: string | null;
  applyBy: string | null;
  applyByWorst: string | null;
  /** Working days of the policy that both days have taken off. */
  marginDays: number;
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
  fees: (Fee & { for: string })[];
  conflicts: string[];
  sources: string[];
}

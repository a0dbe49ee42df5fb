/** What `tajcheck diff` finds between two judgements of a trip, and exactly what `--format json` prints. */
import type { PassageCheck, PermitCheck, RegistrationCheck, VisaCheck } from '../assessment/papers.ts';
import type { ChecklistItem } from '../assessment/to-do.ts';
import type { AssessedLeg, AssessedStop } from '../assessment/way.ts';
import type { Assessment, ReportedFinding } from '../assessment.ts';
import type { Level } from '../knowledge/schema/parts.ts';
import type { Summary } from '../what-if/compare.ts';

/** changed: it cannot be called either way. */
export const effects = ['worse', 'better', 'changed'] as const;
export type Effect = (typeof effects)[number];

/** By which rule. `unknown` words never make anything better. */
export const reasons = [
  'new', 'gone', 'severity', 'confidence', 'silenced', 'counts-again', 'words', 'same-way', 'level', 'level-unknown',
  'inside-longer', 'inside-shorter', 'status', 'need', 'districts', 'deadline', 'deadline-unknown', 'terms',
  'terms-unknown', 'days', 'dates-unknown', 'place', 'place-unknown', 'altitude', 'altitude-unknown', 'way',
  'way-unknown', 'way-guessed', 'mode', 'mode-unknown', 'done', 'duty', 'not-checked', 'left-out', 'perhaps-hidden',
  'no-longer-told', 'graver-now',
] as const; // biome-ignore format: a vocabulary reads best as lines of words
export type Reason = (typeof reasons)[number];

export interface Because {
  readonly effect: Effect;
  readonly reason: Reason;
}

/** The highest that one authority says of one area where the trip goes. */
export interface AreaAdvice {
  authority: string;
  zone: string;
  area: string;
  native: string;
  level: Level | null;
  issued: string;
  source: string;
  /** Stops and legs. */
  where: string[];
}

/** Kilometres of the whole trip inside one zone that is advised against or dangerous. */
export interface InsideZone {
  zone: string;
  name: string;
  km: number;
}

/** What there is to compare, by kind. */
export interface Things {
  dates: { start: string | null; end: string | null; days: number | null };
  finding: ReportedFinding;
  advice: AreaAdvice;
  inside: InsideZone[];
  permit: PermitCheck;
  visa: VisaCheck;
  passage: PassageCheck;
  registration: RegistrationCheck;
  stop: AssessedStop;
  leg: AssessedLeg;
  todo: ChecklistItem;
  'not-checked': { subject: string; why: string };
}

export type Kind = keyof Things;

/** One thing that differs; null: it is only on the other side. Subjects are those of its own side. */
export type DifferenceOf<K extends Kind> = {
  kind: K;
  effect: Effect;
  because: Because[];
  before: Things[K] | null;
  after: Things[K] | null;
};

export type Difference = { [K in Kind]: DifferenceOf<K> }[Kind];

export interface DiffSide extends Summary {
  /** How it was asked for: `main:tours/wakhan.trip.yaml`. */
  label: string;
  file: string;
  title: string | null;
  asOf: string;
  tool: Assessment['tool'];
  policy: Assessment['policy'];
  /** False: the file cannot be read as an itinerary, and nothing else was checked. */
  understood: boolean;
}

export interface Diff {
  schema: 'tajcheck-diff-v1';
  /** Null: there was none, the trip is new. */
  before: DiffSide | null;
  after: DiffSide;
  counts: { worse: number; better: number; changed: number };
  /** Names of what cannot be seen after and could be before: what is gone may only be hidden by it. */
  unseen: string[];
  /** What got worse first, then what got better. */
  differences: Difference[];
  authorities: Assessment['authorities'];
}

export const papers: readonly Kind[] = ['permit', 'visa', 'passage', 'registration'];

/** The whole is worse when any part of it is, and better only when no part is worse. */
export function effectOf(because: readonly Because[]): Effect {
  return effects.find((effect) => because.some((one) => one.effect === effect)) ?? 'changed';
}

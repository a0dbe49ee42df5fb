/** On what terms one passport is let in: which of the rules on record counts, and why the others do not. */
import { groupBy } from '../group-by.ts';
import type { PassportKind } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { VisaKind, VisaRule } from '../knowledge/schema/papers.ts';
import type { Regime } from '../knowledge/schema/parts.ts';
import { type Arrival, arrivalMeets, type Departure } from './arrival.ts';

export interface TermsQuestion {
  /** ISO code or one of `otherPassports`. */
  readonly nationality: string;
  /** Null: not known; then no rule with an age counts. */
  readonly age: number | null;
  readonly passport: PassportKind;
  /** Null: nothing is known of it; then no rule that depends on it counts. */
  readonly entry: Arrival | null;
  /** How the country is left, where a rule asks for that too; left out: not asked. */
  readonly exit?: Departure | null;
  /** The day of entry, `YYYY-MM-DD`. */
  readonly on: string;
}

export type Dispute = VisaRule['disputes'][number];

/** Why a rule for this nationality does not count. */
export type PassedOver =
  | 'age-unknown'
  | 'too-young'
  | 'entry-unsaid'
  | 'entry-unmet'
  | 'passport'
  | 'not-yet'
  | 'ended';

export interface Terms {
  /** Null: not known. */
  readonly regime: Regime | null;
  /** The rule that counts; where it is disputed, `regime` may be stricter than the rule's own. */
  readonly rule: VisaRule | null;
  /** Longest stay; null: no source says, or they differ on the regime itself. */
  readonly maxDays: number | null;
  readonly withinDays: number | null;
  /** What must be got before travel even so; null: nothing. */
  readonly before: string | null;
  /** What other sources say of this nationality, against the rule that counts or one that would be better. */
  readonly disputes: readonly Dispute[];
  /**
   * Another source would let the traveller in without a visa, is as strict or stricter, or gives no answer; one that
   * only names another kind of visa unsettles nothing.
   */
  readonly unsettled: boolean;
  /** Rules for this nationality that do not apply. */
  readonly passedOver: readonly { readonly rule: VisaRule; readonly why: PassedOver }[];
  /** Kinds of visa that may be asked for. */
  readonly kinds: readonly VisaKind[];
}

/** The most favourable first; what is not known is worse than any visa that could be got. */
const order: readonly (Regime | null)[] = [
  'citizen',
  'visa-free',
  'visa-on-arrival',
  'e-visa',
  'visa',
  null,
  'not-recognised',
];

export const strictnessOf = (regime: Regime | null): number => order.indexOf(regime);

export function termsFor(
  question: TermsQuestion,
  knowledge: Pick<Knowledge, 'visaRules' | 'visaKinds' | 'places' | 'names'>,
): Terms {
  const { nationality } = question;
  const own = rulesByNationality(knowledge.visaRules).get(nationality) ?? [];
  const judged = own.map((rule) => ({ rule, why: whyNot(rule, question, knowledge) }));
  const applying = judged.filter(({ why }) => why === null).map(({ rule }) => reading(rule, nationality));
  const refused = applying.filter(({ rule }) => rule.regime === 'not-recognised');
  const [best] = [...(refused.length > 0 ? refused : applying)].sort(byFavour);
  const regime = best?.regime ?? null;
  // A stricter rule that applies as well has no say, nor has who doubts it.
  const said = applying.filter(({ rule }) => strictnessOf(rule.regime) <= strictnessOf(regime));
  const told = best !== undefined && regime === best.rule.regime ? best.rule : null;
  return {
    regime,
    rule: best?.rule ?? null,
    maxDays: told?.maxDays ?? null,
    withinDays: told?.withinDays ?? null,
    before: best?.rule.before ?? null,
    disputes: said.flatMap(({ disputes }) => disputes),
    unsettled: said.some(({ isOpen }) => isOpen),
    passedOver: judged.flatMap(({ rule, why }) => (why === null ? [] : [{ rule, why }])),
    kinds: knowledge.visaKinds.filter((kind) => isOffered(kind, regime, told)),
  };
}

/** Made once: a party of hundreds asks thousands of times. */
const indexed = new WeakMap<readonly VisaRule[], ReadonlyMap<string, readonly VisaRule[]>>();

function rulesByNationality(rules: readonly VisaRule[]): ReadonlyMap<string, readonly VisaRule[]> {
  const known = indexed.get(rules);
  if (known) return known;
  const pairs = rules.flatMap((rule) => rule.nationalities.map((nationality) => ({ nationality, rule })));
  const made = new Map(
    [...groupBy(pairs, (pair) => pair.nationality)].map(([nationality, own]) => [
      nationality,
      own.map(({ rule }) => rule),
    ]),
  );
  indexed.set(rules, made);
  return made;
}

/** A rule as it counts for one nationality: as strictly as any source reads it. */
interface Reading {
  readonly rule: VisaRule;
  readonly regime: Regime | null;
  readonly disputes: readonly Dispute[];
  readonly isOpen: boolean;
}

function reading(rule: VisaRule, nationality: string): Reading {
  const disputes = rule.disputes.filter(({ nationalities }) => nationalities.includes(nationality));
  const regime = disputes.reduce<Regime | null>(
    (strictest, dispute) => (strictnessOf(dispute.regime) > strictnessOf(strictest) ? dispute.regime : strictest),
    rule.regime,
  );
  const isOpen = disputes.some(
    (dispute) => dispute.regime === 'visa-free' || strictnessOf(dispute.regime) >= strictnessOf(rule.regime),
  );
  return { rule, regime, disputes, isOpen };
}

/** Of equals the one that nobody disputes, then the longest stay; a length that no source gives comes last. */
function byFavour(a: Reading, b: Reading): number {
  return (
    strictnessOf(a.regime) - strictnessOf(b.regime) ||
    Number(a.isOpen) - Number(b.isOpen) ||
    (b.rule.maxDays ?? 0) - (a.rule.maxDays ?? 0)
  );
}

function whyNot(
  rule: VisaRule,
  question: TermsQuestion,
  knowledge: Pick<Knowledge, 'places' | 'names'>,
): PassedOver | null {
  const { age, passport, on } = question;
  if (!rule.passports.includes(passport)) return 'passport';
  if (rule.from !== null && on < rule.from) return 'not-yet';
  if (rule.until !== null && on > rule.until) return 'ended';
  if (rule.minAge !== null && age === null) return 'age-unknown';
  if (rule.minAge !== null && age! < rule.minAge) return 'too-young';
  if (rule.entry === null) return null;
  const met = arrivalMeets(rule.entry, question.entry, question.exit, knowledge);
  if (met === null) return 'entry-unsaid';
  return met ? null : 'entry-unmet';
}

/** What a source says that these people may have; not all that they might be given. */
function isOffered(kind: VisaKind, regime: Regime | null, rule: VisaRule | null): boolean {
  if (!mayAskFor(kind, regime)) return false;
  return kind.regime === 'visa' || kind.regime === regime || rule?.alsoVisas?.kinds.includes(kind.id) === true;
}

/** An embassy's visa anybody may ask for; who needs none may still get an e-visa, for a longer stay or its permit. */
export function mayAskFor({ regime: kind }: VisaKind, regime: Regime | null): boolean {
  if (regime === 'citizen' || regime === 'not-recognised') return false;
  return kind === 'visa' || kind === regime || (kind === 'e-visa' && regime === 'visa-free');
}

/** All that is known of one passport's way in, whatever the trip: what `tajcheck visa` prints. */
import { daysBetween } from '../dates.ts';
import type { PassportKind } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Source } from '../knowledge/schema/advice.ts';
import type { EntryTerms, VisaKind, VisaRule } from '../knowledge/schema/papers.ts';
import type { Regime } from '../knowledge/schema/parts.ts';
import { type PassedOver, strictnessOf, termsFor } from './terms.ts';

export interface VisaQuestion {
  readonly nationality: string;
  readonly passport: PassportKind;
  readonly age: number | null;
}

/** A rule for the nationality that does not count without more being known, or for another passport, age or day. */
export interface OtherTerms {
  readonly why: PassedOver;
  readonly regime: Regime;
  readonly maxDays: number | null;
  readonly withinDays: number | null;
  readonly passports: readonly PassportKind[];
  readonly minAge: number | null;
  readonly entry: VisaRule['entry'];
  readonly before: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly words: string;
  readonly disputes: VisaRule['disputes'];
  readonly sources: readonly string[];
}

export interface DatedSource extends Source {
  /** Days since it was published, or since it was read where it bears no date. */
  readonly ageDays: number;
  readonly stale: boolean;
}

export interface VisaAnswer extends VisaQuestion {
  readonly asOf: string;
  /** Null: no source read says. */
  readonly regime: Regime | null;
  readonly maxDays: number | null;
  readonly withinDays: number | null;
  readonly before: string | null;
  readonly words: string | null;
  /** Ids of the sources of the terms. */
  readonly basis: readonly string[];
  /** Sources differ so that the terms are not sure. */
  readonly unsettled: boolean;
  readonly disputes: VisaRule['disputes'];
  readonly otherwise: readonly OtherTerms[];
  readonly options: readonly VisaKind[];
  /** Null for a citizen, who is not asked for it, and for who is not let in. */
  readonly demands: Pick<EntryTerms, 'passport' | 'registration' | 'overstay'> | null;
  readonly dualNationals: EntryTerms['dualNationals'];
  /** All that is cited above, newest first; those without a date last. */
  readonly sources: readonly DatedSource[];
}

export function answerVisa(question: VisaQuestion, knowledge: Knowledge, asOf: string): VisaAnswer {
  const terms = termsFor({ ...question, entry: null, on: asOf }, knowledge);
  const { passport, registration, overstay, dualNationals } = knowledge.entry;
  const otherwise = terms.passedOver
    .map(({ rule, why }): OtherTerms => {
      const { id: _, nationalities: __, asOf: ___, ...told } = rule;
      const disputes = rule.disputes.filter(({ nationalities }) => nationalities.includes(question.nationality));
      return { why, ...told, disputes };
    })
    .sort((a, b) => strictnessOf(a.regime) - strictnessOf(b.regime));
  // Some of these ways in may lead to a visa that the general terms do not.
  const regimes = [terms.regime, ...otherwise.filter(({ why }) => isOpen(why)).map(({ regime }) => regime)];
  const kinds = knowledge.visaKinds.filter((kind) => terms.kinds.includes(kind) || regimes.includes(kind.regime));
  const isAsked = terms.regime !== 'citizen' && terms.regime !== 'not-recognised';
  const demands = isAsked ? { passport, registration, overstay } : null;
  const answer = {
    ...question,
    asOf,
    ...{ regime: terms.regime, maxDays: terms.maxDays, withinDays: terms.withinDays, before: terms.before },
    words: terms.rule
      ? [terms.rule.words, ...(terms.rule.singleEntry ? [terms.rule.singleEntry.says] : [])].join(' ')
      : null,
    basis: terms.rule?.sources ?? [],
    unsettled: terms.unsettled || terms.regime === null,
    disputes: [...terms.disputes],
    otherwise,
    options: terms.regime === 'not-recognised' ? [] : kinds,
    demands,
    dualNationals,
  };
  const cited = new Set([...answer.basis, ...citedIn(answer)]);
  const sources = Object.values(knowledge.sources)
    .filter(({ id }) => cited.has(id))
    .map((source) => {
      const { published, retrieved, reviewBy } = source;
      return { ...source, ageDays: daysBetween(published ?? retrieved, asOf), stale: reviewBy < asOf };
    })
    .sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1));
  return { ...answer, sources };
}

/** Not ruled out, only not known. */
const isOpen = (why: PassedOver): boolean => why === 'age-unknown' || why === 'entry-unsaid';

/** Every `sources` in a tree of plain data. */
function citedIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => (key === 'sources' ? (item as string[]) : citedIn(item)));
}

/** On what terms each of the party is let in, and whether the papers held fit the stay. */
import type { VisaCheck } from '../assessment/papers.ts';
import type { Stay, TripBeforePapers } from '../borders/passages.ts';
import type { HeldVisa, Traveller } from '../itinerary/itinerary.ts';
import { sayConflict } from '../knowledge/say-conflict.ts';
import type { VisaKind, VisaRule } from '../knowledge/schema/papers.ts';
import { coverStays, isSure, kindOf, type VisaFault } from './held.ts';
import { optionsOf, quickestOf } from './options.ts';
import { type Allowance, countedDays, type Excess, findExcess, longestOf } from './stay-length.ts';
import { mayAskFor, strictnessOf, type Terms, termsFor } from './terms.ts';
import { hintsOf, sayDispute } from './words.ts';

/** A listed visa that the traveller may use, of a kind that is known. */
export interface UsableVisa {
  readonly visa: HeldVisa;
  readonly kind: VisaKind;
}

/** A visa that stays are on. */
interface UsedVisa extends UsableVisa {
  readonly stays: readonly Stay[];
}

/** The terms for one line of the party with the evidence its findings point to. */
export interface VisaJudgement {
  readonly traveller: Traveller;
  /** The rule that counts; null: none is known. */
  readonly rule: VisaRule | null;
  /** The visas that the stays are on; none where none is needed. */
  readonly held: readonly HeldVisa[];
  readonly stays: readonly Stay[];
  readonly check: VisaCheck;
  /** Of the entry with the strictest; null: the nationality cannot be read. */
  readonly terms: Terms | null;
  /** `held` with their kinds. */
  readonly kinds: readonly UsedVisa[];
  /** All visas of this nationality that it may use, needed or not. */
  readonly usable: readonly UsableVisa[];
  /** A visa is needed for this stay, or whether one is needed is not known. */
  readonly needsVisa: boolean;
  /** Visas of this nationality that are of no use to it, as a source says. */
  readonly unfit: readonly UsableVisa[];
  readonly faults: readonly VisaFault[];
  /** The stay is longer than the regime allows, or than the visa does, which is then named. */
  readonly excess: (Excess & { readonly visa: HeldVisa | null }) | null;
}

/** None for a trip that never enters the country. */
export function checkVisas(trip: TripBeforePapers, stays: readonly Stay[]): VisaJudgement[] {
  if (stays.length === 0) return [];
  // Lines of the party that enter on the same terms share one standing.
  const known = new Map<string, Standing>();
  return trip.itinerary.party.map((traveller) => {
    if (traveller.nationality === '') return judgeUnknown(traveller, stays);
    const terms = strictest(traveller, trip, stays);
    const key = `${traveller.nationality} ${terms.rule?.id} ${terms.regime} ${terms.unsettled}`;
    const standing = known.get(key) ?? standingOf(traveller.nationality, terms, trip, stays);
    known.set(key, standing);
    return judge(traveller, terms, standing, trip, stays);
  });
}

/** How the papers in the file stand to the stays of all who enter on the same terms. */
type Standing = Pick<VisaJudgement, 'kinds' | 'usable' | 'needsVisa' | 'unfit' | 'faults' | 'excess'> &
  Pick<VisaCheck, 'status' | 'days'>;

function standingOf(nationality: string, terms: Terms, trip: TripBeforePapers, stays: readonly Stay[]): Standing {
  const { knowledge, itinerary, asOf } = trip;
  const { regime } = terms;
  const mine = itinerary.visas.flatMap((visa): UsableVisa[] => {
    const kind = visa.nationality === nationality ? kindOf(visa, knowledge.visaKinds) : null;
    return kind === null ? [] : [{ visa, kind }];
  });
  // Where the terms are not known, who lists a visa may well have it: it is judged, and settles nothing.
  const isUsable = (kind: VisaKind): boolean => regime === null || mayAskFor(kind, regime);
  const usable = mine.filter(({ kind }) => isUsable(kind));
  const unfit = mine.filter(({ kind }) => !isUsable(kind));
  const isFree =
    regime === 'citizen' || regime === 'visa-free' || (regime === 'visa-on-arrival' && terms.before === null);
  const tooLong = isFree ? findExcess(stays, terms) : null;
  const needsVisa = regime !== 'not-recognised' && (!isFree || tooLong !== null);
  // Where each stay counts for itself, a visa is for those that are too long.
  const onVisa =
    isFree && terms.withinDays === null ? stays.filter((stay) => findExcess([stay], terms) !== null) : stays;
  const listed = usable.map(({ visa }) => visa);
  const cover = needsVisa && listed.length > 0 ? coverStays(listed, stays, onVisa, asOf) : { used: [], faults: [] };
  const kinds = cover.used.map((used) => ({ ...usable.find(({ visa }) => visa === used.visa)!, stays: used.stays }));
  // Of several visas each has its own days; of one, or of the terms, those that are judged together are told.
  const [only = null] = kinds;
  const judged = only === null ? terms : allowanceOn(only, terms);
  const days = kinds.length > 1 ? longestOf(stays) : countedDays(only?.stays ?? stays, judged);
  const common = { usable, unfit, needsVisa, kinds, days };
  // A visa that is given at the airport has no dates before; one that was asked for beforehand is not there without.
  const isAtAirport = ({ visa, kind }: UsableVisa) => kind.regime === 'visa-on-arrival' && visa.applied === null;
  const atAirport = new Set(kinds.flatMap((used) => (isAtAirport(used) ? used.visa : [])));
  const faults = cover.faults.filter(({ why, visa }) => why !== 'unsaid' || !atAirport.has(visa));
  const visaExcess = kinds.flatMap((used) => {
    const found = findExcess(used.stays, allowanceOn(used, terms));
    return found === null ? [] : [{ ...found, visa: used.visa }];
  });
  // Stays for which no visa is left have the regime.
  const onNone = stays.filter((stay) => !cover.used.some((used) => used.stays.includes(stay)));
  const withoutVisa = isFree ? findExcess(kinds.length > 0 ? onNone : stays, terms) : null;
  const freeExcess = withoutVisa === null ? null : { ...withoutVisa, visa: null };
  const excess = visaExcess[0] ?? freeExcess;
  return { ...common, faults, excess, status: statusOf(terms, { ...common, faults, excess }) };
}

function statusOf(terms: Terms, papers: Omit<Standing, 'status'>): VisaCheck['status'] {
  const { regime, maxDays, unsettled } = terms;
  const { needsVisa, kinds, faults, excess, days } = papers;
  if (regime === 'not-recognised') return 'refused';
  if (regime === 'citizen') return 'not-needed';
  if (!needsVisa) return unsettled || maxDays === null || days === null ? 'check' : 'not-needed';
  if (kinds.length === 0 && excess === null) return regime === null ? 'check' : 'missing';
  if (faults.some(isSure)) return 'outside-validity';
  if (excess !== null) return 'too-short';
  const isServed = ({ kind }: UsedVisa): boolean => mayAskFor(kind, regime);
  const areKnown = days !== null && kinds.every((used) => isServed(used) && allowanceOn(used, terms).maxDays !== null);
  return faults.length === 0 && areKnown ? 'held' : 'check';
}

function judge(
  traveller: Traveller,
  terms: Terms,
  standing: Standing,
  { knowledge, policy }: TripBeforePapers,
  stays: readonly Stay[],
): VisaJudgement {
  const { status, days, ...papers } = standing;
  const { kinds } = papers;
  const options = optionsOf(terms.kinds, stays[0].from, knowledge.holidays, policy);
  const wanted = ['missing', 'too-short', 'outside-validity'].includes(status) ? quickestOf(options, days) : null;
  const counted = kinds.length > 0 ? allowanceOf(kinds[0].kind, terms) : terms;
  const check: VisaCheck = {
    ...headOf(traveller, days),
    regime: terms.regime,
    maxDays: kinds[0]?.visa.days ?? counted.maxDays,
    withinDays: counted.withinDays,
    status,
    words: [
      ...(terms.rule ? [terms.rule.words] : []),
      ...(terms.rule?.singleEntry ? [terms.rule.singleEntry.says] : []),
      ...(terms.rule?.entry ? [terms.rule.entry.words] : []),
      ...(terms.before ? [terms.before] : []),
      ...hintsOf(terms),
      ...(kinds.length > 0 && traveller.count > 1
        ? [
            `The visa in the file is taken to be held by each of the ${traveller.count} travellers; that was not checked.`,
          ]
        : []),
    ],
    conflicts: [
      ...terms.disputes.map((dispute) => sayDispute(dispute, terms.rule?.regime ?? null)),
      ...[...new Set(kinds.map(({ kind }) => kind))].flatMap(({ conflicts }) => conflicts.map(sayConflict)),
    ],
    options,
    applyBy: wanted?.applyBy ?? null,
    applyByWorst: wanted?.applyByWorst ?? null,
    sources: sourcesOf(terms, kinds),
  };
  return { traveller, rule: terms.rule, terms, stays, check, held: kinds.map(({ visa }) => visa), ...papers };
}

/** For each entry its own terms, for a rule may begin or end between two; the strictest decides. */
function strictest(traveller: Traveller, { knowledge, asOf }: TripBeforePapers, stays: readonly Stay[]): Terms {
  const { nationality, age, passport } = traveller;
  const who = { nationality, age, passport: passport.kind };
  const all = stays.map(({ from, entry, exit }) => {
    const arrival = { by: entry.by, place: entry.place, from: entry.beyond };
    const departure = { by: exit.by, to: exit.beyond };
    return termsFor({ ...who, entry: arrival, exit: departure, on: from ?? asOf }, knowledge);
  });
  return all.reduce((worst, next) => (isStricter(next, worst) ? next : worst));
}

/** Of the same regime the terms that are not settled, then the shorter stay; a length that nobody gives is shortest. */
function isStricter(next: Terms, worst: Terms): boolean {
  const by = strictnessOf(next.regime) - strictnessOf(worst.regime) || Number(next.unsettled) - Number(worst.unsettled);
  return by === 0 ? (next.maxDays ?? 0) < (worst.maxDays ?? 0) : by > 0;
}

/** Of the kind, and where its sources give no length, of the regime it belongs to. */
function allowanceOf(kind: VisaKind, { regime, maxDays, withinDays }: Terms) {
  if (kind.maxDays !== null || kind.regime !== regime) return { maxDays: kind.maxDays, withinDays: kind.withinDays };
  return { maxDays, withinDays };
}

/** What is printed counts over all entries; the rest is as sources say of the kind. Null days: nobody says. */
export function allowanceOn({ visa, kind }: UsableVisa, terms: Terms): Allowance {
  return visa.days === null ? allowanceOf(kind, terms) : { maxDays: visa.days, withinDays: 'whole' };
}

function sourcesOf({ rule, disputes }: Terms, kinds: readonly UsableVisa[]): string[] {
  return [
    ...new Set([
      ...(rule?.sources ?? []),
      ...disputes.flatMap(({ sources }) => sources),
      ...kinds.flatMap(({ kind }) => kind.sources),
    ]),
  ];
}

function headOf({ id, nationality, passport, count }: Traveller, days: number | null) {
  return { traveller: id, nationality, passport: passport.kind, count, days };
}

function judgeUnknown(traveller: Traveller, stays: readonly Stay[]): VisaJudgement {
  const check: VisaCheck = {
    ...headOf(traveller, longestOf(stays)),
    ...{ regime: null, maxDays: null, withinDays: null, status: 'check' },
    ...{ words: [], conflicts: [], options: [], applyBy: null, applyByWorst: null, sources: [] },
  };
  const papers = { held: [], kinds: [], usable: [], needsVisa: true, unfit: [], faults: [] };
  return { traveller, rule: null, stays, check, terms: null, ...papers, excess: null };
}

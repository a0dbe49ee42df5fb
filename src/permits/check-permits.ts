/** What papers the trip's areas ask for, and how far the itinerary's permits cover them, paper by paper. */
import type { PermitCheck } from '../assessment.ts';
import { addDays } from '../dates.ts';
import type { HeldPermit } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema.ts';
import type { Touch, Trip } from '../rules/trip.ts';
import { zoneProperties } from '../zones/layer.ts';
import { findGaps, type Gap, type Stay } from './days.ts';
import { type EnteredDistrict, enteredDistricts } from './districts.ts';
import { isType, listsDistrict } from './papers.ts';
import { warningsOf } from './warnings.ts';

/** A permit with the evidence its findings point to. */
export interface PermitJudgement {
  readonly permit: Permit;
  readonly check: PermitCheck;
  readonly held: readonly HeldPermit[];
  /** Touches of the permit's area that count: the sure ones, or all when none is sure. */
  readonly touches: readonly Touch[];
  /** Does the trip enter the area for all we know? */
  readonly sure: boolean;
  /** Districts that no held permit lists; those that the trip only may enter are `possible`. */
  readonly missing: readonly EnteredDistrict[];
  /** Districts that the trip enters or may enter, when held permits do not say which ones they list; else none. */
  readonly unsaid: readonly EnteredDistrict[];
  /** Days that the held permits leave open. */
  readonly gaps: readonly Gap[];
}

type TripBeforePermits = Omit<Trip, 'permits' | 'checklist' | 'registration'>;

/** One judgement for each permit that the trip's areas ask for or that the itinerary holds. */
export function checkPermits(trip: TripBeforePermits): PermitJudgement[] {
  return trip.knowledge.permits.flatMap((permit) => {
    const all = trip.touches.filter((touch) => permit.zones.includes(touch.zone));
    const held = trip.itinerary.permits.filter((paper) => isType(paper, permit));
    return all.length > 0 || held.length > 0 ? [judge(permit, all, held, trip)] : [];
  });
}

/** Inside for all we know. Near the edge of an area that is itself only roughly drawn, nobody knows. */
function isSure({ zone, inside, confidence }: Touch, { layers }: TripBeforePermits): boolean {
  if (!inside || confidence === 'possible') return false;
  return confidence === 'certain' || zoneProperties(layers, zone).basis !== 'approximate';
}

/** Entered, and not only perhaps. */
const isDrawn = ({ confidence }: Pick<EnteredDistrict, 'confidence'>): boolean => confidence !== 'possible';

function judge(permit: Permit, all: Touch[], held: HeldPermit[], trip: TripBeforePermits): PermitJudgement {
  const sure = all.filter((touch) => isSure(touch, trip));
  const touches = sure.length > 0 ? sure : all;
  const entered = enteredDistricts(permit, trip);
  const drawn = entered.filter(isDrawn);
  const areUnsaid = held.length > 0 && held.every((paper) => paper.districts === null);
  const lists = (paper: HeldPermit, { id }: EnteredDistrict): boolean => areUnsaid || listsDistrict(paper, permit, id);

  const unsaid = areUnsaid ? entered : [];
  const missing = held.length > 0 ? entered.filter((district) => !held.some((paper) => lists(paper, district))) : [];
  const stays = [
    ...entered.flatMap((district) =>
      staysIn(
        district,
        held.filter((paper) => lists(paper, district)),
      ),
    ),
    ...staysInArea(all, drawn, held, trip),
  ];
  const gaps = findGaps(stays, trip.asOf);
  const areDaysKnown = stays.every(({ from, to }) => from !== null && to !== null);

  const status = ((): PermitCheck['status'] => {
    if (all.length === 0 || isExempt(permit, trip)) return 'not-needed';
    if (held.length === 0) return sure.length > 0 && permit.need === 'certain' ? 'missing' : 'check';
    if (missing.some(isDrawn) || unsaid.some(isDrawn)) return 'incomplete';
    if (gaps.some((gap) => gap.sure || sure.length === 0)) return 'outside-validity';
    return areDaysKnown ? 'held' : 'check';
  })();

  const from = daysOf(touches, 'from')[0] ?? null;
  const to = daysOf(touches, 'to').at(-1) ?? null;
  const { usual, worst } = permit.leadDays;
  const before = (days: number | null): string | null => (from === null || days === null ? null : addDays(from, -days));
  const check: PermitCheck = {
    type: permit.id,
    name: permit.name,
    status,
    need: permit.need,
    districts: drawn.map((district) => district.name),
    missing: missing.filter(isDrawn).map((district) => district.name),
    from,
    to,
    where: [...new Set(touches.map((touch) => touch.subject))],
    applyBy: before(usual),
    applyByWorst: before(worst),
    fee: permit.fee,
    feeNote: permit.feeNote ?? null,
    issuer: permit.issuer,
    how: permit.channels.map((channel) => `${channel.name}: ${channel.how}`),
    warnings: warningsOf({
      permit,
      perhaps: entered.filter(
        (district) => !isDrawn(district) && (held.length === 0 || areUnsaid || missing.includes(district)),
      ),
      gaps,
      areDaysKnown: areDaysKnown || held.length === 0,
      travellers: held.length > 0 && status !== 'not-needed' ? travellersIn(permit, trip) : 0,
    }),
    sources: [...new Set([...permit.sources, ...permit.leadDays.sources])],
  };
  return { permit, check, held, touches, sure: sure.length > 0, missing, unsaid, gaps };
}

function staysIn({ name, visits }: EnteredDistrict, papers: readonly HeldPermit[]): Stay[] {
  return visits.map((visit) => ({ district: name, from: visit.from, to: visit.to, sure: isDrawn(visit), papers }));
}

/** Where no district is known for sure, any paper does for the area, but one there must be. */
function staysInArea(
  all: readonly Touch[],
  drawn: readonly EnteredDistrict[],
  papers: readonly HeldPermit[],
  trip: TripBeforePermits,
): Stay[] {
  const placed = new Set(drawn.flatMap(({ visits }) => visits.filter(isDrawn).map(({ subject }) => subject)));
  return all
    .filter(({ subject }) => !placed.has(subject))
    .map((touch) => ({ district: null, from: touch.from, to: touch.to, sure: isSure(touch, trip), papers }));
}

function daysOf(touches: readonly Touch[], end: 'from' | 'to'): string[] {
  return touches.flatMap((touch) => touch[end] ?? []).sort();
}

function isExempt(permit: Permit, trip: TripBeforePermits): boolean {
  const { party } = trip.itinerary;
  return party.length > 0 && party.every((member) => permit.exempt?.includes(member.nationality));
}

/** How many of the party need the permit. */
function travellersIn(permit: Permit, { itinerary }: TripBeforePermits): number {
  return itinerary.party
    .filter(({ nationality }) => !permit.exempt?.includes(nationality))
    .reduce((sum, { count }) => sum + count, 0);
}

/** What papers the trip's areas and equipment ask for, and how far the itinerary's permits cover them. */
import type { PermitCheck } from '../assessment/papers.ts';
import { staysOf } from '../borders/passages.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { HeldPermit } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema/papers.ts';
import { marginFor } from '../policy/margin.ts';
import type { Touch, Trip } from '../rules/trip.ts';
import { zoneProperties } from '../zones/layer.ts';
import { type Arrival, channelsOf, deadlineOf } from './channels.ts';
import { type Cover, coverOf, isWhole, type Presence } from './cover.ts';
import { type EnteredDistrict, enteredDistricts, isDrawn } from './districts.ts';
import { type Carried, carriedFor } from './equipment.ts';
import { isInHand, isType } from './papers.ts';
import { warningsOf } from './warnings.ts';

/** A permit with the evidence its findings point to. */
export interface PermitJudgement extends Cover {
  readonly permit: Permit;
  readonly check: PermitCheck;
  readonly held: readonly HeldPermit[];
  /** Of those held, papers that the trip relies on and that are not yet in hand. */
  readonly awaited: readonly HeldPermit[];
  /** Touches of the permit's area that count: the sure ones, or all when none is sure. */
  readonly touches: readonly Touch[];
  /** Things carried that ask for the permit, wherever the trip goes. */
  readonly carried: readonly Carried[];
  /** Is the permit asked for, for all we know? */
  readonly sure: boolean;
  readonly arrival: Arrival;
}

type TripBeforePermits = Omit<Trip, 'permits' | 'checklist' | 'registration'>;

/** What asks for a permit. */
interface Asking {
  readonly touches: readonly Touch[];
  readonly carried: readonly Carried[];
}

/** One judgement for each permit that the trip asks for or that the itinerary holds. */
export function checkPermits(trip: TripBeforePermits): PermitJudgement[] {
  return trip.knowledge.permits.flatMap((permit) => {
    const touches = trip.touches.filter((touch) => permit.zones.includes(touch.zone));
    const carried = carriedFor(permit, trip.itinerary.equipment);
    const held = trip.itinerary.permits.filter((paper) => isType(paper, permit));
    const isAsked = touches.length > 0 || carried.length > 0;
    return isAsked || held.length > 0 ? [judge(permit, { touches, carried }, held, trip)] : [];
  });
}

/** Inside for all we know. Near the edge of an area that is itself only roughly drawn, nobody knows. */
function isSure({ zone, inside, confidence }: Touch, { layers }: TripBeforePermits): boolean {
  if (!inside || confidence === 'possible') return false;
  return confidence === 'certain' || zoneProperties(layers, zone).basis !== 'approximate';
}

function judge(permit: Permit, asking: Asking, held: HeldPermit[], trip: TripBeforePermits): PermitJudgement {
  const { carried } = asking;
  const { asOf, knowledge } = trip;
  const sureTouches = asking.touches.filter((touch) => isSure(touch, trip));
  const sure = sureTouches.length > 0 || carried.length > 0;
  const touches = sureTouches.length > 0 ? sureTouches : asking.touches;

  const entered = enteredDistricts(permit, trip);
  const inCountry = timesInCountry(trip);
  const elsewhere = [...timesInArea(asking.touches, entered, trip), ...(carried.length > 0 ? inCountry : [])];
  const ground = { permit, entered, elsewhere };
  const inHand = held.filter(isInHand);
  const isEnough = inHand.length > 0 && isWhole(coverOf(inHand, ground, asOf));
  const cover = coverOf(isEnough ? inHand : held, ground, asOf);
  const awaited = isEnough ? [] : held.filter((paper) => !inHand.includes(paper));

  const status = ((): PermitCheck['status'] => {
    if ((touches.length === 0 && carried.length === 0) || isExempt(permit, trip)) return 'not-needed';
    if (held.length === 0) return sure && permit.need === 'certain' ? 'missing' : 'check';
    if (cover.missing.some(isDrawn) || cover.unsaid.some(isDrawn)) return 'incomplete';
    if (cover.gaps.some((gap) => gap.sure || !sure)) return 'outside-validity';
    return cover.areDaysKnown && awaited.length === 0 ? 'held' : 'check';
  })();

  const days = carried.length > 0 ? inCountry : touches;
  const from = daysOf(days, 'from')[0] ?? null;
  const arrival = { country: daysOf(inCountry, 'from')[0] ?? null, area: from };
  const lead = { holidays: knowledge.holidays, margin: marginFor(permit.id, trip.policy) };
  const { applyBy, applyByWorst } = deadlineOf(permit, arrival, lead);
  const isListed = held.length > 0;
  const check: PermitCheck = {
    type: permit.id,
    name: permit.name,
    status,
    need: permit.need,
    districts: entered.filter(isDrawn).map((district) => district.name),
    missing: cover.missing.filter(isDrawn).map((district) => district.name),
    from,
    to: daysOf(days, 'to').at(-1) ?? null,
    where: [...new Set(touches.map((touch) => touch.subject))],
    applyBy,
    applyByWorst,
    marginDays: lead.margin,
    workingDaysLeft: applyBy === null ? null : workingDaysBetween(asOf, applyBy, knowledge.holidays),
    applied: awaited[0]?.applied ?? null,
    fee: permit.fee,
    feeNote: permit.feeNote ?? null,
    issuer: permit.issuer,
    how: permit.channels.map((channel) => `${channel.name}: ${channel.how}`),
    channels: channelsOf(permit, arrival, lead),
    warnings: warningsOf({
      permit,
      asOf,
      perhaps: entered.filter(
        (district) => !isDrawn(district) && (!isListed || cover.unsaid.length > 0 || cover.missing.includes(district)),
      ),
      gaps: cover.gaps,
      awaited,
      areDaysKnown: cover.areDaysKnown || !isListed,
      travellers: isListed && status !== 'not-needed' ? travellersIn(permit, trip) : 0,
    }),
    sources: [...new Set([...permit.sources, ...permit.leadDays.sources])],
  };
  return { ...cover, permit, check, held, awaited, touches, carried, sure, arrival };
}

function timesInArea(touches: readonly Touch[], entered: readonly EnteredDistrict[], trip: TripBeforePermits) {
  const drawn = entered.filter(isDrawn).flatMap(({ visits }) => visits.filter(isDrawn));
  const placed = new Set(drawn.map(({ subject }) => subject));
  return touches
    .filter(({ subject }) => !placed.has(subject))
    .map((touch): Presence => ({ from: touch.from, to: touch.to, sure: isSure(touch, trip) }));
}

/** The whole trip where it is not known when it enters and leaves. */
function timesInCountry({ passages, stops }: TripBeforePermits): Presence[] {
  const stays = staysOf(passages);
  const whole = { from: stops[0]?.from ?? null, to: stops.at(-1)?.to ?? null };
  return (stays.length > 0 ? stays : [whole]).map(({ from, to }) => ({ from, to, sure: true }));
}

function daysOf(times: readonly Pick<Presence, 'from' | 'to'>[], end: 'from' | 'to'): string[] {
  return times.flatMap((time) => time[end] ?? []).sort();
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

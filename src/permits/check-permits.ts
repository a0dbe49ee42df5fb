/** What papers the trip's areas ask for, and how far the itinerary's permits cover them. */
import type { PermitCheck } from '../assessment.ts';
import { addDays } from '../dates.ts';
import type { HeldPermit } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema.ts';
import { normaliseName } from '../places/normalise-name.ts';
import type { Touch, Trip } from '../rules/trip.ts';
import { zoneProperties } from '../zones/layer.ts';
import { type EnteredDistrict, enteredDistricts } from './districts.ts';

/** A permit with the evidence its findings point to. */
export interface PermitJudgement {
  readonly permit: Permit;
  readonly check: PermitCheck;
  readonly held: readonly HeldPermit[];
  /** Touches of the permit's area that count: the sure ones, or all when none is sure. */
  readonly touches: readonly Touch[];
  /** Districts entered for certain or likely that no held permit lists. */
  readonly missing: readonly EnteredDistrict[];
  /** Held permits do not say which districts they list. */
  readonly districtsUnsaid: boolean;
}

type TripBeforePermits = Omit<Trip, 'permits'>;

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

/** `gbao` may be written `GBAO`. */
export function isType(paper: HeldPermit, permit: Permit): boolean {
  return paper.type.toLowerCase() === permit.id;
}

function judge(permit: Permit, all: Touch[], held: HeldPermit[], trip: TripBeforePermits): PermitJudgement {
  const sure = all.filter((touch) => isSure(touch, trip));
  const touches = sure.length > 0 ? sure : all;
  const entered = enteredDistricts(permit, trip);
  const drawn = entered.filter((district) => district.confidence !== 'possible');
  const listed = new Set(held.flatMap((paper) => listedDistricts(permit, paper)));
  const districtsUnsaid = drawn.length > 0 && held.length > 0 && held.every((paper) => paper.districts === null);
  const missing = held.length > 0 && !districtsUnsaid ? drawn.filter((district) => !listed.has(district.id)) : [];

  const from =
    touches
      .map((touch) => touch.from)
      .filter((day) => day !== null)
      .sort()[0] ?? null;
  const to =
    touches
      .map((touch) => touch.to)
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const covers = held.some((paper) => coversDays(paper, from, to));

  const status = ((): PermitCheck['status'] => {
    if (all.length === 0 || isExempt(permit, trip)) return 'not-needed';
    if (held.length === 0) return sure.length > 0 && permit.need === 'certain' ? 'missing' : 'check';
    if (missing.length > 0 || districtsUnsaid) return 'incomplete';
    return covers ? 'held' : 'outside-validity';
  })();

  const { usual, worst } = permit.leadDays;
  const before = (days: number | null): string | null => (from === null || days === null ? null : addDays(from, -days));
  const check: PermitCheck = {
    type: permit.id,
    name: permit.name,
    status,
    need: permit.need,
    districts: drawn.map((district) => district.name),
    missing: missing.map((district) => district.name),
    from,
    to,
    where: [...new Set(touches.map((touch) => touch.subject))],
    applyBy: before(usual),
    applyByWorst: before(worst),
    fee: permit.fee,
    feeNote: permit.feeNote ?? null,
    issuer: permit.issuer,
    how: permit.channels.map((channel) => `${channel.name}: ${channel.how}`),
    warnings: warningsOf(permit, entered, listed),
    sources: [...new Set([...permit.sources, ...permit.leadDays.sources])],
  };
  return { permit, check, held, touches, missing, districtsUnsaid };
}

/** Ids of the permit's districts that a paper lists, whatever spelling it uses. */
function listedDistricts(permit: Permit, paper: HeldPermit): string[] {
  return (paper.districts ?? []).flatMap((written) => findDistrict(permit, written)?.id ?? []);
}

/** The district that a name stands for. */
export function findDistrict(permit: Permit, written: string): Permit['districts'][number] | undefined {
  const wanted = normaliseName(written);
  return permit.districts.find((district) =>
    [district.id, district.name, ...district.aliases].some((name) => normaliseName(name) === wanted),
  );
}

/** A date that is not said covers nothing that has a date. */
function coversDays(paper: HeldPermit, from: string | null, to: string | null): boolean {
  if (from === null || to === null) return true;
  return paper.from !== null && paper.to !== null && paper.from <= from && paper.to >= to;
}

function isExempt(permit: Permit, trip: TripBeforePermits): boolean {
  const { party } = trip.itinerary;
  return party.length > 0 && party.every((member) => permit.exempt?.includes(member.nationality));
}

function warningsOf(permit: Permit, entered: readonly EnteredDistrict[], listed: ReadonlySet<string>): string[] {
  const perhaps = entered
    .filter((district) => district.confidence === 'possible' && !listed.has(district.id))
    .map((district) => district.name);
  return [
    ...(permit.suspension ? [permit.suspension.warning] : []),
    ...(perhaps.length > 0
      ? [
          `The way may also touch ${perhaps.join(', ')}: ask for ${perhaps.length === 1 ? 'that district' : 'these districts'} too.`,
        ]
      : []),
    ...permit.conflicts.map((conflict) => `Sources disagree on ${conflict.about}: ${conflict.says}`),
  ];
}

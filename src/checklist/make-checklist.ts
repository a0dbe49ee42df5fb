/** What to do about everything found: one list for the trip, each line once. */

import type { PermitCheck } from '../assessment/papers.ts';
import type { ChecklistItem } from '../assessment/to-do.ts';
import { compareText } from '../compare.ts';
import { addDays } from '../dates.ts';
import { groupBy } from '../group-by.ts';
import type { Mitigation } from '../knowledge/schema/advice.ts';
import type { Reason } from '../knowledge/schema/parts.ts';
import { placesById } from '../places/gazetteer.ts';
import type { Trip } from '../rules/trip.ts';
import { zoneProperties } from '../zones/layer.ts';
import { ownZoneItems } from './own-zone-items.ts';
import { requiredBy } from './required.ts';
import { REGISTRATION, registrationItem, visaItems } from './visa-items.ts';

/** The trip before its list is made. */
type TripToDo = Omit<Trip, 'checklist'>;

const stages = ['before-booking', 'before-departure', 'on-arrival', 'on-the-road'] as const;

/** What has a day comes by its day; the rest by stage, then by priority. */
export function makeChecklist(trip: TripToDo): ChecklistItem[] {
  const vouched = new Set(trip.itinerary.mitigations.map(({ id }) => id));
  const callers = callersIn(trip);
  const items = trip.knowledge.mitigations.flatMap((mitigation) => {
    const where = whoCalls(mitigation, callers, trip);
    return where === null ? [] : [itemOf(mitigation, where, vouched, trip)];
  });
  const settled = items.flatMap((item) => (item.id === REGISTRATION ? registrationItem(item, trip) : [item]));
  return [...permitItems(trip), ...visaItems(trip), ...settled, ...ownZoneItems(trip, settled)].sort(inOrder);
}

function inOrder(a: ChecklistItem, b: ChecklistItem): number {
  return (
    compareText(a.by ?? '9', b.by ?? '9') ||
    stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
    a.priority - b.priority
  );
}

function itemOf(mitigation: Mitigation, where: string[], vouched: Set<string>, trip: TripToDo): ChecklistItem {
  const { id, text, why, by: stage, priority, sources } = mitigation;
  return {
    id,
    text,
    why,
    by: dayOf(stage, trip),
    stage,
    priority,
    status: vouched.has(id) ? 'done' : 'open',
    who: mitigation.who ?? 'traveller',
    required: requiredBy(mitigation, trip),
    where,
    sources,
  };
}

function dayOf(stage: Mitigation['by'], trip: TripToDo): string | null {
  const { start } = trip.itinerary;
  if (start === null) return null;
  if (stage === 'before-departure') return addDays(start, -1);
  return stage === 'on-arrival' ? start : null;
}

/** A zone of the trip: who is in it, why to be careful there, and the highest level given. */
interface Caller {
  readonly zone: string;
  readonly subjects: readonly string[];
  readonly reasons: ReadonlySet<Reason>;
  readonly level: number;
}

function callersIn(trip: TripToDo): Caller[] {
  return [...groupBy(trip.touches, (touch) => touch.zone)].map(([zone, touches]) => {
    const { kind, reasons } = zoneProperties(trip.layers, zone);
    const { advisories } = touches[0];
    return {
      zone,
      subjects: touches.map((touch) => touch.subject),
      reasons: new Set([...(kind === 'hazard' ? reasons : []), ...advisories.flatMap((advisory) => advisory.reasons)]),
      level: Math.max(0, ...advisories.map((advisory) => advisory.level ?? 0)),
    };
  });
}

/** Subjects that call for a mitigation, `[]` when the whole trip does, null when nothing does. */
function whoCalls({ when }: Mitigation, callers: readonly Caller[], trip: TripToDo): string[] | null {
  if (when.always || (when.solo && partySize(trip) <= 1) || travels(when.travel, trip)) return [];
  if (trip.permits.some(({ check }) => when.permits?.includes(check.type) && check.status !== 'not-needed')) return [];
  const subjects = callers
    .filter(
      ({ zone, reasons, level }) =>
        when.zones?.includes(zone) ||
        when.reasons?.some((reason) => reasons.has(reason)) ||
        (when.minLevel !== undefined && level >= when.minLevel),
    )
    .flatMap((caller) => caller.subjects);
  const high = trip.stops.filter(({ place }) => isAsHigh(place?.altitudeM ?? null, when.minAltitudeM));
  const passes = trip.legs.filter(({ via, road }) => {
    if (when.minAltitudeM === undefined) return false;
    const byId = placesById(trip.knowledge);
    return (
      via.some(({ altitudeM }) => isAsHigh(altitudeM, when.minAltitudeM)) ||
      // Of a village on the road whose height is not known, its neighbours say enough.
      road?.passed.some(({ place }) => isAsHigh(byId.get(place)?.altitudeM ?? 0, when.minAltitudeM))
    );
  });
  const all = [...subjects, ...high.map(({ stop }) => stop.id), ...passes.map(({ id }) => id)];
  return all.length > 0 ? [...new Set(all)] : null;
}

/** 0 when the file does not say: then it may be one. */
const partySize = ({ itinerary }: TripToDo): number => itinerary.party.reduce((sum, member) => sum + member.count, 0);

/** A way of travelling that the file does not say may be any. */
function travels(modes: Mitigation['when']['travel'], { legs }: TripToDo): boolean {
  return modes !== undefined && legs.some(({ mode }) => mode === null || modes.includes(mode));
}

/** A height that is not known may be any. */
function isAsHigh(altitudeM: number | null, least: number | undefined): boolean {
  return least !== undefined && (altitudeM === null || altitudeM >= least);
}

/** A permit still to be got is the first thing to do. */
function permitItems(trip: TripToDo): ChecklistItem[] {
  return trip.permits
    .filter(({ check }) => check.status !== 'held' && check.status !== 'not-needed')
    .map(({ check, held }) => ({
      id: `permit-${check.type}`,
      text: permitText(check, held.length > 0, trip.asOf),
      why: `${check.name}: ${check.how[0] ?? check.issuer}`,
      by: permitDay(check, trip.asOf),
      stage: 'before-booking',
      priority: check.need === 'certain' ? 1 : 2,
      status: 'open',
      who: 'traveller',
      required: null,
      where: check.where,
      sources: check.sources,
    }));
}

/** What is applied for must come before the trip is in its area. */
function permitDay({ status, applied, from, applyBy, applyByWorst }: PermitCheck, asOf: string): string | null {
  if (status === 'check' && applied !== null) return applied > asOf ? applied : from;
  return applyByWorst ?? applyBy;
}

function permitText({ status, name, missing, applied }: PermitCheck, held: boolean, asOf: string): string {
  if (status === 'incomplete' && missing.length > 0) return `Have ${missing.join(', ')} added to the ${name}.`;
  if (status === 'incomplete') return `Check which districts the ${name} lists.`;
  if (status === 'outside-validity') return `Have the dates of the ${name} changed.`;
  if (status === 'check' && applied !== null) {
    return applied > asOf
      ? `Apply for the ${name}, as planned.`
      : `Have the ${name} in hand: it was applied for on ${applied}.`;
  }
  if (status === 'check')
    return held ? `Compare the days of the ${name} with the trip.` : `Ask whether the ${name} is needed.`;
  return `Apply for the ${name}.`;
}

/** What to do about everything found: one list for the trip, each line once. */
import type { ChecklistItem } from '../assessment.ts';
import { addDays } from '../dates.ts';
import type { Mitigation } from '../knowledge/schema.ts';
import { advisoriesFor, type Touch, type Trip } from '../rules/trip.ts';
import { zoneProperties } from '../zones/layer.ts';

const stages = ['before-booking', 'before-departure', 'on-arrival', 'on-the-road'] as const;

/** Permits first come by their dates; otherwise by stage, then by priority. */
export function makeChecklist(trip: Trip): ChecklistItem[] {
  const vouched = new Set(trip.itinerary.mitigations.map(({ id }) => id));
  const items = trip.knowledge.mitigations.flatMap((mitigation) => {
    const where = callersOf(mitigation, trip);
    return where === null ? [] : [itemOf(mitigation, where, vouched, trip)];
  });
  return [...permitItems(trip), ...items].sort(
    (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || a.priority - b.priority,
  );
}

function itemOf(mitigation: Mitigation, where: string[], vouched: Set<string>, trip: Trip): ChecklistItem {
  const { id, text, why, by: stage, priority, sources } = mitigation;
  return {
    id,
    text,
    why,
    by: dayOf(stage, trip),
    stage,
    priority,
    status: vouched.has(id) ? 'done' : 'open',
    where,
    sources,
  };
}

function dayOf(stage: Mitigation['by'], trip: Trip): string | null {
  const { start } = trip.itinerary;
  if (start === null) return null;
  if (stage === 'before-departure') return addDays(start, -1);
  return stage === 'on-arrival' ? start : null;
}

/** Subjects that call for a mitigation, `[]` when the whole trip does, null when nothing does. */
function callersOf({ when }: Mitigation, trip: Trip): string[] | null {
  const party = trip.itinerary.party.reduce((sum, member) => sum + member.count, 0);
  if (when.always || (when.solo && party === 1)) return [];
  if (when.travel?.some((mode) => mode === trip.itinerary.travel || trip.legs.some((leg) => leg.mode === mode)))
    return [];
  if (
    when.permits?.some((id) => trip.permits.some(({ check }) => check.type === id && check.status !== 'not-needed'))
  ) {
    return [];
  }
  const callers = trip.touches.filter((touch) => calls(touch, when, trip)).map((touch) => touch.subject);
  if (when.minAltitudeM !== undefined) {
    for (const { stop, place } of trip.stops) {
      if ((place?.altitudeM ?? 0) >= when.minAltitudeM) callers.push(stop.id);
    }
  }
  return callers.length > 0 ? [...new Set(callers)] : null;
}

function calls(touch: Touch, when: Mitigation['when'], trip: Trip): boolean {
  if (when.zones?.includes(touch.zone)) return true;
  const { kind, reasons } = zoneProperties(trip.layers, touch.zone);
  if (kind === 'hazard' && when.reasons?.some((reason) => reasons.includes(reason))) return true;
  return advisoriesFor(trip.knowledge, touch).some(
    (advisory) =>
      when.reasons?.some((reason) => advisory.reasons.includes(reason)) ||
      (when.minLevel !== undefined && (advisory.level ?? 0) >= when.minLevel),
  );
}

/** A permit still to be got is the first thing to do. */
function permitItems(trip: Trip): ChecklistItem[] {
  return trip.permits
    .filter(({ check }) => check.status !== 'held' && check.status !== 'not-needed')
    .map(({ check }) => ({
      id: `permit-${check.type}`,
      text: permitText(check.status, check.name, check.missing),
      why: `${check.name}: ${check.how[0] ?? check.issuer}`,
      by: check.applyByWorst ?? check.applyBy,
      stage: 'before-booking',
      priority: check.need === 'certain' ? 1 : 2,
      status: 'open',
      where: check.where,
      sources: check.sources,
    }));
}

function permitText(status: string, name: string, missing: readonly string[]): string {
  if (status === 'incomplete' && missing.length > 0) return `Have ${missing.join(', ')} added to the ${name}.`;
  if (status === 'incomplete') return `Check which districts the ${name} lists.`;
  if (status === 'outside-validity') return `Have the dates of the ${name} changed.`;
  return status === 'check' ? `Ask whether the ${name} is needed.` : `Apply for the ${name}.`;
}

/** What zones of the operator's own require, where no other line of the list says it. */
import type { ChecklistItem } from '../assessment/to-do.ts';
import { addDays } from '../dates.ts';
import { groupBy } from '../group-by.ts';
import type { Trip } from '../rules/trip.ts';
import { ownZone, zoneProperties } from '../zones/layer.ts';
import { holdsOn } from '../zones/own-season.ts';

type TripToDo = Pick<Trip, 'touches' | 'layers' | 'itinerary' | 'knowledge'>;

export function ownZoneItems(trip: TripToDo, others: readonly ChecklistItem[]): ChecklistItem[] {
  const { touches, layers, itinerary, knowledge } = trip;
  const told = new Set(others.map(({ id }) => id));
  const vouched = new Set(itinerary.mitigations.map(({ id }) => id));
  const calls = touches.flatMap(({ zone, subject, from, to }) => {
    const own = ownZone(layers, zone);
    if (own === null || holdsOn(own, from, to) === 'no') return [];
    const call = { subject, zone: `“${zoneProperties(layers, zone).name}” (${own.file})`, own };
    return own.require.filter((id) => !told.has(id)).map((id) => ({ id, ...call }));
  });
  return [...groupBy(calls, ({ id }) => id)].map(([id, group]): ChecklistItem => {
    const zones = [...new Set(group.map(({ zone }) => zone))].join(' and ');
    const known = knowledge.mitigations.find((mitigation) => mitigation.id === id);
    const isNeeded = group.some(({ own }) => own.restriction === 'authorisation');
    return {
      id,
      text: known?.text ?? `Have ${id} for your own zone ${zones}.`,
      why: group.map(({ own }) => own.words).find((words) => words !== null) ?? '',
      by: itinerary.start === null ? null : addDays(itinerary.start, -1),
      stage: 'before-departure',
      priority: 1,
      status: vouched.has(id) ? 'done' : 'open',
      who: 'organiser',
      required: isNeeded ? `Your own zone ${zones} is not to be entered without it.` : null,
      where: [...new Set(group.map(({ subject }) => subject))],
      sources: [],
    };
  });
}

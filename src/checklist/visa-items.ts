/** What is to be done about visas and registration, with the days that were worked out for this trip. */

import type { VisaCheck } from '../assessment/papers.ts';
import type { ChecklistItem } from '../assessment/to-do.ts';
import type { Trip } from '../rules/trip.ts';
import { uncapital } from '../sentence.ts';
import { sayHolder } from '../visas/words.ts';

/** A visa still to be got is ticked by being listed under `visas:`. */
export function visaItems({ visas }: Pick<Trip, 'visas'>): ChecklistItem[] {
  return visas
    .filter(({ check }) => check.status !== 'held' && check.status !== 'not-needed')
    .map(({ check }) => ({
      id: `visa-${check.traveller}`,
      text: visaText(check),
      why: check.words[0] ?? check.conflicts[0] ?? 'Nothing is known of the terms for this passport.',
      by: check.applyByWorst ?? check.applyBy,
      stage: 'before-booking',
      priority: 1,
      status: 'open',
      who: 'traveller',
      required: null,
      where: [],
      sources: check.sources,
    }));
}

function visaText(check: VisaCheck): string {
  const { status, options } = check;
  const whose = sayHolder(check);
  const what = uncapital(options[0]?.name ?? 'visa');
  switch (status) {
    case 'refused':
      return `Ask the embassy on what paper one can be let in (${whose}).`;
    case 'outside-validity':
      return `Get a visa that covers all days of the trip (${whose}).`;
    case 'too-short':
      return `Get a visa that is long enough, or shorten the stay (${whose}).`;
    case 'missing':
      return `Apply for the ${what} (${whose}).`;
    default:
      return `Ask the embassy which visa the trip needs (${whose}).`;
  }
}

/** Id of the line in `data/` that tells everybody to register. */
export const REGISTRATION = 'registration';

/** What the general line on registration becomes once the stays are known, one for each; none where nobody must. */
export function registrationItem(
  general: ChecklistItem,
  { registration, stops }: Pick<Trip, 'registration' | 'stops'>,
): ChecklistItem[] {
  if (registration === null) return [general];
  return registration.map(({ needed, from, to, by, why, where, sources }, at) => {
    const place = stops.find(({ stop }) => stop.id === where)?.name;
    const stay = registration.length > 1 && from && to ? `The stay from ${from} to ${to}: ${uncapital(why)}` : why;
    return {
      ...general,
      id: at === 0 ? general.id : `${general.id}-${at + 1}`,
      by: by ?? general.by,
      why: `${stay}${place && by ? ` On that day you are in ${place}.` : ''}`,
      priority: needed === 'yes' ? 1 : general.priority,
      where: where === null ? [] : [where],
      sources: [...new Set([...sources, ...general.sources])],
    };
  });
}

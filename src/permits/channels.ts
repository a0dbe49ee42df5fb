/** The ways to get a permit, each with its own last day. */
import type { PermitChannel } from '../assessment.ts';
import { applyByDays } from '../calendar/working-days.ts';
import type { Holiday, Permit } from '../knowledge/schema.ts';

interface Arrival {
  /** First day in the country, and in the permit's area; null: not known. */
  readonly country: string | null;
  readonly area: string | null;
}

export function channelsOf(permit: Permit, { country, area }: Arrival, holidays: readonly Holiday[]): PermitChannel[] {
  return permit.channels.map(({ name, how, where, withVisa = null, leadDays: usual, fee, sources }) => {
    const abroad = where === 'before-entry';
    const lead = { usual, worst: null, working: permit.leadDays.working };
    const { applyBy } = applyByDays(abroad ? country : area, lead, holidays);
    const inPerson = abroad ? true : applyBy === null || country === null ? null : applyBy >= country;
    return { name, how, where, withVisa, applyBy, inPerson, fee, sources };
  });
}

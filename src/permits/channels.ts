/** The ways to get a permit, each with its own last day. */
import type { PermitChannel } from '../assessment/papers.ts';
import { applyByDays } from '../calendar/working-days.ts';
import type { Holiday, Permit } from '../knowledge/schema/papers.ts';

export interface Arrival {
  /** First day in the country, and in the permit's area; null: not known. */
  readonly country: string | null;
  readonly area: string | null;
}

type Channel = Permit['channels'][number];

/** How long before the trip one must apply, apart from the issuer's own time. */
export interface Lead {
  readonly holidays: readonly Holiday[];
  /** Working days that the policy wants on top. */
  readonly margin: number;
}

export function channelsOf(permit: Permit, arrival: Arrival, lead: Lead): PermitChannel[] {
  return permit.channels.map((channel) => {
    const { name, how, where, withVisa = null, fee, sources } = channel;
    const applyBy = lastDay(permit, channel, channel.leadDays, arrival, lead);
    return { name, how, where, withVisa, applyBy, inPerson: isThere(channel, applyBy, arrival), fee, sources };
  });
}

/**
 * The days to apply by, as usual and where it takes as long as any source states: the latest that a traveller can
 * keep, or the earliest when there is none. Inside the country nobody applies before arriving, and what must be had
 * before entering is counted back from there. A way of which no source says how long it takes does not count.
 */
export function deadlineOf(permit: Permit, arrival: Arrival, lead: Lead) {
  const { usual, worst } = permit.leadDays;
  const timed = permit.channels.filter(({ leadDays }) => leadDays !== null);
  // Lead times that no way of applying claims are those of the area.
  if (timed.length === 0) return applyByDays(arrival.area, permit.leadDays, lead.holidays, lead.margin);
  const choose = (leadOf: (channel: Channel) => number | null): string | null => {
    const days = timed.flatMap((channel) => {
      const day = lastDay(permit, channel, leadOf(channel), arrival, lead);
      return day === null ? [] : [{ day, canBeKept: isThere(channel, day, arrival) === true }];
    });
    const kept = days.filter(({ canBeKept }) => canBeKept).map(({ day }) => day);
    return kept.sort().at(-1) ?? days.map(({ day }) => day).sort()[0] ?? null;
  };
  return {
    applyBy: usual === null ? null : choose(({ leadDays }) => leadDays),
    applyByWorst: worst === null ? null : choose(({ leadDays }) => Math.max(worst, leadDays ?? worst)),
  };
}

function lastDay(
  permit: Permit,
  { where }: Channel,
  usual: number | null,
  { country, area }: Arrival,
  { holidays, margin }: Lead,
): string | null {
  const needed = where === 'before-entry' ? country : area;
  return applyByDays(needed, { usual, worst: null, working: permit.leadDays.working }, holidays, margin).applyBy;
}

/** Is one where the application is made, on that day? Null: not known. */
function isThere({ where }: Channel, day: string | null, { country }: Arrival): boolean | null {
  if (where === 'before-entry') return true;
  return day === null || country === null ? null : day >= country;
}

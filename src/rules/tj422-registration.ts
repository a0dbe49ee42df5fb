import type { RegistrationCheck } from '../assessment/papers.ts';
import type { Finding } from '../finding.ts';
import { sayMoney } from '../money.ts';
import { findingOn, type Rule, wholeTrip } from './rule.ts';
import type { Trip } from './trip.ts';

export const registration: Rule = {
  id: 'TJ422',
  slug: 'registration',
  severity: 'warning',
  title: 'The stay must be registered on the way, or may have to be',
  what: 'Each stay that is long enough, or on a visa that does not free from it, must be registered with the migration office within days of arrival. The strictest of the sources counts. A warning where the papers or the days do not settle whether it is needed; a note for a short stay without a visa, of which some sources name no least length.',
  fix: 'Plan a morning at the office before that day, with the passport, a copy and the fee; and again at each new address.',
  check: (trip) => (trip.registration ?? []).map((check) => judge(check, trip)),
};

function judge(check: RegistrationCheck, { registration: all, stops, itinerary, knowledge }: Trip): Finding {
  const { needed, from, to, by } = check;
  const { conflicts, again } = knowledge.entry.registration;
  const stop = stops.find((one) => one.stop.id === check.where);
  const traveller = itinerary.party.find(({ id }) => id === check.travellers[0]);
  const about = stop
    ? { subject: stop.stop.id, span: stop.stop.span }
    : traveller
      ? { subject: traveller.id, span: traveller.span }
      : wholeTrip;
  const isShort = needed === 'check' && by === null && from !== null && to !== null;
  const isForAll = check.travellers.length === itinerary.party.length;
  return findingOn('TJ422', needed === 'yes' || isShort ? 'info' : 'warning', about, {
    args: {
      needed,
      by,
      // Of several stays each is a matter of its own.
      ...(all!.indexOf(check) > 0 ? { key: `stay-${all!.indexOf(check) + 1}` } : {}),
      stay: all!.length > 1 && from !== null && to !== null ? [from, to] : [],
      place: stop?.name ?? null,
      why: check.why,
      who: isForAll
        ? []
        : itinerary.party.filter(({ id }) => check.travellers.includes(id)).map((one) => one.nationality || 'unknown'),
      short: isShort,
      again: again.words,
      fees: check.fees.map((fee) => `${sayMoney(fee)} (${fee.for})`),
      differ: [...new Set(conflicts.map(({ about }) => about))],
    },
    sources: check.sources,
  });
}

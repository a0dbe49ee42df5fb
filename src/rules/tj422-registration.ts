import { findingOn, type Rule, wholeTrip } from './rule.ts';

export const registration: Rule = {
  id: 'TJ422',
  slug: 'registration',
  severity: 'warning',
  title: 'The stay must be registered on the way, or may have to be',
  what: 'Who stays long enough must register with the migration office within days of arrival, unless the visa frees from it. The strictest of the sources counts. A warning where the papers or the days do not settle whether it is needed.',
  fix: 'Plan a morning at the office before that day, with the passport, a copy and the fee.',
  check: ({ registration: check, stops, itinerary, knowledge }) => {
    if (check === null || check.needed === 'no') return [];
    const stop = stops.find((one) => one.stop.id === check.where);
    const traveller = itinerary.party.find(({ id }) => id === check.travellers[0]);
    const about = stop
      ? { subject: stop.stop.id, span: stop.stop.span }
      : traveller
        ? { subject: traveller.id, span: traveller.span }
        : wholeTrip;
    const all = check.travellers.length === itinerary.party.length;
    return [
      findingOn('TJ422', check.needed === 'yes' ? 'info' : 'warning', about, {
        args: {
          needed: check.needed,
          by: check.by,
          place: stop?.name ?? null,
          why: check.why,
          who: all
            ? []
            : itinerary.party
                .filter(({ id }) => check.travellers.includes(id))
                .map((one) => one.nationality || 'unknown'),
          fees: check.fees.map(({ for: what, min, max, currency }) => {
            return `${min === max ? min : `${min}–${max}`} ${currency} (${what})`;
          }),
          differ: [...new Set(knowledge.entry.registration.conflicts.map(({ about }) => about))],
        },
        sources: check.sources,
      }),
    ];
  },
};

/** What this run did not look at. Silence about something must never read as "safe". */
import type { Trip, TripLeg } from './rules/trip.ts';

export function listNotChecked(trip: Trip): { subject: string; why: string }[] {
  const { itinerary, stops, legs } = trip;
  const list = [
    { subject: 'visas', why: 'Visa rules for each nationality are not part of this version: look yours up.' },
    { subject: 'registration', why: 'Registration on arrival is on the checklist, but its days are not counted.' },
    {
      subject: 'season',
      why: `Avalanches, floods and altitude gain are not part of this version. Roads ${itinerary.start === null ? 'were not checked' : 'were checked'} for the months in which sources say that they close.`,
    },
  ];
  if (itinerary.party.length === 0) {
    list.push({ subject: 'party', why: 'No nationalities were given: the party was taken to be foreign.' });
  }
  for (const { stop, name, exposure } of stops) {
    if (exposure === null)
      list.push({ subject: stop.id, why: `${name} is not a known place: nothing was checked there.` });
    else if (exposure.country === null) list.push({ subject: stop.id, why: `${name} lies outside the data.` });
    else if (exposure.country !== 'TJ') {
      list.push({ subject: stop.id, why: `${name} is outside Tajikistan: that country’s papers were not checked.` });
    }
  }
  for (const leg of legs) {
    if (leg.basis === 'unknown') list.push({ subject: leg.id, why: whyUnknown(leg) });
    else if (leg.exposure.crossings === null) {
      list.push({ subject: leg.id, why: 'All of the way lies outside the data: nothing was checked on it.' });
    }
    if (leg.basis === 'flight') {
      list.push({ subject: leg.id, why: 'A flight: the ground below was not checked.' });
      const to = stops.find(({ stop }) => stop.id === leg.to);
      if (to && to.via.length > 0) list.push({ subject: leg.id, why: 'A flight: its `via:` places were not used.' });
    }
    if (leg.mode === null) list.push({ subject: leg.id, why: 'How this leg is travelled was not said.' });
  }
  return list;
}

function whyUnknown({ via }: TripLeg): string {
  if (via.length === 0) return 'The way is unknown: nothing was checked on it.';
  return `The way is unknown: only ${via.map(({ name }) => name).join(' and ')} on it ${via.length === 1 ? 'was' : 'were'} checked.`;
}

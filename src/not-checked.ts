/** What this run did not look at. Silence about something must never read as "safe". */
import { listUncheckedPassages } from './borders/not-checked.ts';
import { countryName } from './knowledge/country.ts';
import type { Holiday } from './knowledge/schema/papers.ts';
import { rulesOff } from './policy/grade.ts';
import { ruleOf } from './rules/registry.ts';
import type { Trip, TripLeg } from './rules/trip.ts';
import { listUncheckedPapers } from './visas/not-checked.ts';

export function listNotChecked(trip: Trip): { subject: string; why: string }[] {
  const { itinerary, stops, legs, knowledge } = trip;
  const home = knowledge.entry.country;
  const list = [
    ...listUncheckedPapers(trip),
    ...listUncheckedPassages(trip),
    {
      subject: 'season',
      why: `The weather, the snow and the rivers of the day were not looked at. Roads and dangers of the season ${itinerary.start === null ? 'were not checked, for want of a date' : 'were checked for the months that sources name; other months are not known to be safe'}.`,
    },
    {
      subject: 'altitude',
      why: 'Heights of nights were compared, not how each traveller bears them. Nights slept before the trip are not known.',
    },
  ];
  const end = stops.at(-1)?.to ?? null;
  const feasts = movingFeastsUntil(knowledge.holidays);
  if (end !== null && feasts !== null && end.slice(0, 4) > feasts) {
    const why = `Feasts that move from year to year are known up to ${feasts}: later days to apply by may fall on one.`;
    list.push({ subject: 'holidays', why });
  }
  const off = rulesOff(trip.policy);
  if (off.length > 0) {
    const names = off.map((id) => `${id} (${ruleOf(id).slug})`).join(', ');
    list.push({
      subject: 'rules turned off',
      why: `The policy turns off ${names}: what was found by them does not count.`,
    });
  }
  if (itinerary.party.length === 0) {
    list.push({ subject: 'party', why: 'No nationalities were given: the party was taken to be foreign.' });
  }
  for (const { stop, name, exposure } of stops) {
    if (exposure === null)
      list.push({ subject: stop.id, why: `${name} is not a known place: nothing was checked there.` });
    else if (exposure.country === null) list.push({ subject: stop.id, why: `${name} lies outside the data.` });
    else if (exposure.country !== home) {
      list.push({
        subject: stop.id,
        why: `${name} is outside ${countryName(home, knowledge)}: that country’s papers were not checked.`,
      });
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

/** Last year of which a feast with a day of its own in each year is known. */
function movingFeastsUntil(holidays: readonly Holiday[]): string | null {
  const years = holidays.flatMap(({ days }) => days.filter((day) => day.length === 10).map((day) => day.slice(0, 4)));
  return years.sort().at(-1) ?? null;
}

function whyUnknown({ via }: TripLeg): string {
  if (via.length === 0) return 'The way is unknown: nothing was checked on it.';
  return `The way is unknown: only ${via.map(({ name }) => name).join(' and ')} on it ${via.length === 1 ? 'was' : 'were'} checked.`;
}

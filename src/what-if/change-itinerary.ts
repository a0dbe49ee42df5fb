/**
 * The itinerary as it would be. Spans stay, so that findings point at the line of the file that would have to change.
 * Papers never move along: that they no longer fit is what one asks to see.
 */
import { addDays, daysBetween } from '../dates.ts';
import { UsageError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import type { HeldPermit, Itinerary, Traveller, TravelMode } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema/papers.ts';
import type { Change } from './change.ts';
import { changeDistricts } from './change-districts.ts';

/** `faults` are those found when the file was read; `permits` are the kinds of permit that are known. */
export function changeItinerary(
  itinerary: Itinerary,
  change: Change,
  faults: readonly Finding[],
  permits: readonly Permit[],
): Itinerary {
  const { depart, by } = change;
  const moved = depart === null ? itinerary : moveTo(itinerary, depart, faults);
  const driven = by === null ? moved : travelBy(moved, by);
  const held = change.withoutPermits.reduce(takeAway, driven.permits);
  return {
    ...driven,
    party: changeParty(driven.party, change.nationalities),
    permits: changeDistricts(held, change.districts, permits),
  };
}

/** Moves the start and every date that the file pins by the same number of days. */
function moveTo(itinerary: Itinerary, depart: string, faults: readonly Finding[]): Itinerary {
  const before = departureOf(itinerary);
  const doubtful = faults.find(({ subject }) => subject.startsWith('stop-'));
  // A fault may hide a night or a date: then the days that follow from another start would be made up.
  if (before === null && doubtful) {
    const line = doubtful.span === null ? '' : ` on line ${doubtful.span.line}`;
    throw new UsageError('--depart: the days of the trip cannot be counted.', `First mend the fault${line}.`);
  }
  const days = before === null ? 0 : daysBetween(before, depart);
  const stops = itinerary.stops.map((stop) => {
    return stop.date === null ? stop : { ...stop, date: addDays(stop.date, days) };
  });
  return { ...itinerary, start: depart, stops };
}

/** Without a start, the nights before the first pinned date tell it. */
function departureOf({ start, stops }: Itinerary): string | null {
  if (start !== null) return start;
  let nights = 0;
  for (const stop of stops) {
    if (stop.date !== null) return addDays(stop.date, -nights);
    nights += stop.nights;
  }
  return null;
}

/** Flights that the file writes stay flights, and so does how the country is entered and left by air. */
function travelBy(itinerary: Itinerary, by: TravelMode): Itinerary {
  const change = <T extends { readonly by: TravelMode | null }>(part: T): T =>
    part.by === null || part.by === 'air' ? part : { ...part, by };
  const gate = <T extends { readonly by: TravelMode | null } | null>(part: T): T =>
    part === null || by === 'air' ? part : change(part);
  return {
    ...itinerary,
    travel: by,
    stops: itinerary.stops.map(change),
    entry: gate(itinerary.entry),
    exit: gate(itinerary.exit),
  };
}

type NationalityChange = Change['nationalities'][number];

function changeParty(party: readonly Traveller[], changes: readonly NationalityChange[]): readonly Traveller[] {
  if (changes.length > 0 && party.length === 0) {
    const [{ nationality }] = changes;
    throw new UsageError('--nationality: the file lists no party.', `Add it: party: [{ nationality: ${nationality} }]`);
  }
  for (const { line } of changes) {
    if (line === null || party.some(({ id }) => id === line)) continue;
    throw new UsageError(`--nationality: there is no ${line}.`, `The file has party-1 to party-${party.length}.`);
  }
  return party.map((traveller) => {
    // What is said of one line counts before what is said of everybody.
    const own = changes.find(({ line }) => line === traveller.id) ?? changes.find(({ line }) => line === null);
    return own ? onPassport(traveller, own.nationality) : traveller;
  });
}

/** It is another passport: what the file says of the first does not hold for it. */
function onPassport(traveller: Traveller, nationality: string): Traveller {
  if (traveller.nationality === nationality) return traveller;
  // Of two nationalities held the other is kept; else the traveller is taken for somebody of that nation.
  const also = traveller.also.includes(nationality)
    ? traveller.also.map((other) => (other === nationality ? traveller.nationality : other))
    : traveller.also;
  return { ...traveller, nationality, also, passport: { kind: 'ordinary', expires: null, blankPages: null } };
}

function takeAway(papers: readonly HeldPermit[], written: string): HeldPermit[] {
  if (papers.length === 0) {
    throw new UsageError('--without-permit: the file lists no permit.', 'Ask without it: nothing can be taken away.');
  }
  const type = written.toLowerCase();
  const left = type === 'all' ? [] : papers.filter((paper) => paper.type.toLowerCase() !== type);
  if (left.length < papers.length) return left;
  const listed = typesOf(papers);
  const meant = didYouMean(written, listed);
  const hint = meant === null ? `It lists ${listed.join(', ')}.` : `Did you mean ${meant}?`;
  throw new UsageError(`--without-permit: the file lists no permit ${written}.`, hint);
}

const typesOf = (papers: readonly HeldPermit[]): string[] => [...new Set(papers.map(({ type }) => type))];

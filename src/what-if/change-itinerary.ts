/**
 * The itinerary as it would be. Spans stay, so that findings point at the line of the file that would have to change.
 * Papers never move along: that they no longer fit is what one asks to see.
 */
import { addDays, daysBetween } from '../dates.ts';
import { UsageError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import type { HeldPermit, Itinerary, Traveller, TravelMode } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema.ts';
import { findDistrict, isType, listsDistrict } from '../permits/papers.ts';
import type { Change, DistrictChange } from './change.ts';

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
    party: change.nationalities.reduce(changeNationality, driven.party),
    permits: change.districts.reduce((papers, district) => changeDistrict(papers, district, permits), held),
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

function changeNationality(party: readonly Traveller[], { line, nationality }: NationalityChange): Traveller[] {
  if (party.length === 0) {
    throw new UsageError('--nationality: the file lists no party.', `Add it: party: [{ nationality: ${nationality} }]`);
  }
  if (line !== null && !party.some(({ id }) => id === line)) {
    throw new UsageError(`--nationality: there is no ${line}.`, `The file has party-1 to party-${party.length}.`);
  }
  return party.map((traveller) =>
    line === null || traveller.id === line ? onPassport(traveller, nationality) : traveller,
  );
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

/** On every paper of the permit. */
function changeDistrict(
  papers: readonly HeldPermit[],
  change: DistrictChange,
  permits: readonly Permit[],
): HeldPermit[] {
  const permit = permitMeant(papers, change, permits);
  const district = findDistrict(permit, change.district);
  if (!district) {
    const known = permit.districts.map(({ id }) => id);
    const meant = didYouMean(change.district, known);
    const hint = meant === null ? `Its districts are ${known.join(', ')}.` : `Did you mean ${meant}?`;
    throw new UsageError(`--district: ${change.district} is not a district of the ${permit.id} permit.`, hint);
  }
  return papers.map((paper) => {
    if (!isType(paper, permit)) return paper;
    if (paper.districts === null && !change.add) {
      throw new UsageError(`--district: the ${permit.id} permit in the file lists no districts to take from.`);
    }
    if (listsDistrict(paper, permit, district.id) === change.add) return paper;
    const listed = paper.districts ?? [];
    if (change.add) return { ...paper, districts: [...listed, district.id] };
    return { ...paper, districts: listed.filter((written) => findDistrict(permit, written)?.id !== district.id) };
  });
}

/** The permit named, or the only one of the file that has districts. */
function permitMeant(papers: readonly HeldPermit[], { permit: written }: DistrictChange, permits: readonly Permit[]) {
  const having = permits.filter(
    (permit) => permit.districts.length > 0 && papers.some((paper) => isType(paper, permit)),
  );
  const named = written === null ? having : having.filter(({ id }) => id === written.toLowerCase());
  if (named.length === 1) return named[0];
  if (having.length === 0) {
    throw new UsageError('--district: the file lists no permit that has districts.', 'List it under permits: first.');
  }
  const ids = having.map(({ id }) => id);
  if (written === null) {
    throw new UsageError(
      '--district: several permits have districts.',
      `Say which: ${ids[0]}:+${having[0].districts[0].id}`,
    );
  }
  throw new UsageError(
    `--district: the file lists no permit ${written} with districts.`,
    `It lists ${ids.join(', ')}.`,
  );
}

const typesOf = (papers: readonly HeldPermit[]): string[] => [...new Set(papers.map(({ type }) => type))];

/** The trip as days: which day of the trip each stop and leg falls on, and how to say where something holds. */
import type { AssessedLeg, AssessedStop } from '../../assessment/way.ts';
import type { Assessment } from '../../assessment.ts';
import { daysBetween } from '../../dates.ts';
import { list } from './words.ts';

/** Days of the trip count from 1. */
export interface TripStop {
  readonly stop: AssessedStop;
  /** The way that led here; null for the first stop. */
  readonly leg: AssessedLeg | null;
  /** Null where the day is not known. */
  readonly days: { readonly first: number; readonly last: number } | null;
}

export interface Trip {
  readonly stops: readonly TripStop[];
  /** Legs that lead to no stop of the list, so that none goes unseen. */
  readonly strayLegs: readonly AssessedLeg[];
  readonly lastDay: number;
  /** Every stop has its day. If not, places are named instead of days. */
  readonly dated: boolean;
}

export function layOutTrip({ stops, legs }: Assessment): Trip {
  const unused = new Set(legs);
  const start = stops[0]?.from ?? null;
  const laidOut = stops.map((stop, index): TripStop => {
    const leg = index === 0 ? null : findLegTo(stop, unused);
    if (leg) unused.delete(leg);
    if (start === null || stop.from === null) return { stop, leg, days: null };
    const first = daysBetween(start, stop.from) + 1;
    return { stop, leg, days: { first, last: first + Math.max(0, stop.nights - 1) } };
  });
  const lastDay = Math.max(0, ...laidOut.map(({ days }) => days?.last ?? 0));
  return { stops: laidOut, strayLegs: [...unused], lastDay, dated: laidOut.every(({ days }) => days !== null) };
}

function findLegTo(stop: AssessedStop, legs: ReadonlySet<AssessedLeg>): AssessedLeg | null {
  const candidates = [...legs];
  return candidates.find((leg) => leg.to === stop.id) ?? candidates.find((leg) => leg.to === stop.name) ?? null;
}

/** A leg names its ends by the ids of stops; people read names. */
export function placeName(trip: Trip, idOrName: string): string {
  return trip.stops.find(({ stop }) => stop.id === idOrName)?.stop.name ?? idOrName;
}

/** Places named one by one where there are no days to count. */
const MOST_PLACES = 3;

/** `days 3-9, 13`, `day 4`, `all days`; places instead where days are not known; empty without a stop or leg. */
export function sayDays(trip: Trip, subjects: readonly string[]): string {
  if (!trip.dated) return sayStops(trip, subjects);
  const days = daysOf(trip, subjects);
  if (days.length === 0) return '';
  if (days.length === trip.lastDay && trip.lastDay > 1) return 'all days';
  return `${days.length === 1 ? 'day' : 'days'} ${sayRanges(days)}`;
}

/** As `sayDays`, without the days of others and without the word: `9, 12-13`. */
export function sayDaysBeside(trip: Trip, subjects: readonly string[], others: readonly string[]): string {
  if (!trip.dated) {
    const left = subjects.filter((id) => !others.includes(id));
    return sayStops(trip, left);
  }
  const taken = daysOf(trip, others);
  return sayRanges(daysOf(trip, subjects).filter((day) => !taken.includes(day)));
}

function sayStops(trip: Trip, subjects: readonly string[]): string {
  const names = trip.stops.flatMap(({ stop, leg }) => {
    if (subjects.includes(stop.id)) return [stop.name];
    return leg && subjects.includes(leg.id) ? [`on the way to ${stop.name}`] : [];
  });
  if (names.length <= MOST_PLACES + 1) return list(names);
  return `${names.slice(0, MOST_PLACES).join(', ')} and ${names.length - MOST_PLACES} more places`;
}

function daysOf(trip: Trip, subjects: readonly string[]): number[] {
  const touched = new Set<number>();
  for (const { stop, leg, days } of trip.stops) {
    if (days === null) continue;
    if (leg && subjects.includes(leg.id)) touched.add(days.first);
    if (subjects.includes(stop.id)) for (let day = days.first; day <= days.last; day++) touched.add(day);
  }
  return [...touched].sort((a, b) => a - b);
}

function sayRanges(days: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const day of days) {
    const range = ranges.at(-1);
    if (range && day === range[1] + 1) range[1] = day;
    else ranges.push([day, day]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

/** Stretches named one by one. */
const MOST_STRETCHES = 2;

/** `Kalai-Khumb to Langar, Khorog`: the first and the last stop of each unbroken stretch; empty where there are many. */
export function sayStretches(trip: Trip, subjects: readonly string[]): string {
  const stretches: { first: string; last: string; stops: number }[] = [];
  let open = false;
  for (const { stop, leg } of trip.stops) {
    const isTouched = subjects.includes(stop.id) || (leg !== null && subjects.includes(leg.id));
    const current = open ? stretches[stretches.length - 1] : null;
    if (isTouched && current) {
      current.last = stop.name;
      current.stops++;
    } else if (isTouched) stretches.push({ first: stop.name, last: stop.name, stops: 1 });
    open = isTouched;
  }
  if (stretches.length > MOST_STRETCHES) return '';
  return stretches
    .map(({ first, last, stops }) => {
      if (first !== last) return `${first} to ${last}`;
      return stops > 1 ? `${first} and back` : first;
    })
    .join(', ');
}

/** Where in the order of the trip something begins; after everything else where it is nowhere. */
export function orderOf(trip: Trip, subjects: readonly string[]): number {
  const at = trip.stops.findIndex(
    ({ stop, leg }) => subjects.includes(stop.id) || (leg !== null && subjects.includes(leg.id)),
  );
  return at === -1 ? trip.stops.length : at;
}

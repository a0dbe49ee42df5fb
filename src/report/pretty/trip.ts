/** The trip as days: which day of the trip each stop and leg falls on, and how to say where something holds. */
import type { AssessedLeg, AssessedStop, Assessment } from '../../assessment.ts';
import { daysBetween } from '../../dates.ts';

/** Days of the trip count from 1. */
export interface TripStop {
  readonly stop: AssessedStop;
  /** The way that led here; null for the first stop. */
  readonly leg: AssessedLeg | null;
  readonly firstDay: number;
  readonly lastDay: number;
}

export interface Trip {
  readonly stops: readonly TripStop[];
  /** Legs that lead to no stop of the list, so that none goes unseen. */
  readonly strayLegs: readonly AssessedLeg[];
  readonly lastDay: number;
}

export function layOutTrip({ stops, legs }: Assessment): Trip {
  const unused = new Set(legs);
  const laidOut: TripStop[] = [];
  let nextDay = 1;
  const start = stops.find((stop) => stop.from !== null)?.from;
  for (const [index, stop] of stops.entries()) {
    const leg = findLegTo(stop, index, unused);
    if (leg) unused.delete(leg);
    // A pinned date may leave a gap after the stop before, so the calendar is asked first.
    const firstDay = stop.from && start && stops[0].from ? daysBetween(start, stop.from) + 1 : nextDay;
    nextDay = firstDay + stop.nights;
    laidOut.push({ stop, leg, firstDay, lastDay: Math.max(firstDay, nextDay - 1) });
  }
  return { stops: laidOut, strayLegs: [...unused], lastDay: Math.max(0, ...laidOut.map((stop) => stop.lastDay)) };
}

function findLegTo(stop: AssessedStop, index: number, legs: ReadonlySet<AssessedLeg>): AssessedLeg | null {
  if (index === 0) return null;
  const candidates = [...legs];
  return candidates.find((leg) => leg.to === stop.id) ?? candidates.find((leg) => leg.to === stop.name) ?? null;
}

/** A leg names its ends by the ids of stops; people read names. */
export function placeName(trip: Trip, idOrName: string): string {
  return trip.stops.find(({ stop }) => stop.id === idOrName)?.stop.name ?? idOrName;
}

/** `days 3-9, 13`, `day 4`, `all days`; empty when no subject is a stop or a leg. */
export function sayDays(trip: Trip, subjects: readonly string[]): string {
  const days = daysOf(trip, subjects);
  if (days.length === 0) return '';
  if (days.length === trip.lastDay && trip.lastDay > 1) return 'all days';
  return `${days.length === 1 ? 'day' : 'days'} ${sayRanges(days)}`;
}

/** Days of some subjects that do not fall on the days of others, without the word: `9, 12-13`. */
export function sayDaysBeside(trip: Trip, subjects: readonly string[], others: readonly string[]): string {
  const taken = daysOf(trip, others);
  return sayRanges(daysOf(trip, subjects).filter((day) => !taken.includes(day)));
}

function daysOf(trip: Trip, subjects: readonly string[]): number[] {
  const days = new Set<number>();
  for (const { firstDay, lastDay } of findRuns(trip, subjects)) {
    for (let day = firstDay; day <= lastDay; day++) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
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

/** `days 3-9 (Kalai-Khumb to Langar), day 13 (Khorog)`; only the days where there are many runs of them. */
export function sayDaysAndPlaces(trip: Trip, subjects: readonly string[]): string {
  const runs = findRuns(trip, subjects);
  if (runs.length === 0 || runs.length > 3) return sayDays(trip, subjects);
  return runs.map((run) => `${sayDays(trip, run.subjects)} (${sayPlaces(trip, run.subjects)})`).join(', ');
}

interface Run {
  readonly firstDay: number;
  lastDay: number;
  readonly subjects: string[];
}

/** The days on which something holds, as unbroken runs. */
function findRuns(trip: Trip, subjects: readonly string[]): Run[] {
  const runs: Run[] = [];
  const touch = (id: string, firstDay: number, lastDay: number) => {
    const last = runs.at(-1);
    if (last && firstDay <= last.lastDay + 1) {
      last.lastDay = Math.max(last.lastDay, lastDay);
      last.subjects.push(id);
    } else runs.push({ firstDay, lastDay, subjects: [id] });
  };
  for (const { stop, leg, firstDay, lastDay } of trip.stops) {
    if (leg && subjects.includes(leg.id)) touch(leg.id, firstDay, firstDay);
    if (subjects.includes(stop.id)) touch(stop.id, firstDay, lastDay);
  }
  return runs;
}

/** `Kalai-Khumb to Langar`, `Khorog`, or `on the way from Khorog to Murghab`. */
function sayPlaces(trip: Trip, subjects: readonly string[]): string {
  const touched: { first: string; last: string; way: string | null }[] = [];
  for (const { stop, leg } of trip.stops) {
    if (leg && subjects.includes(leg.id)) {
      const from = placeName(trip, leg.from);
      touched.push({ first: stop.name, last: from, way: `on the way from ${from} to ${stop.name}` });
    }
    if (subjects.includes(stop.id)) touched.push({ first: stop.name, last: stop.name, way: null });
  }
  const only = touched.length === 1 ? touched[0].way : null;
  if (only) return only;
  const [from, to] = [touched[0].first, touched[touched.length - 1].last];
  if (from !== to) return `${from} to ${to}`;
  return touched.some(({ way, first }) => way === null && first !== from) ? `${from} and back` : from;
}

export function firstDayOf(trip: Trip, subjects: readonly string[]): number {
  return findRuns(trip, subjects)[0]?.firstDay ?? Number.POSITIVE_INFINITY;
}

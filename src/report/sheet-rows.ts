/**
 * What somebody at home needs to know of a trip, as rows: the trip sheet in plain text and on the trip page are made
 * of them. What the file does not say is a blank to fill in by hand.
 */

import type { PassageCheck } from '../assessment/papers.ts';
import type { AssessedTraveller } from '../assessment/party.ts';
import type { AssessedStop } from '../assessment/way.ts';
import type { Assessment } from '../assessment.ts';
import { capitalise } from '../sentence.ts';
import { count, list, sayDate, sayDates, sayKm, sayMetres, sayWeekday } from './pretty/words.ts';

export interface SheetSection {
  readonly id: 'who' | 'way' | 'nights' | 'check-in' | 'silence';
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly label: string;
  /** With `BLANK` where something is not known. */
  readonly value: string;
}

/** What may not be torn apart at the end of a line: a number to call, a pair of coordinates. */
const together = (text: string): string => text.replaceAll(' ', '\u00a0');

/** Room for a hand and a pen. */
export const BLANK = '__________';

export function sheetRows(assessment: Assessment): SheetSection[] {
  return [
    { id: 'who', title: 'Who', rows: whoRows(assessment) },
    { id: 'way', title: 'The way', rows: wayRows(assessment) },
    { id: 'nights', title: 'Where each night (latitude, longitude, height)', rows: nightRows(assessment) },
    { id: 'check-in', title: 'When they will be heard from', rows: checkInRows(assessment) },
    { id: 'silence', title: sayAlarm(assessment), rows: alarmRows(assessment) },
  ];
}

/** What it is about, above the sections. */
export function sheetTitle({ itinerary: { title, start, end, days } }: Assessment): string {
  const when =
    start === null || end === null ? `dates: ${BLANK}` : `${sayDates(start, end)}, ${count(days ?? 0, 'day')}`;
  return `${title ?? 'Trip sheet'}: ${when}`;
}

function whoRows({ party }: Assessment): SheetRow[] {
  if (party.length === 0) return [{ label: 'Name', value: `${BLANK}; nationality ${BLANK}` }];
  return party.map(travellerRow);
}

function travellerRow({ name, nationality, also, age, count: people, passport }: AssessedTraveller): SheetRow {
  const { kind, expires } = passport;
  const facts = [
    `${nationality || BLANK} passport${kind === 'ordinary' ? '' : ` (${kind})`}`,
    `valid to ${expires === null ? BLANK : sayDate(expires)}`,
    ...(also.length > 0 ? [`also ${also.map((country) => country || BLANK).join(', ')}`] : []),
    `age ${age ?? BLANK}`,
  ];
  return {
    label: people > 1 ? `${people} people` : 'Name',
    value: `${name ?? BLANK}; ${facts.join(', ')}`,
  };
}

function wayRows(assessment: Assessment): SheetRow[] {
  const { stops, legs, travel, passages } = assessment;
  const names = stops.map(({ name, id }) => name || `(${id}: ${BLANK})`);
  const modes = [...new Set(legs.map(({ mode }) => mode ?? travel))].filter((mode) => mode !== null);
  const lengths = legs.map(({ lengthKm }) => lengthKm);
  const known = lengths.filter((km) => km !== null);
  const length =
    known.length === 0 ? '' : `, ${known.length < lengths.length ? 'more than ' : 'about '}${sayKm(sum(known))}`;
  return [
    { label: 'Route', value: sayRoute(names) },
    { label: 'By', value: `${modes.length > 0 ? modes.join(', ') : BLANK}${length}; plate, colour: ${BLANK}` },
    { label: 'Driver, operator', value: `${BLANK}  phone: ${BLANK}` },
    ...passages.map(passageRow),
  ];
}

/** Of a long route both ends, and how much lies between. */
function sayRoute(names: readonly string[]): string {
  const left = names.length - ROUTE_START - ROUTE_END;
  if (left <= 1) return names.join(' > ');
  return [...names.slice(0, ROUTE_START), `(${left} more stops)`, ...names.slice(-ROUTE_END)].join(' > ');
}

const ROUTE_START = 16;
const ROUTE_END = 4;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

function passageRow({ kind, date, place, by, neighbour }: PassageCheck): SheetRow {
  const day = date === null ? '' : `${sayWeekday(date)}, `;
  const how =
    by === 'air'
      ? `, by air; flight: ${BLANK}`
      : neighbour === null
        ? ''
        : `, ${kind === 'entry' ? 'from' : 'to'} ${neighbour}`;
  return { label: kind === 'entry' ? 'Into the country' : 'Out of it', value: `${day}${place ?? BLANK}${how}` };
}

/** One for each stop with a night. */
function nightRows({ stops, itinerary }: Assessment): SheetRow[] {
  const slept = stops.filter(({ nights }) => nights > 0);
  if (slept.length === 0) return [{ label: 'Nights', value: `none in the file; ${BLANK}` }];
  let night = 1;
  return slept.map((stop) => {
    const first = night;
    night += stop.nights;
    return { label: sayNight(stop, first, itinerary.start !== null), value: sayPlace(stop) };
  });
}

/** `Sat 3 Jul, 2 nights`; where no day is known, `Nights 1 to 2`. */
function sayNight({ from, nights }: AssessedStop, first: number, dated: boolean): string {
  if (from !== null) return together(`${sayWeekday(from)}${nights > 1 ? `, ${count(nights, 'night')}` : ''}`);
  const which = nights > 1 ? `Nights ${first} to ${first + nights - 1}` : `Night ${first}`;
  return dated ? `${which}, day not known` : which;
}

function sayPlace({ name, lat, lon, altitudeM }: AssessedStop): string {
  const where =
    lat === null || lon === null
      ? `place not known to tajcheck, where: ${BLANK}`
      : together(`${lat.toFixed(4)}, ${lon.toFixed(4)}`);
  const height = altitudeM === null ? 'height not known' : sayMetres(altitudeM);
  return `${name || BLANK}; ${where}, ${height}`;
}

/** More stops than these are counted. */
const MOST_REMOTE = 10;

function checkInRows({ checkIn, calendar, stops }: Assessment): SheetRow[] {
  const remote = calendar.flatMap(({ id, kind, date }) => {
    if (kind !== 'check-in') return [];
    const stop = stops.find((one) => id === `check-in-${one.id}`);
    return stop === undefined ? [] : [`${stop.name} (${together(sayWeekday(date))})`];
  });
  return [
    { label: 'Their phones', value: `${BLANK}  satellite: ${BLANK}` },
    { label: 'Every day at', value: `${checkIn?.at ?? BLANK} their local time (UTC ${BLANK})` },
    { label: 'To', value: `${checkIn?.with ?? BLANK}  phone: ${together(checkIn?.phone ?? BLANK)}` },
    ...(remote.length > 0
      ? [
          {
            label: 'Also on arrival in',
            value: list(
              remote.length > MOST_REMOTE
                ? [...remote.slice(0, MOST_REMOTE), `${remote.length - MOST_REMOTE} more`]
                : remote,
            ),
          },
        ]
      : []),
  ];
}

/** The heading says the hours, for they are what one looks for. */
function sayAlarm({ checkIn }: Assessment): string {
  const hours = checkIn?.lateHours;
  return `When nothing is heard for ${hours ? count(hours, 'hour') : `${BLANK} hours`} after that, call in this order`;
}

/** First who may simply have forgotten, then the own government, then those who go and look. */
function alarmRows({ contacts, party }: Assessment): SheetRow[] {
  const own = contacts.filter(({ serves }) => serves !== null);
  const there = contacts.filter(({ serves }) => serves === null);
  const served = new Set(own.flatMap(({ serves }) => serves ?? []));
  const unserved = [...new Set(party.map(({ nationality }) => nationality))].filter((country) => !served.has(country));
  const missing = party.length === 0 ? [''] : unserved;
  const steps: SheetRow[] = [
    { label: 'Themselves', value: 'all phones above, messages too: the network may be dead' },
    { label: 'Driver, lodging', value: `of that night, and of the night before: ${BLANK}` },
    ...own.map((contact) => ({ label: `For ${list(contact.serves ?? [])}`, value: sayNumbers(contact) })),
    ...missing.map((country) => ({ label: `For ${country || BLANK}`, value: `embassy or ministry at home: ${BLANK}` })),
    { label: 'Insurer', value: `${BLANK}  policy: ${BLANK}` },
    ...there.map((contact) => ({ label: sayWhence(contact), value: sayNumbers(contact) })),
  ];
  return steps.map(({ label, value }, at) => ({ label: `${at + 1}. ${capitalise(label)}`, value }));
}

const sayNumbers = ({ name, numbers }: Contact): string => `${name}: ${numbers.map(together).join(', ')}`;

/** A short number reaches another service, or none, when it is dialled at home. */
const sayWhence = ({ numbers }: Contact): string =>
  numbers.every((number) => number.startsWith('+')) ? 'In the country' : 'Dialled there only';

type Contact = Assessment['contacts'][number];

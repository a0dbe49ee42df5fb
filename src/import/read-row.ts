/** The words of a row as values. What cannot be read for certain is a doubt and left out; nothing is guessed. */
import { findHidden, nameCharacter } from '../itinerary/hidden-characters.ts';
import { faultOfDate } from '../itinerary/iso-date.ts';
import { type Position, type TravelMode, travelModes } from '../itinerary/itinerary.ts';
import { limits, ranges } from '../itinerary/limits.ts';
import { isOnGlobe } from '../itinerary/track-lines.ts';
import type { Doubt } from './doubt.ts';
import type { Column, Row } from './rows.ts';

export interface WrittenStop {
  readonly where: string;
  /** Empty: it has none. */
  readonly name: string;
  readonly at: Position | null;
  readonly nights: number | null;
  readonly arrival: string | null;
  readonly departure: string | null;
  readonly via: readonly string[];
  readonly by: TravelMode | null;
  readonly notes: string;
  readonly doubts: readonly Doubt[];
}

/** What people call the ways to travel; `bike` may be either of two, and is no word for one. */
const modeWords: Readonly<Record<string, TravelMode>> = {
  ...Object.fromEntries(travelModes.map((mode) => [mode, mode])),
  '4wd': '4x4', jeep: '4x4', suv: '4x4', taxi: 'car', 'shared taxi': 'car', drive: 'car', minibus: 'bus',
  marshrutka: 'bus', coach: 'bus', motorcycle: 'motorbike', cycle: 'bicycle', cycling: 'bicycle', walk: 'foot',
  walking: 'foot', hike: 'foot', hiking: 'foot', trek: 'foot', plane: 'air', flight: 'air', fly: 'air',
}; // biome-ignore format: a vocabulary

export function readRow({ where, cells, isShifted = false }: Row): WrittenStop {
  const doubts: Doubt[] = isShifted ? [{ code: 'fields' }] : [];
  // Which field stands in which column is not known: the name alone can be checked.
  const cell = (column: Column): string => (isShifted && column !== 'place' ? '' : (cells[column] ?? '').trim());
  return {
    where,
    name: readName(cell('place'), doubts),
    at: readPoint(cell('lat'), cell('lon'), doubts),
    nights: readNights(cell('nights'), doubts),
    arrival: readDate('arrival', cell('arrival'), doubts),
    departure: readDate('departure', cell('departure'), doubts),
    via: cell('via')
      .split(/[;,|]/)
      .map((name) => readName(name, doubts))
      .filter((name) => name !== ''),
    by: readMode(cell('by'), doubts),
    notes: cell('notes'),
    doubts,
  };
}

/** On one line, and no longer than an itinerary bears. */
function readName(written: string, doubts: Doubt[]): string {
  const name = written.replace(/\s+/gu, ' ').trim();
  if (name.length <= limits.text) return name;
  doubts.push({ code: 'cut', most: limits.text });
  // Not through the middle of a character.
  return name
    .slice(0, limits.text)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

/** A name that hides something is understood by nobody who reads it; where the gazetteer's name is used, it is gone. */
export function hiddenIn(name: string): Doubt[] {
  const at = findHidden(name);
  return at === -1 ? [] : [{ code: 'hidden', character: nameCharacter(String.fromCodePoint(name.codePointAt(at)!)) }];
}

/** A decimal number in full, with a point or a comma. */
const number = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const readNumber = (text: string): number => (number.test(text) ? Number(text.replace(',', '.')) : Number.NaN);

function readPoint(lat: string, lon: string, doubts: Doubt[]): Position | null {
  if (lat === '' && lon === '') return null;
  const point: Position = [readNumber(lon), readNumber(lat)];
  if (isOnGlobe(point)) return point;
  doubts.push({ code: 'coordinates', lat, lon });
  return null;
}

function readNights(text: string, doubts: Doubt[]): number | null {
  if (text === '') return null;
  const nights = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (nights <= ranges.nights[1]) return nights;
  doubts.push({ code: 'nights', value: text });
  return null;
}

/** ISO alone: 03/04/2027 is one day for some and another for others. */
function readDate(key: 'arrival' | 'departure', text: string, doubts: Doubt[]): string | null {
  if (text === '') return null;
  const fault = faultOfDate(text);
  if (fault === null) return text;
  doubts.push({ code: 'date', key, value: text, exists: fault === 'not-a-date' });
  return null;
}

function readMode(text: string, doubts: Doubt[]): TravelMode | null {
  if (text === '') return null;
  const word = text.toLowerCase();
  if (Object.hasOwn(modeWords, word)) return modeWords[word];
  doubts.push({ code: 'mode', value: text });
  return null;
}

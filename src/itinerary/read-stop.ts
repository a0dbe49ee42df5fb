/** One stop of the list. */
import { isScalar } from 'yaml';
import type { Finding, Span } from '../finding.ts';
import { type ItineraryStop, type Position, type TravelMode, travelModes } from './itinerary.ts';
import { ranges } from './limits.ts';
import {
  type Fields, given, readChoice, readDate, readFields, readNumber, readText, readTexts, readWhole,
} from './readers.ts'; // biome-ignore format: names read best as a line
import { missing, nodeOf, type Reading, report, type Value } from './reading.ts';
import { type Bounds, looksSwapped } from './swapped.ts';

export const stopKeys = ['place', 'at', 'nights', 'date', 'via', 'by', 'track'] as const;

export interface ReadStop {
  readonly stop: ItineraryStop;
  /** Nights and date are what the file means; false where a fault may hide one. */
  readonly dated: boolean;
}

export function readStop(reading: Reading, value: Value, id: string, covered: Bounds): ReadStop {
  const before = reading.findings.length;
  const node = nodeOf(reading, value);
  // A bare text is the place; anything else has keys.
  const bare = isScalar(node) && typeof node.value === 'string';
  const fields = bare ? new Map([['place', { ...value, key: 'place' }]]) : readFields(reading, value, 'stop', stopKeys);
  const via = given(fields, 'via', (list) => readTexts(reading, list) ?? { texts: [null], values: [] });
  const spans: Record<string, Span> = {};
  for (const [key, { span }] of fields ?? []) spans[key] = span;
  for (const [at, { span }] of via?.values.entries() ?? []) spans[`via.${at}`] = span;
  const stop: ItineraryStop = {
    id,
    place: fields === null ? '' : placeOf(reading, value, fields),
    at: given(fields, 'at', (at) => readCoordinates(reading, at, covered)),
    nights: given(fields, 'nights', (nights) => readWhole(reading, nights, 'nights')) ?? 0,
    date: given(fields, 'date', (date) => readDate(reading, date)),
    via: via?.texts.map((text) => text ?? '') ?? [],
    by: given(fields, 'by', (by) => readMode(reading, by)),
    track: given(fields, 'track', (track) => readText(reading, track)),
    span: value.span,
    spans,
  };
  return { stop, dated: fields !== null && !reading.findings.slice(before).some(mayHideDate) };
}

const mayHideDate = ({ rule, args }: Finding): boolean =>
  rule === 'TJ103' || rule === 'TJ104' || args.key === 'nights' || args.key === 'date';

function placeOf(reading: Reading, stop: Value, fields: Fields): string {
  const place = fields.get('place');
  return (place ? readText(reading, place) : missing(reading, stop, 'place', 'text')) ?? '';
}

/** A way of travel that cannot be read counts as by road: a flight would pass over what a road goes through. */
const readMode = (reading: Reading, value: Value): TravelMode => readChoice(reading, value, travelModes) ?? '4x4';

/** `{ lat, lon }` by name, because the order of two bare numbers cannot be told. */
function readCoordinates(reading: Reading, value: Value, covered: Bounds): Position | null {
  const fields = readFields(reading, value, 'at', ['lat', 'lon']);
  if (fields === null) return null;
  const lat = degreesOf(reading, value, fields, 'lat');
  const lon = degreesOf(reading, value, fields, 'lon');
  if (lat === null || lon === null) return null;
  if (looksSwapped(lon, lat, covered)) {
    report(reading, { rule: 'TJ107', args: { lat, lon } }, value.subject, value.span);
    return null;
  }
  const fits = [
    checkRange(reading, fields.get('lat')!, 'lat', lat),
    checkRange(reading, fields.get('lon')!, 'lon', lon),
  ];
  return fits.every(Boolean) ? [lon, lat] : null;
}

function degreesOf(reading: Reading, owner: Value, fields: Fields, key: 'lat' | 'lon'): number | null {
  const value = fields.get(key);
  return value ? readNumber(reading, value, key) : missing(reading, owner, key, key);
}

function checkRange(reading: Reading, value: Value, key: 'lat' | 'lon', degrees: number): boolean {
  const [least, most] = ranges[key];
  if (degrees >= least && degrees <= most) return true;
  report(reading, { rule: 'TJ106', args: { key, value: String(degrees) } }, value.subject, value.span);
  return false;
}

/**
 * What was imported as the YAML of an itinerary: what is not certain is marked CHECK on the line above it, what the file
 * does not say TODO. Names of the file stay data.
 */
import { Document, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { groupBy } from '../group-by.ts';
import { limits } from '../itinerary/limits.ts';
import { normaliseName } from '../places/normalise-name.ts';
import { degrees } from '../round.ts';
import type { ImportedStop, ImportedTrip } from './import-trip.ts';
import { doubtWords, remarksOn } from './message.ts';
import { calm, escapeSuspect, quoteSuspect } from './safe-yaml.ts';

export interface WriteOptions {
  /** The file that was imported, as the first comment names it. */
  readonly file: string;
  /** The imported file as seen from the itinerary, to be followed as a track; null: it is not. */
  readonly track: string | null;
}

/** Where a project that has the package finds what its editor completes from. */
const SCHEMA = './node_modules/tajcheck/data/schema/itinerary.schema.json';

export function writeItinerary(trip: ImportedTrip, { file, track }: WriteOptions): string {
  const remarks = remarksOn(trip, track);
  const mode = commonMode(trip.stops);
  const unknownNights = trip.stops.every(({ nights }) => nights === null);
  const stops = trip.stops.map((stop, at) => ({
    place: stop.place,
    ...(stop.at === null ? {} : { at: latLon(stop.at) }),
    ...(stop.nights === null ? {} : { nights: stop.nights }),
    ...(stop.date === null ? {} : { date: stop.date }),
    ...(stop.via.length === 0 ? {} : { via: stop.via }),
    ...(stop.mode === null || mode !== null ? {} : { by: stop.mode }),
    ...(track !== null && at === 1 ? { track } : {}),
  }));
  const document = new Document({
    tajcheck: 1,
    ...(trip.title === null ? {} : { title: trip.title }),
    ...(trip.start === null ? {} : { start: trip.start }),
    ...(mode === null ? {} : { travel: mode }),
    stops,
  });
  const head = [
    ` yaml-language-server: $schema=${SCHEMA}`,
    ' ',
    ` ${calm(`Imported from ${file}. CHECK marks what is not certain, TODO what that file does not say.`)}`,
  ];
  const list = document.get('stops') as YAMLSeq<YAMLMap>;
  list.items.forEach((item, at) => {
    item.flow = true;
    const { notes, written, place, by, nights, doubts } = trip.stops[at];
    const comments = [
      ...(notes === '' ? [] : [` ${calm(`Note: ${notes}`)}`]),
      ...doubts.map((doubt) => ` ${calm(`CHECK: ${doubtWords(doubt)}`)}`),
      ...(nights !== null || unknownNights ? [] : [' TODO: nights here']),
    ];
    if (comments.length > 0) item.commentBefore = comments.join('\n');
    const isRenamed = by === 'gazetteer' && written !== '' && normaliseName(written) !== normaliseName(place);
    if (isRenamed) item.comment = ` ${calm(`in the file: ${written}`)}`;
  });
  const keys = (document.contents as YAMLMap<Scalar, unknown>).items.map(({ key }) => key);
  keys[0].commentBefore = head.join('\n');
  const before = keys.find(({ value }) => value === 'stops')!;
  before.spaceBefore = true;
  before.commentBefore = [
    ...(trip.start === null ? [' TODO: the day of arrival at the first stop', 'start: 2027-07-03'] : []),
    ' TODO: who travels, by the country of each passport',
    'party: [{ nationality: GB, age: 38 }]',
    ...(mode === null ? [' TODO: how you travel: 4x4, car, bus, motorbike, bicycle, foot, air', 'travel: 4x4'] : []),
    ...(unknownNights ? [' TODO: nights at each stop; without them it is passed through on the same day'] : []),
  ].join('\n');
  document.comment = [
    ' TODO: visas and permits in hand, and what is in place (tajcheck plan tells which are needed)',
    'visas: [{ nationality: GB, type: e-visa, from: 2027-07-01, to: 2027-08-29 }]',
    'permits: [{ type: gbao, districts: [darvoz, vanj, rushan], from: 2027-07-01, to: 2027-08-10 }]',
    'mitigations: [medevac-insurance, satellite-phone]',
    ...leftOutLines(trip.leftOut),
    ...(remarks.length === 0 ? [] : [' ', ...remarks.map((remark) => ` ${calm(remark)}`)]),
  ].join('\n');
  quoteSuspect(document);
  return escapeSuspect(document.toString({ lineWidth: 0 }));
}

/** Each kind under its reason. */
function leftOutLines(leftOut: ImportedTrip['leftOut']): string[] {
  const told = groupBy(leftOut.slice(0, mostLeftOut), ({ why }) => why);
  const more = leftOut.length - mostLeftOut;
  return [
    ...[...told].flatMap(([why, parts]) => [
      ' ',
      ` ${calm(`Left out, because ${why}:`)}`,
      ...parts.map(({ where, what }) => `   ${calm(`${where}: ${what}`)}`),
    ]),
    ...(more > 0 ? [` and ${more} more`] : []),
  ];
}

const latLon = ([lon, lat]: readonly [number, number]) => {
  const [east, north] = degrees([lon, lat]);
  return { lat: north, lon: east };
};

/** How the whole trip is travelled, where every way says the same. */
function commonMode(stops: readonly ImportedStop[]): ImportedStop['mode'] {
  const modes = new Set(stops.slice(1).map(({ mode }) => mode));
  const [mode = null] = modes;
  return modes.size === 1 && (stops[0].mode ?? mode) === mode ? mode : null;
}

/** More would make the itinerary larger than one may be. */
const mostLeftOut = limits.entries;

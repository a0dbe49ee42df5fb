/**
 * First step: the text of an itinerary file as values with their places, and what is wrong with it. Never throws
 * on content. What can be read goes on; what cannot is a finding, and counts as unknown or as not held.
 */
import type { Finding, Span } from '../finding.ts';
import { composeYaml } from './compose.ts';
import { findFault } from './fault.ts';
import { findHidden, nameCharacter } from './hidden-characters.ts';
import { type Itinerary, travelModes } from './itinerary.ts';
import { readCheckIn } from './read-check-in.ts';
import { readGate } from './read-gate.ts';
import { readPermit, readTraveller, readVisa } from './read-papers.ts';
import { type ReadStop, readStop } from './read-stop.ts';
import { type Fields, given, readChoice, readDate, readFields, readItems, readNumber, readText } from './readers.ts';
import { missing, mistyped, type Reading, type Value } from './reading.ts';
import { spanBetween, spanOf } from './spans.ts';
import { type Bounds, coveredBox } from './swapped.ts';

export interface ParsedItinerary {
  /** Null where the file, or its list of stops, cannot be understood at all. */
  readonly itinerary: Itinerary | null;
  readonly findings: Finding[];
}

export const fileKeys = [
  'tajcheck', 'title', 'start', 'party', 'travel', 'entry', 'stops', 'exit', 'checkIn', 'permits', 'visas',
  'equipment', 'mitigations',
] as const; // biome-ignore format: the file's order

/** `covered` is where trips are expected to be; coordinates that fall inside it only when swapped are remarked on. */
export function parseItinerary(text: string, covered: Bounds = coveredBox): ParsedItinerary {
  const { lines, root, targets, faults } = composeYaml(text);
  const findings = faults.map(({ fault, start, end }) => findFault(fault, 'file', spanBetween(lines, start, end)));
  if (findings.length > 0) return { itinerary: null, findings };

  const reading: Reading = { text, lines, targets, findings };
  const span = root ? spanOf(text, lines, root) : spanBetween(lines, 0, 0);
  const fields = readFields(reading, { key: '', subject: 'file', node: root, span, twice: false }, 'file', fileKeys);
  const itinerary = fields && readItinerary(reading, fields, covered);
  return { itinerary, findings: [...findings, ...hiddenElsewhere(reading)].sort(inFileOrder) };
}

function readItinerary(reading: Reading, fields: Fields, covered: Bounds): Itinerary | null {
  const known = isKnownVersion(reading, fields);
  const stops = readStops(reading, fields, covered);
  const start = given(fields, 'start', (value) => readDate(reading, value));
  const trip = {
    title: given(fields, 'title', (value) => readText(reading, value)),
    party: entries(reading, fields, 'party').map((value) => readTraveller(reading, value)),
    travel: given(fields, 'travel', (value) => readChoice(reading, value, travelModes)),
    permits: entries(reading, fields, 'permits').map((value, at) => readPermit(reading, value, `permit-${at + 1}`)),
    visas: entries(reading, fields, 'visas').map((value, at) => readVisa(reading, value, `visa-${at + 1}`)),
    entry: given(fields, 'entry', (value) => readGate(reading, value, 'entry')),
    exit: given(fields, 'exit', (value) => readGate(reading, value, 'exit')),
    checkIn: given(fields, 'checkIn', (value) => readCheckIn(reading, value)),
    equipment: readNames(reading, fields, 'equipment'),
    mitigations: readNames(reading, fields, 'mitigations'),
  };
  if (!known || stops === null) return null;
  // One date or night that is not understood moves every day after it: then no day is known.
  const dated = stops.every((read) => read.dated);
  return {
    ...trip,
    start: dated ? start : null,
    stops: stops.map(({ stop }) => (dated ? stop : { ...stop, date: null })),
    permits: trip.permits.filter((permit) => permit !== null),
    visas: trip.visas.filter((visa) => visa !== null),
    spans: Object.fromEntries([...fields].map(([key, { span }]) => [key, span])),
  };
}

/** The version may be left out; another one may mean other things by the same words. */
function isKnownVersion(reading: Reading, fields: Fields): boolean {
  const value = fields.get('tajcheck');
  if (value === undefined) return true;
  const version = readNumber(reading, value, 'version');
  if (version !== 1 && version !== null) mistyped(reading, value, 'version');
  return version === 1;
}

/** Null where not one stop says where it is. */
function readStops(reading: Reading, fields: Fields, covered: Bounds): ReadStop[] | null {
  const value = fields.get('stops');
  if (value === undefined) return missing(reading, wholeFile(reading), 'stops', 'stops');
  const items = readItems(reading, value, 'stops', (at) => `stop-${at + 1}`);
  if (items === null) return null;
  if (items.length === 0) return mistyped(reading, value, 'stops');
  const stops = items.map((item, at) => readStop(reading, item, `stop-${at + 1}`, covered));
  return stops.some(({ stop }) => stop.place !== '' || stop.at !== null) ? stops : null;
}

/** The texts of a list that may be left out; those that cannot be read stand for nothing. */
function readNames(reading: Reading, fields: Fields, key: string): { id: string; span: Span }[] {
  return entries(reading, fields, key).flatMap((value) => {
    const id = readText(reading, value);
    return id === null ? [] : [{ id, span: value.span }];
  });
}

const subjects: Readonly<Record<string, string>> = { party: 'party', permits: 'permit', visas: 'visa' };

/** Entries of a list that may be left out. */
function entries(reading: Reading, fields: Fields, key: string): Value[] {
  const kind = subjects[key];
  return (
    given(fields, key, (value) => readItems(reading, value, 'list', kind ? (at) => `${kind}-${at + 1}` : undefined)) ??
    []
  );
}

/** The file as the owner of a key that is not there: its first character. */
function wholeFile({ lines }: Reading): Value {
  return { key: '', subject: 'file', node: null, span: spanBetween(lines, 0, 1), twice: false };
}

/** Lines that hide a character outside the values that were read, in a comment for one. */
function hiddenElsewhere({ text, lines, findings }: Reading): Finding[] {
  if (findHidden(text.replace(/[\t\r\n]/g, ' ')) === -1) return [];
  const found: Finding[] = [];
  lines.lineStarts.forEach((start, at) => {
    const line = at + 1;
    const content = text.slice(start, lines.lineStarts[at + 1]).replace(/[\t\r\n]/g, ' ');
    const hidden = findHidden(content);
    if (hidden === -1 || found.length === mostHidden || findings.some((finding) => tells(finding, line))) return;
    const character = nameCharacter(String.fromCodePoint(content.codePointAt(hidden)!));
    const span = spanBetween(lines, start + hidden, start + hidden + 1);
    found.push(findFault({ rule: 'TJ110', args: { key: '', value: content.trim(), character } }, 'file', span));
  });
  return found;
}

const mostHidden = 10;

const tells = ({ rule, span }: Finding, line: number): boolean =>
  rule === 'TJ110' && span !== null && span.line <= line && line <= span.endLine;

const inFileOrder = (a: Finding, b: Finding): number =>
  (a.span?.line ?? 0) - (b.span?.line ?? 0) || (a.span?.column ?? 0) - (b.span?.column ?? 0);

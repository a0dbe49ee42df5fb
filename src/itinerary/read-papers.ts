/** Who travels, and the papers they hold. A paper that cannot be read in full does not count as held. */
import type { Span } from '../finding.ts';
import { nationalityOf } from './countries.ts';
import { type HeldPermit, type HeldVisa, passportKinds, type Traveller, visaEntries } from './itinerary.ts';
import { type Fields, given, readChoice, readDate, readFields, readText, readTexts, readWhole } from './readers.ts';
import { missing, mistyped, type Reading, report, type Value } from './reading.ts';

export const travellerKeys = ['name', 'nationality', 'also', 'age', 'count', 'passport'] as const;
export const passportKeys = ['kind', 'expires', 'blankPages'] as const;
export const permitKeys = ['type', 'districts', 'from', 'to', 'applied'] as const;
export const visaKeys = ['nationality', 'type', 'from', 'to', 'days', 'entries', 'applied'] as const;

/** A traveller stays in the party whatever is wrong: fewer people would call for less. */
export function readTraveller(reading: Reading, value: Value): Traveller {
  const fields = readFields(reading, value, 'traveller', travellerKeys);
  const passport = given(fields, 'passport', (group) => readFields(reading, group, 'passport', passportKeys));
  return {
    id: value.subject,
    name: given(fields, 'name', (name) => readText(reading, name)),
    nationality: (fields && readNationality(reading, value, fields)) ?? '',
    also: given(fields, 'also', (list) => readCountries(reading, list)) ?? [],
    age: given(fields, 'age', (age) => readWhole(reading, age, 'age')),
    count: given(fields, 'count', (count) => readWhole(reading, count, 'count')) ?? 1,
    passport: {
      kind: given(passport, 'kind', (kind) => readChoice(reading, kind, passportKinds)) ?? 'ordinary',
      expires: given(passport, 'expires', (date) => readDate(reading, date)),
      blankPages: given(passport, 'blankPages', (pages) => readWhole(reading, pages, 'blankPages')),
    },
    span: value.span,
    spans: { ...spansOf(fields), ...spansOf(passport, 'passport.') },
  };
}

/** An entry that cannot be read stays, as a nationality that is not known. */
function readCountries(reading: Reading, value: Value): string[] {
  const read = readTexts(reading, value);
  if (read === null) return [''];
  return read.texts.map((text, at) => (text === null ? '' : (nationalityIn(reading, read.values[at], text) ?? '')));
}

export function readPermit(reading: Reading, value: Value, id: string): HeldPermit | null {
  const before = reading.findings.length;
  const fields = readFields(reading, value, 'permit', permitKeys);
  if (fields === null) return null;
  const type = readType(reading, value, fields);
  const districts = given(fields, 'districts', (list) => readTexts(reading, list)?.texts ?? null);
  const [from, to] = readPeriod(reading, fields);
  const applied = given(fields, 'applied', (date) => readDate(reading, date));
  const spans = spansOf(fields);
  if (type === null || reading.findings.length > before) return null;
  return { id, type, districts: districts as string[] | null, from, to, applied, span: value.span, spans };
}

export function readVisa(reading: Reading, value: Value, id: string): HeldVisa | null {
  const before = reading.findings.length;
  const fields = readFields(reading, value, 'visa', visaKeys);
  if (fields === null) return null;
  const nationality = readNationality(reading, value, fields);
  const type = readType(reading, value, fields);
  const [from, to] = readPeriod(reading, fields);
  const days = given(fields, 'days', (number) => readWhole(reading, number, 'days'));
  const entries = given(fields, 'entries', (word) => readChoice(reading, word, visaEntries));
  const applied = given(fields, 'applied', (date) => readDate(reading, date));
  if (nationality === null || type === null || reading.findings.length > before) return null;
  return { id, nationality, type, from, to, days, entries, applied, span: value.span, spans: spansOf(fields) };
}

/** Spans of the values, by key. */
export function spansOf(fields: Fields | null, prefix = ''): Record<string, Span> {
  return Object.fromEntries([...(fields ?? [])].map(([key, { span }]) => [`${prefix}${key}`, span]));
}

function readType(reading: Reading, owner: Value, fields: Fields): string | null {
  const type = fields.get('type');
  return type ? readText(reading, type) : missing(reading, owner, 'type', 'text');
}

function readNationality(reading: Reading, owner: Value, fields: Fields): string | null {
  const value = fields.get('nationality');
  if (value === undefined) return missing(reading, owner, 'nationality', 'country');
  const text = readText(reading, value, 'country');
  return text === null ? null : nationalityIn(reading, value, text);
}

function nationalityIn(reading: Reading, value: Value, text: string): string | null {
  // The one code that people write and that is not theirs.
  return nationalityOf(text) ?? mistyped(reading, value, 'country', [], text.toUpperCase() === 'UK' ? 'GB' : '');
}

/** First and last day, both inside. */
function readPeriod(reading: Reading, fields: Fields): [from: string | null, to: string | null] {
  const from = given(fields, 'from', (date) => readDate(reading, date));
  const to = given(fields, 'to', (date) => readDate(reading, date));
  if (from !== null && to !== null && to < from) {
    const { subject, span } = fields.get('to')!;
    report(reading, { rule: 'TJ105', args: { key: 'to', value: to, why: 'before-from', from } }, subject, span);
  }
  return [from, to];
}

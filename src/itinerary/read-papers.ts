/** Who travels, and the papers they hold. A paper that cannot be read in full does not count as held. */
import type { Span } from '../finding.ts';
import { countryCodes } from './countries.ts';
import type { HeldPermit, HeldVisa, Traveller } from './itinerary.ts';
import { type Fields, given, readDate, readFields, readText, readTexts, readWhole } from './readers.ts';
import { missing, mistyped, type Reading, report, type Value } from './reading.ts';

export const travellerKeys = ['nationality', 'age', 'count'] as const;
export const permitKeys = ['type', 'districts', 'from', 'to'] as const;
export const visaKeys = ['nationality', 'type', 'from', 'to'] as const;

/** A traveller stays in the party whatever is wrong: fewer people would call for less. */
export function readTraveller(reading: Reading, value: Value): Traveller {
  const fields = readFields(reading, value, 'traveller', travellerKeys);
  return {
    nationality: (fields && readNationality(reading, value, fields)) ?? '',
    age: given(fields, 'age', (age) => readWhole(reading, age, 'age')),
    count: given(fields, 'count', (count) => readWhole(reading, count, 'count')) ?? 1,
    span: value.span,
  };
}

export function readPermit(reading: Reading, value: Value, id: string): HeldPermit | null {
  const before = reading.findings.length;
  const fields = readFields(reading, value, 'permit', permitKeys);
  if (fields === null) return null;
  const type = readType(reading, value, fields);
  const districts = given(fields, 'districts', (list) => readTexts(reading, list)?.texts ?? null);
  const [from, to] = readPeriod(reading, fields);
  const spans: Record<string, Span> = {};
  for (const [key, { span }] of fields) spans[key] = span;
  if (type === null || reading.findings.length > before) return null;
  return { id, type, districts: districts as string[] | null, from, to, span: value.span, spans };
}

export function readVisa(reading: Reading, value: Value): HeldVisa | null {
  const before = reading.findings.length;
  const fields = readFields(reading, value, 'visa', visaKeys);
  if (fields === null) return null;
  const nationality = readNationality(reading, value, fields);
  const type = readType(reading, value, fields);
  const [from, to] = readPeriod(reading, fields);
  if (nationality === null || type === null || reading.findings.length > before) return null;
  return { nationality, type, from, to, span: value.span };
}

function readType(reading: Reading, owner: Value, fields: Fields): string | null {
  const type = fields.get('type');
  return type ? readText(reading, type) : missing(reading, owner, 'type', 'text');
}

function readNationality(reading: Reading, owner: Value, fields: Fields): string | null {
  const value = fields.get('nationality');
  if (value === undefined) return missing(reading, owner, 'nationality', 'country');
  const text = readText(reading, value, 'country');
  if (text === null) return null;
  const code = text.toUpperCase();
  if (countryCodes.includes(code)) return code;
  // The one code that people write and that is not theirs.
  return mistyped(reading, value, 'country', [], code === 'UK' ? 'GB' : '');
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

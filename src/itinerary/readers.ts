/**
 * Readers turn values into text, numbers, dates, lists and groups of keys. A reader that cannot understand a value
 * says so once and gives null; null never passes for a value.
 */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Subject } from '../finding.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Expected, Within } from './fault.ts';
import { findHidden, nameCharacter } from './hidden-characters.ts';
import { faultOfDate } from './iso-date.ts';
import { limits, ranges } from './limits.ts';
import { mistyped, nodeOf, type Reading, report, type Value } from './reading.ts';
import { spanOf } from './spans.ts';

export type Fields = ReadonlyMap<string, Value>;

/** The value as a group of the keys `known`; unknown and repeated keys are reported. */
export function readFields(reading: Reading, value: Value, within: Within, known: readonly string[]): Fields | null {
  if (value.twice) return null;
  const node = nodeOf(reading, value);
  if (!isMap(node)) return mistyped(reading, value, within);
  if (tooMany(reading, value, node.items.length)) return null;
  const fields = new Map<string, Value>();
  const lineOf = new Map<string, number>();
  for (const pair of node.items) {
    const keyNode = pair.key as Node;
    const key = isScalar(keyNode) ? String(keyNode.value ?? '') : '';
    const keySpan = spanOf(reading.text, reading.lines, keyNode);
    if (!known.includes(key)) {
      const fault = { key, within, meant: didYouMean(key, known) ?? '', known };
      report(reading, { rule: 'TJ103', args: fault }, value.subject, keySpan);
      continue;
    }
    const first = fields.get(key);
    if (first) {
      report(reading, { rule: 'TJ104', args: { key, firstLine: lineOf.get(key)! } }, value.subject, keySpan);
      fields.set(key, { ...first, twice: true });
      continue;
    }
    lineOf.set(key, keySpan.line);
    const written = pair.value as Node | null;
    const empty = written === null || (isScalar(written) && written.value === null);
    const span = empty ? keySpan : spanOf(reading.text, reading.lines, written);
    fields.set(key, { key, subject: value.subject, node: written, span, twice: false });
  }
  return fields;
}

/** What `read` makes of a key; null where the key is not written or cannot be read. */
export function given<T>(fields: Fields | null, key: string, read: (value: Value) => T | null): T | null {
  const value = fields?.get(key);
  return value === undefined ? null : read(value);
}

/** The entries of a list; `subject` names each one. */
export function readItems(
  reading: Reading,
  value: Value,
  expected: Expected = 'list',
  subject: (at: number) => Subject = () => value.subject,
): Value[] | null {
  if (value.twice) return null;
  const node = nodeOf(reading, value);
  if (!isSeq(node)) return mistyped(reading, value, expected);
  if (tooMany(reading, value, node.items.length)) return null;
  return node.items.map((item, at) => {
    const entry = item as Node | null;
    const span = entry === null ? value.span : spanOf(reading.text, reading.lines, entry);
    return { key: value.key, subject: subject(at), node: entry, span, twice: false };
  });
}

/** Trimmed text that shows all it holds. */
export function readText(reading: Reading, value: Value, expected: Expected = 'text'): string | null {
  if (value.twice) return null;
  const node = nodeOf(reading, value);
  if (!isScalar(node) || typeof node.value !== 'string') return mistyped(reading, value, expected);
  const text = node.value.trim();
  if (text === '') return mistyped(reading, value, expected);
  if (text.length > limits.text) {
    report(
      reading,
      { rule: 'TJ111', args: { what: 'text', key: value.key, limit: limits.text } },
      value.subject,
      value.span,
    );
    return null;
  }
  const hidden = findHidden(text);
  if (hidden === -1) return text;
  const character = nameCharacter(String.fromCodePoint(text.codePointAt(hidden)!));
  report(reading, { rule: 'TJ110', args: { key: value.key, value: text, character } }, value.subject, value.span);
  return null;
}

/** One text, or a list of them; an entry that cannot be read is null. */
export function readTexts(reading: Reading, value: Value): { texts: (string | null)[]; values: Value[] } | null {
  const values = isScalar(nodeOf(reading, value)) ? [value] : readItems(reading, value);
  return values && { texts: values.map((entry) => readText(reading, entry)), values };
}

/** A whole number inside its range. */
export function readWhole(reading: Reading, value: Value, expected: keyof typeof ranges): number | null {
  const number = readNumber(reading, value, expected);
  if (number === null) return null;
  const [least, most] = ranges[expected];
  return Number.isInteger(number) && number >= least && number <= most ? number : mistyped(reading, value, expected);
}

/** Any number of YAML, `.nan` and `.inf` with it. */
export function readNumber(reading: Reading, value: Value, expected: Expected): number | null {
  if (value.twice) return null;
  const node = nodeOf(reading, value);
  return isScalar(node) && typeof node.value === 'number' ? node.value : mistyped(reading, value, expected);
}

/** A day that exists, as `YYYY-MM-DD`. */
export function readDate(reading: Reading, value: Value): string | null {
  const text = readText(reading, value, 'date');
  if (text === null) return null;
  const why = faultOfDate(text);
  if (why === null) return text;
  if (why === 'not-a-date') return mistyped(reading, value, 'date');
  report(reading, { rule: 'TJ105', args: { key: value.key, value: text, why, from: '' } }, value.subject, value.span);
  return null;
}

/** One of a few words. */
export function readChoice<T extends string>(reading: Reading, value: Value, choices: readonly T[]): T | null {
  const text = readText(reading, value, 'choice');
  if (text === null) return null;
  const choice = choices.find((word) => word === text);
  return choice ?? mistyped(reading, value, 'choice', choices, didYouMean(text, choices) ?? '');
}

function tooMany(reading: Reading, value: Value, entries: number): boolean {
  if (entries <= limits.entries) return false;
  report(
    reading,
    { rule: 'TJ111', args: { what: 'entries', key: value.key, limit: limits.entries } },
    value.subject,
    value.span,
  );
  return true;
}

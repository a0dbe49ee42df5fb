/** One itinerary being read: what a value is, and how a fault in it is said. */
import { type Alias, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { Finding, Span, Subject } from '../finding.ts';
import { type Expected, type Found, findFault, type ItineraryFault } from './fault.ts';

export interface Reading {
  readonly text: string;
  readonly lines: LineCounter;
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly findings: Finding[];
}

/** A value in the file. */
export interface Value {
  /** The key it stands under, or the list's key for an entry. */
  readonly key: string;
  readonly subject: Subject;
  readonly node: Node | null;
  readonly span: Span;
  /** The key was written more than once: which value is meant is not known, so none is. */
  readonly twice: boolean;
}

export function report(reading: Reading, fault: ItineraryFault, subject: Subject, span: Span): void {
  reading.findings.push(findFault(fault, subject, span));
}

/** Says what was expected and what was found; null, for the caller to return. */
export function mistyped(
  reading: Reading,
  value: Value,
  expected: Expected,
  choices: readonly string[] = [],
  meant = '',
): null {
  if (value.twice) return null;
  const { found, text } = describe(nodeOf(reading, value));
  const args = { key: value.key, expected, found, value: text, choices, meant };
  report(reading, { rule: 'TJ102', args }, value.subject, value.span);
  return null;
}

/** The key that had to be there is not. */
export function missing(reading: Reading, owner: Value, key: string, expected: Expected): null {
  const args = { key, expected, found: 'missing', value: '', choices: [], meant: '' } as const;
  report(reading, { rule: 'TJ102', args }, owner.subject, owner.span);
  return null;
}

/** The node of a value, or what its alias stands for. */
export function nodeOf(reading: Reading, value: Value): Node | null {
  return isAlias(value.node) ? (reading.targets.get(value.node) ?? null) : value.node;
}

function describe(node: Node | null): { found: Found; text: string } {
  if (isMap(node)) return { found: 'keys', text: '' };
  if (isSeq(node)) return { found: node.items.length === 0 ? 'empty-list' : 'list', text: '' };
  const value = isScalar(node) ? node.value : null;
  if (value === null || value === undefined) return { found: 'nothing', text: '' };
  if (typeof value === 'string')
    return value.trim() === '' ? { found: 'nothing', text: '' } : { found: 'text', text: value.trim() };
  if (typeof value === 'number') return { found: 'number', text: (isScalar(node) && node.source) || String(value) };
  if (typeof value === 'boolean') return { found: 'yes-no', text: String(value) };
  return { found: 'other', text: '' };
}

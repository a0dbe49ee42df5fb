/** What can be wrong with an itinerary file, as rules and their arguments. The words are in `message.ts`. */
import type { Finding, Span, Subject } from '../finding.ts';
import { showHidden } from './hidden-characters.ts';
import type { DateFault } from './iso-date.ts';

/** What a key wants to be given. */
export type Expected =
  | 'file' | 'stops' | 'stop' | 'at' | 'traveller' | 'passport' | 'permit' | 'visa' | 'entry' | 'exit' | 'checkIn'
  | 'text' | 'list' | 'date' | 'time' | 'country' | 'choice' | 'version'
  | 'nights' | 'age' | 'count' | 'blankPages' | 'days' | 'lateHours' | 'lat' | 'lon'; // biome-ignore format: a vocabulary reads best as lines of words

/** What stands there instead. */
export type Found = 'missing' | 'nothing' | 'text' | 'number' | 'yes-no' | 'list' | 'empty-list' | 'keys' | 'other';

/** What there is too much of, see `limits`. */
export type Excess = 'bytes' | 'pieces' | 'depth' | 'aliases' | 'entries' | 'text';

/** A group of keys: the file itself, or one entry in it. */
export type Within =
  | 'file'
  | 'stop'
  | 'at'
  | 'traveller'
  | 'passport'
  | 'permit'
  | 'visa'
  | 'entry'
  | 'exit'
  | 'checkIn';

export type ItineraryFault =
  /** `code` is the YAML parser's own. */
  | { rule: 'TJ101'; args: { code: string } }
  /** `meant` is a word that was perhaps meant, or empty. */
  | {
      rule: 'TJ102';
      args: { key: string; expected: Expected; found: Found; value: string; choices: readonly string[]; meant: string };
    }
  | { rule: 'TJ103'; args: { key: string; within: Within; meant: string; known: readonly string[] } }
  | { rule: 'TJ104'; args: { key: string; firstLine: number } }
  | { rule: 'TJ105'; args: { key: string; value: string; why: DateFault | 'before-from'; from: string } }
  | { rule: 'TJ106'; args: { key: 'lat' | 'lon'; value: string } }
  | { rule: 'TJ107'; args: { lat: number; lon: number } }
  /** `line` and `column` in the track file; null where no single place is to blame. */
  | { rule: 'TJ108'; args: { path: string; code: string; line: number | null; column: number | null } }
  /** `key` is empty outside the values, in a comment for one. */
  | { rule: 'TJ110'; args: { key: string; value: string; character: string } }
  | { rule: 'TJ111'; args: { what: Excess; key: string; limit: number } };

/** The fault as a finding. Every text in it has its hidden characters written out. */
export function findFault(fault: ItineraryFault, subject: Subject, span: Span | null): Finding {
  const shown = Object.entries(fault.args).map(([name, value]) => [
    name,
    typeof value === 'string' ? showHidden(value) : value,
  ]);
  return {
    rule: fault.rule,
    severity: 'error',
    confidence: 'certain',
    subject,
    span,
    args: Object.fromEntries(shown) as Finding['args'],
    sources: [],
  };
}

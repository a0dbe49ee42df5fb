/**
 * A trip being written: the YAML text itself, and nothing beside it. Every answer changes that text, the screen shows
 * what is judged of it, and it is what is saved. So a draft is also its own history: an older one is still whole.
 */
import type { Finding } from '../finding.ts';
import { composeYaml } from '../itinerary/compose.ts';
import { findFault } from '../itinerary/fault.ts';
import { fileKeys, parseItinerary } from '../itinerary/parse.ts';
import { spanBetween } from '../itinerary/spans.ts';
import { type Change, changeText } from './text/change.ts';
import { isSame, meaningOf } from './text/plain.ts';
import { readTree } from './text/tree.ts';
import { isGuided, keyWords, opening } from './words-for-keys.ts';

export interface Draft {
  readonly text: string;
  /** The text as it was opened. Answers that come back to what it says come back to it, letter by letter. */
  readonly origin: string;
}

/** Where a project that has the package finds what its editor completes from. */
const SCHEMA = './node_modules/tajcheck/data/schema/itinerary.schema.json';

/** The beginning of a file: what it is, and no answer yet. `schema` is the path of the schema; null: none is named. */
export function newDraft(schema: string | null = SCHEMA): Draft {
  const text = opening(schema);
  return { text, origin: text };
}

/** A file that is there; `faults` when it is no YAML, or of a version of its own. What is not understood in it stays. */
export function openDraft(text: string): { readonly draft: Draft } | { readonly faults: readonly Finding[] } {
  const { lines, faults, root } = composeYaml(text);
  if (faults.length > 0) {
    return { faults: faults.map(({ fault, start, end }) => findFault(fault, 'file', spanBetween(lines, start, end))) };
  }
  const draft = { text, origin: text };
  if (root === null) return { draft };
  const tree = readTree(text);
  if (tree === null) {
    const fault = { rule: 'TJ111', args: { what: 'aliases', key: '', limit: 100 } } as const;
    return { faults: [findFault(fault, 'file', spanBetween(lines, 0, 1))] };
  }
  const isKeys = tree.plain instanceof Map;
  const version = tree.plain instanceof Map ? (tree.plain.get('tajcheck') ?? 1) : null;
  return isKeys && version === 1 ? { draft } : { faults: parseItinerary(text).findings };
}

export const textOf = ({ text }: Draft): string => text;

/** The draft with one change made. */
export function edit(draft: Draft, change: Change): Draft {
  const text = changeText(draft.text, change, isGuided(draft.text) ? keyWords : null);
  return { ...draft, text: comesBack(text, draft.origin) ? draft.origin : text };
}

function comesBack(text: string, origin: string): boolean {
  const [now, then] = [readTree(text), readTree(origin)];
  return now !== null && then !== null && isSame(meaningOf(now.plain), meaningOf(then.plain));
}

/** Keys of the file in the order in which it is written. */
export const fileOrder: readonly string[] = fileKeys;

/** The lines that a comment speaks of. */
import { isMap, isNode, isSeq, type Node, visit } from 'yaml';
import { composeYaml } from '../itinerary/compose.ts';
import { spanOf } from '../itinerary/spans.ts';
import type { SilencingComment } from './comments.ts';

/** First and last line. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/**
 * At the end of a line: that line. On a line of its own: the next line that says something, and the entry of a list
 * or the key with its value that begins there. Null where nothing follows.
 */
export function reachOf(text: string): (comment: SilencingComment) => Reach | null {
  const rows = text.split('\n');
  const entries = entriesOf(text);
  const nextSaid = nextSaidOf(rows);
  return ({ span, isAlone }) => {
    if (!isAlone) return { from: span.line, to: span.line };
    const from = nextSaid[span.line];
    if (from === 0) return null;
    // An entry that begins there: above its text stand only its dash, its anchor and its tag.
    let last = from;
    while (last < rows.length && bare.test(rows[last - 1])) last++;
    const entry = entries.find(({ line, before }) => line >= from && line <= last && bare.test(before));
    return { from, to: entry?.to ?? from };
  };
}

/** By index of a row, the line from there on that is neither blank nor comment; 0: none is. */
function nextSaidOf(rows: readonly string[]): Uint32Array {
  const next = new Uint32Array(rows.length + 1);
  for (let at = rows.length - 1; at >= 0; at--) next[at] = /^[\s\uFEFF]*(#|$)/.test(rows[at]) ? next[at + 1] : at + 1;
  return next;
}

interface Entry {
  /** Where its text begins. */
  readonly line: number;
  /** What stands before it on that line. */
  readonly before: string;
  readonly to: number;
}

/** A dash, an anchor and a tag, or a comment, and nothing else. */
const bare = /^[\s\uFEFF]*(?:(?:[-?]|[&!]\S*)(?:\s+|$))*(?:#.*)?$/;

/** Every entry of a list and every key with its value, the outer before the inner. */
function entriesOf(text: string): Entry[] {
  const { root, lines } = composeYaml(text);
  const entries: Entry[] = [];
  const add = (first: unknown, last: unknown): void => {
    if (!isNode(first) || !first.range) return;
    const { line, column } = spanOf(text, lines, first);
    const start = first.range[0];
    const end = isNode(last) && last.range ? last : first;
    const to = Math.max(line, spanOf(text, lines, end as Node).endLine);
    entries.push({ line, before: text.slice(start - column + 1, start), to });
  };
  visit(root, (_key, node) => {
    if (isSeq(node)) for (const item of node.items) add(item, item);
    if (isMap(node)) for (const { key, value } of node.items) add(key, value);
  });
  return entries.sort((a, b) => a.line - b.line || b.to - a.to);
}

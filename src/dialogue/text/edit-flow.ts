/** Entries between brackets, on one line or with a line for each. */
import { cut, extentOf, insertLines } from './lines.ts';
import { type Collection, entriesOf, lineStart, nextLine } from './tree.ts';

/** `entry` is written before the one at `at`, or at the end. */
export function insertFlow(text: string, list: Collection, at: number, entry: string): string {
  const entries = entriesOf(text, list);
  const open = list.range![0] + 1;
  if (entries.length === 0) {
    const close = list.range![1] - 1;
    const isMultiline = text.slice(open, close).includes('\n');
    const put = text[open - 1] === '{' ? ` ${entry} ` : entry;
    return isMultiline ? cut(text, open, open, put) : cut(text, open, close, put);
  }
  const beside = Math.max(0, at - 1);
  const from = nextLine(text, open);
  const own = extentOf(text, entries, beside, from);
  if (own === null) {
    return at === 0
      ? cut(text, entries[0].start, entries[0].start, `${entry}, `)
      : cut(text, entries[beside].end, entries[beside].end, `, ${entry}`);
  }
  const indent = ' '.repeat(entries[beside].start - lineStart(text, entries[beside].start));
  if (at === 0) return insertLines(text, own.start, [`${indent}${entry},`]);
  const hasComma = text[entries[beside].end] === ',';
  const isLast = at === entries.length;
  const added = insertLines(text, own.end, [`${indent}${entry}${isLast && !hasComma ? '' : ','}`]);
  return hasComma ? added : cut(added, entries[beside].end, entries[beside].end, ',');
}

export function removeFlow(text: string, list: Collection, at: number): string {
  const entries = entriesOf(text, list);
  const own = extentOf(text, entries, at, nextLine(text, list.range![0]));
  if (own !== null) return cut(text, own.start, own.end);
  if (entries.length === 1) return cut(text, list.range![0] + 1, list.range![1] - 1);
  if (at + 1 < entries.length) return cut(text, entries[at].start, entries[at + 1].start);
  return cut(text, entries[at - 1].end, entries[at].end);
}

export function moveFlow(text: string, list: Collection, from: number, to: number): string {
  const entries = entriesOf(text, list);
  const top = nextLine(text, list.range![0]);
  const last = entries[entries.length - 1];
  if (entries.every((_, at) => extentOf(text, entries, at, top) !== null)) {
    // Every line ends with a comma then, and lines change places with their comments.
    if (text[last.end] !== ',') return moveWhole(cut(text, last.end, last.end, ','), list, from, to, true);
    return moveWhole(text, list, from, to, true);
  }
  return moveWhole(text, list, from, to, false);
}

function moveWhole(text: string, list: Collection, from: number, to: number, isByLine: boolean): string {
  const entries = entriesOf(text, list);
  const top = nextLine(text, list.range![0]);
  const slots = entries.map((entry, at) => (isByLine ? extentOf(text, entries, at, top)! : entry));
  const own = slots.map(({ start, end }) => text.slice(start, end));
  own.splice(to, 0, ...own.splice(from, 1));
  let moved = text;
  for (let at = slots.length - 1; at >= 0; at--) moved = cut(moved, slots[at].start, slots[at].end, own[at]);
  return moved;
}

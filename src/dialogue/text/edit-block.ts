/** Entries of lists with dashes, and of keys one below the other. */
import { isMap } from 'yaml';
import { blankLinesAbove, blankLinesBelow, cut, extentOf, insertLines } from './lines.ts';
import type { Plain } from './plain.ts';
import { type Collection, type Entry, entriesOf, isBlock, isCollection, lineStart, nextLine } from './tree.ts';
import { writeItem } from './write-value.ts';

/** Where the comments above the first entry may begin: those at the top of a file are the file's. */
function topOf(text: string, list: Collection, entries: readonly Entry[]): number {
  const { start } = entries[0];
  const isFile = isMap(list) && start === lineStart(text, start) && previousText(text, start) === 0;
  return isFile ? start : nextLine(text, previousText(text, start));
}

/** The last sign before an offset that is neither space nor comment. */
function previousText(text: string, at: number): number {
  let line = lineStart(text, at);
  if (text.slice(line, at).trim() !== '') return at;
  while (line > 0) {
    const above = lineStart(text, line - 1);
    if (!/^[ \t]*(#.*)?\r?\n$/.test(text.slice(above, line))) return above;
    line = above;
  }
  return 0;
}

/** `lines` without indentation, in the list's own column, before entry `at` or at the end. */
export function insertBlock(text: string, list: Collection, at: number, lines: readonly string[]): string {
  const entries = entriesOf(text, list);
  const column = entries[0].start - lineStart(text, entries[0].start);
  const indented = lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line));
  const from = topOf(text, list, entries);
  const place = at === 0 ? extentOf(text, entries, 0, from)?.start : extentOf(text, entries, at - 1, from)?.end;
  return insertLines(text, place ?? nextLine(text, entries[Math.max(0, at - 1)].end), indented);
}

/** An entry is written as those beside it are: on one line, or a line for each key. */
export function insertBlockItem(text: string, list: Collection, at: number, value: Plain): string {
  const beside = (list.items[Math.max(0, at - 1)] ?? null) as Entry['value'];
  const style = isCollection(beside) && isBlock(beside) && isMap(beside) ? 'block' : 'flow';
  return insertBlock(text, list, at, writeItem(value, style));
}

/** With its own comments. Never the last one left: an empty list cannot be written like this. */
export function removeBlock(text: string, list: Collection, at: number): string {
  const entries = entriesOf(text, list);
  const from = topOf(text, list, entries);
  const own = extentOf(text, entries, at, from);
  if (own === null) {
    const next = entries[at + 1]?.start ?? entries[at].end;
    return cut(text, entries[at].start, next);
  }
  if (at === 0) return cut(text, own.start, blankLinesBelow(text, own.end));
  return cut(text, blankLinesAbove(text, own.start, nextLine(text, entries[at - 1].end)), own.end);
}

/** The entries and their comments change places; the blank lines and headings between them stay. */
export function moveBlock(text: string, list: Collection, from: number, to: number): string | null {
  const entries = entriesOf(text, list);
  const top = topOf(text, list, entries);
  const ended = /\n$/.test(text) ? text : `${text}\n`;
  const slots = entries.map((_, at) => extentOf(ended, entries, at, top));
  if (slots.some((slot) => slot === null)) return null;
  const own = slots.map((slot) => ended.slice(slot!.start, slot!.end));
  own.splice(to, 0, ...own.splice(from, 1));
  let moved = ended;
  for (let at = slots.length - 1; at >= 0; at--) moved = cut(moved, slots[at]!.start, slots[at]!.end, own[at]);
  return ended === text ? moved : moved.replace(/\n$/, '');
}

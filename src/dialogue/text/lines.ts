/** The lines that an entry has for itself: its own, the comments right above it, and those set in below it. */
import { type Entry, lineStart, nextLine } from './tree.ts';

export interface Extent {
  /** The comments right above count. */
  readonly start: number;
  /** Where the entry's first line begins. */
  readonly first: number;
  /** Offset of the line after its last. */
  readonly end: number;
}

const isComment = (line: string): boolean => /^[ \t]*#/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/** Null when the entry begins or ends on a line that holds other things too. */
export function extentOf(text: string, entries: readonly Entry[], at: number, from: number): Extent | null {
  const { start, end } = entries[at];
  const first = lineStart(text, start);
  const last = nextLine(text, end);
  const isAlone = isBlank(text.slice(first, start)) && /^,?[ \t]*(#.*)?\r?\n?$/.test(text.slice(end, last));
  const above = at === 0 ? from : below(text, entries[at - 1]);
  if (!isAlone || first < above) return null;
  return { start: ownComments(text, first, above), first, end: below(text, entries[at]) };
}

/** Behind the entry's last line and the comments below that are set in deeper. */
function below(text: string, { start, end }: Entry): number {
  const column = start - lineStart(text, start);
  let at = nextLine(text, end);
  while (at < text.length) {
    const line = text.slice(at, nextLine(text, at));
    if (!isComment(line) || line.search(/#/) <= column) break;
    at = nextLine(text, at);
  }
  return at;
}

/** Where the comments that stand right above a line begin. */
function ownComments(text: string, line: number, least: number): number {
  let at = line;
  while (at > least) {
    const above = lineStart(text, at - 1);
    if (above < least || !isComment(text.slice(above, at))) break;
    at = above;
  }
  return at;
}

export function blankLinesAbove(text: string, line: number, least: number): number {
  let at = line;
  while (at > least) {
    const above = lineStart(text, at - 1);
    if (above < least || !isBlank(text.slice(above, at))) break;
    at = above;
  }
  return at;
}

export function blankLinesBelow(text: string, line: number): number {
  let at = line;
  while (at < text.length && isBlank(text.slice(at, nextLine(text, at)))) at = nextLine(text, at);
  return at;
}

/** What a new line of this text ends with. */
export const lineBreak = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Whole lines put in before an offset that begins one; the text before it is ended where it is not. */
export function insertLines(text: string, at: number, lines: readonly string[]): string {
  const end = lineBreak(text);
  const before = text.slice(0, at);
  const opened = before === '' || before.endsWith('\n') ? before : before + end;
  return opened + lines.map((line) => line + end).join('') + text.slice(at);
}

export const cut = (text: string, from: number, to: number, put = ''): string =>
  text.slice(0, from) + put + text.slice(to);

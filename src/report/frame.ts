/** The lines of the file that a finding is about, with carets under the stretch it means. */
import { escapeForTerminal } from '../terminal/escape.ts';
import { characterWidth, textWidth } from '../terminal/width.ts';

/** Lines and columns count from 1, columns in UTF-16 units; the end column is exclusive and may be unknown. */
export interface FrameSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

/** A stretch over many lines is shown by its first ones. */
const MOST_LINES = 3;
/** Columns kept in sight to the left of the caret when a long line is cropped. */
const BEFORE_CARET = 12;

/** The frame as plain lines, none wider than `width`; empty when the source has no such line. */
export function frameSource(source: string, span: FrameSpan, width: number): string[] {
  const sourceLines = source.split(/\r\n|\r|\n/);
  if (span.line < 1 || span.line > sourceLines.length) return [];
  const endLine = Math.max(span.line, Math.min(span.endLine ?? span.line, sourceLines.length));
  const last = Math.min(endLine, span.line + MOST_LINES - 1);
  const gutter = String(last).length;
  const room = Math.max(4, width - gutter - 3);

  const lines: string[] = [];
  for (let number = span.line; number <= last; number++) {
    const text = sourceLines[number - 1];
    const first = number === span.line;
    const from = first ? span.column - 1 : text.length - text.trimStart().length;
    const to =
      number === endLine && span.endColumn !== null
        ? span.endColumn - 1
        : first && span.endColumn === null
          ? from + 1
          : text.trimEnd().length;
    const { shown, caretAt, caretWidth } = cropAround(text, from, to, room);
    lines.push(`${String(number).padStart(gutter)} | ${shown}`.trimEnd());
    lines.push(`${' '.repeat(gutter)} | ${' '.repeat(caretAt)}${'^'.repeat(caretWidth)}`);
  }
  if (last < endLine) lines.push(`${' '.repeat(gutter)} | … to line ${endLine}`);
  return lines;
}

/** The part of a line around `from`..`to` that fits, and where the carets go. */
function cropAround(text: string, from: number, to: number, room: number) {
  const before = showLine(text.slice(0, from));
  const marked = showLine(text.slice(from, Math.max(from, to)));
  // An order in a log may lie across a seam.
  const whole = escapeForTerminal(before + marked + showLine(text.slice(Math.max(from, to))));
  const start = textWidth(before);
  const wide = Math.max(1, textWidth(marked));
  if (textWidth(whole) < room)
    return { shown: whole, caretAt: start, caretWidth: Math.min(wide, Math.max(1, room - start)) };

  const skip = start + Math.min(wide, room) < room ? 0 : start - Math.min(BEFORE_CARET, Math.floor(room / 3));
  const shown = cutColumns(whole, skip, room);
  const caretAt = start - skip;
  return { shown, caretAt, caretWidth: Math.max(1, Math.min(wide, room - caretAt - 1)) };
}

/** Columns `skip` to `skip + room` of a plain text, with an ellipsis where something was left off. */
function cutColumns(text: string, skip: number, room: number): string {
  let at = 0;
  let shown = '';
  for (const character of text) {
    const columns = characterWidth(character);
    if (at >= skip && at + columns <= skip + room) shown += character;
    at += columns;
  }
  if (skip > 0) shown = `…${[...shown].slice(1).join('')}`;
  return at > skip + room ? `${[...shown].slice(0, -1).join('')}…` : shown;
}

/** A tab takes two columns; everything a terminal would act on is made visible. */
function showLine(text: string): string {
  return escapeForTerminal(text.replaceAll('\t', '  '));
}

import { characterWidth, colourEscape, textWidth } from './width.ts';

/**
 * Lines of at most `width` columns. The first is indented by `indent`, the others by `hang`. Blanks inside a line
 * are kept, so columns stay columns. A word longer than a line is cut. Colour is closed at the end of every
 * line and opened again on the next, so that each line can stand alone.
 */
export function wrap(text: string, width: number, indent = 0, hang = indent): string[] {
  // Most text fits.
  if (!text.includes('\u001b') && textWidth(text) <= width - indent) return [trimSpaces(' '.repeat(indent) + text)];
  const lines: string[] = [];
  /** Colours in force, by the code that closes them. */
  const open = new Map<string, string>();
  let line = '';
  let used = 0;
  const margin = () => (lines.length === 0 ? indent : hang);
  const room = () => Math.max(2, width - margin());
  const flush = () => {
    const closing = [...open.keys()].map((code) => `\u001b[${code}m`).join('');
    lines.push(' '.repeat(margin()) + trimSpaces(line) + closing);
    line = [...open.values()].join('');
    used = 0;
  };

  for (let at = 0; at < text.length; ) {
    const start = at;
    while (text[at] === ' ') at++;
    const gap = text.slice(start, at);
    const space = text.indexOf(' ', at);
    const word = text.slice(at, space === -1 ? text.length : space);
    at += word.length;
    if (word === '') break;
    const columns = textWidth(word);
    if (used > 0 && used + gap.length + columns > room()) flush();
    else if (used + gap.length < room()) {
      line += gap;
      used += gap.length;
    }
    if (used + columns <= room() && !word.includes('\u001b')) {
      line += word;
      used += columns;
      continue;
    }
    for (const piece of word.match(pieces) ?? []) {
      if (piece.startsWith('\u001b[')) {
        trackColour(open, piece);
      } else {
        const wide = characterWidth(piece);
        if (used > 0 && used + wide > room()) flush();
        used += wide;
      }
      line += piece;
    }
  }
  if (used > 0 || lines.length === 0) flush();
  return lines;
}

/** Colour escapes whole, everything else by character. */
const pieces = new RegExp(`${colourEscape.source}|.`, 'gsu');

function trackColour(open: Map<string, string>, sequence: string): void {
  const code = sequence.slice(2, -1);
  if (open.delete(code)) return;
  const closer = closerOf(Number(code.split(';')[0]));
  if (closer) open.set(closer, (open.get(closer) ?? '') + sequence);
}

/** The code that ends what `code` begins. */
function closerOf(code: number): string | null {
  if (code === 1 || code === 2) return '22';
  if (code === 3 || code === 4) return String(20 + code);
  if ((code >= 30 && code <= 38) || (code >= 90 && code <= 97)) return '39';
  if ((code >= 40 && code <= 48) || (code >= 100 && code <= 107)) return '49';
  return null;
}

/** Spaces only: another kind of blank may be all of a name. */
const trimSpaces = (line: string): string => line.replace(/ +$/, '');

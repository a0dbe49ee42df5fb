/** How many columns text takes on a terminal. Colour escapes take none. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour escape is a control sequence
export const colourEscape = /\u001b\[[0-9;]*m/g;

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const doubleWidth =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]$/u;

export function textWidth(text: string): number {
  // Most text is plain ASCII.
  if (/^[ -~]*$/.test(text)) return text.length;
  const plain = text.includes('\u001b') ? text.replace(colourEscape, '') : text;
  let width = 0;
  for (const character of plain) width += characterWidth(character);
  return width;
}

/** Columns of one code point. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  // Latin, Greek, Cyrillic and our own punctuation, without waking the large tables below.
  if (code < 0x300) return 1;
  if ((code >= 0x370 && code <= 0x482) || (code >= 0x48a && code <= 0x52f)) return 1;
  if (code >= 0x2010 && code <= 0x2027) return 1;
  if (zeroWidth.test(character)) return 0;
  return doubleWidth.test(character) ? 2 : 1;
}

/** Plain text cut to a width, its last column an ellipsis where something was cut. */
export function cropText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return `${takeWidth(text, width - 1)}…`;
}

/** As much of the start of a plain text as fits. */
function takeWidth(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

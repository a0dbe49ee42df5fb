/**
 * Characters that a reader does not see but a terminal, a browser or an eye obeys: control characters and
 * terminal escapes, bidirectional overrides, invisible marks, halves of surrogate pairs, line separators.
 * The joiners U+200C and U+200D stay: Persian and Indic names are spelt with them.
 */
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;
const everyHidden = new RegExp(hidden, 'gu');

/** Where the first hidden character stands; -1 without one. */
export const findHidden = (text: string): number => text.search(hidden);

/** `text` with every hidden character written out, as in `Khorog<U+001B>[2J`, cut to what a sentence bears. */
export function showHidden(text: string, most = 60): string {
  const shown = text.replace(everyHidden, nameCharacter);
  const characters = [...shown];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : shown;
}

/** `U+202E` in angle brackets. */
export function nameCharacter(character: string): string {
  return `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}

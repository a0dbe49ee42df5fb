/** Texts of somebody else in a YAML file: none can end a value or a comment, or become an order in one. */
import { type Document, isMap, isScalar, Scalar } from 'yaml';
import { findHidden } from '../itinerary/hidden-characters.ts';
import { wish } from '../suppress/comments.ts';
import { escapeForTerminal } from '../terminal/escape.ts';

/** Longest text of a file in a comment: a note is for the reader, not for the archive. */
const longest = 300;

/** Text of the file in a comment: on one line, and neither an order to a log nor a wish to `tajcheck check`. */
export function calm(text: string): string {
  const line = escapeForTerminal(text.replace(/\s+/gu, ' ').trim()).replace(
    wishes,
    (word) => `${word.slice(0, 3)}·${word.slice(3)}`,
  );
  return line.length <= longest ? line : `${Array.from(line).slice(0, longest).join('')}…`;
}

const wishes = new RegExp(wish.source, 'gi');

/** What `escapeSuspect` writes as escapes, which only double quotes know. */
const orders = /:[\u200c\u200d]*(?=:)|#[\u200c\u200d]*(?=#)/;

const isSuspect = (text: string): boolean => findHidden(text) !== -1 || orders.test(text);

export function quoteSuspect(document: Document): void {
  const open: unknown[] = [document.contents];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isScalar(node) && typeof node.value === 'string' && isSuspect(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    else if (isMap(node)) open.push(...node.items.map(({ value }) => value));
    else if (node !== null && typeof node === 'object' && 'items' in node) open.push(...(node.items as unknown[]));
  }
}

/** Every such character stands in a double-quoted value by now: comments have none, and the words of ours neither. */
export function escapeSuspect(text: string): string {
  return text
    .replace(/(?![\n\u200c\u200d])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}]/gu, (character) => {
      const hex = character.codePointAt(0)!.toString(16);
      return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
    })
    .replace(/(?<=:[\u200c\u200d]*):/g, '\\x3a')
    .replace(/(?<=#[\u200c\u200d]*)#/g, '\\x23');
}

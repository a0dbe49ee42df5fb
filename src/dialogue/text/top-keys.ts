/** Keys of the file itself, put in at their place in its order, with a line of explanation where the file has such. */
import { extentOf, insertLines } from './lines.ts';
import type { Plain } from './plain.ts';
import { type Collection, entriesOf } from './tree.ts';
import { writeKey } from './write-value.ts';

/** What each key is, in one line or two. */
export type KeyWords = Readonly<Record<string, readonly string[]>>;

/** `map` is null for a file that has no key yet. */
export function writeNewKey(
  text: string,
  map: Collection | null,
  key: string,
  value: Plain,
  order: readonly string[],
  words: KeyWords | null,
): string {
  const written = writeKey(key, value);
  const comments = (words?.[key] ?? []).map((line) => `# ${line}`);
  const isApart = comments.length > 0 || (written.length > 1 && /\n\r?\n/.test(text));
  const lines = [...(isApart ? [''] : []), ...comments, ...written];
  if (map === null) return insertLines(text, text.length, lines);
  const entries = entriesOf(text, map);
  const before = order.slice(0, order.indexOf(key));
  const at = entries.findLastIndex((entry) => before.includes(entry.key));
  // Before the first key stand the comments of the file: a new key goes to the end rather than among them.
  const beside = at === -1 ? entries.length - 1 : at;
  const place = extentOf(text, entries, beside, 0)?.end ?? text.length;
  return insertLines(text, place, lines);
}

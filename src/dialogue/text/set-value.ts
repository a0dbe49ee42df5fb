/** One value written in place of another, as the one before it was written. */
import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { insertBlock, insertBlockItem, removeBlock } from './edit-block.ts';
import { insertFlow, removeFlow } from './edit-flow.ts';
import { cut, lineBreak } from './lines.ts';
import { isPlainList, isPlainMap, isSame, keysOf, type Plain, type PlainMap, plainOf } from './plain.ts';
import { type Collection, type Entry, entriesOf, isBlock, isCollection, type Tree } from './tree.ts';
import { type Quotes, writeFlow, writeText } from './write-value.ts';

type Targets = Tree['targets'];

/** What is written differs: then the text is changed, by the smallest step that does it; the caller goes on from there. */
export function stepTowards(text: string, entry: Entry, value: Plain, targets: Targets): string | null {
  const { value: node } = entry;
  if (isSame(plainOf(node, targets), value)) return null;
  if (isSeq(node) && isPlainList(value)) {
    if (value.length > 0 && node.items.length > 0) return stepList(text, node, value, targets);
  }
  if (isMap(node) && isPlainMap(value) && node.items.length > 0 && value.size > 0) {
    return stepMap(text, node, value, targets);
  }
  return replace(text, entry, value);
}

function replace(text: string, { value: node, start, after, end }: Entry, value: Plain): string {
  const quotes = isScalar(node) ? quotesOf(node) : 'none';
  const written = writeFlow(value, quotes);
  const isEmpty = node === null || (isScalar(node) && node.range![0] === node.range![1]);
  const isBelow = isCollection(node) && isBlock(node);
  // Behind the colon, whatever stood below it.
  if (isEmpty || isBelow) return cut(text, after, end, after === start ? written : ` ${written}`);
  const last = text[node.range![1] - 1] === '\n' ? lineBreak(text) : '';
  return cut(text, node.range![0], node.range![1], written + last);
}

function quotesOf({ type }: Scalar): Quotes {
  return type === 'QUOTE_SINGLE' ? 'single' : type === 'QUOTE_DOUBLE' ? 'double' : 'none';
}

/** One entry put right, taken out or put in; the first that is not as it should be. */
function stepList(text: string, node: Collection, value: readonly Plain[], targets: Targets): string | null {
  const entries = entriesOf(text, node);
  const written = entries.map((entry) => plainOf(entry.value, targets));
  const at = written.findIndex((own, index) => index >= value.length || !isSame(own, value[index]));
  if (at === -1) return insertItem(text, node, entries.length, value[entries.length]);
  const isLeft = value.slice(at).some((own) => isSame(own, written[at]));
  const isWritten = written.slice(at).some((own) => at < value.length && isSame(own, value[at]));
  if (at >= value.length || (!isLeft && isWritten)) return removeItem(text, node, at);
  if (isLeft && !isWritten) return insertItem(text, node, at, value[at]);
  if (isLeft && isWritten) return removeItem(text, node, at);
  return stepTowards(text, entries[at], value[at], targets);
}

function stepMap(text: string, node: Collection, value: PlainMap, targets: Targets): string | null {
  const entries = entriesOf(text, node);
  const keys = keysOf(entries.map(({ key }) => key));
  for (const [at, entry] of entries.entries()) {
    if (!value.has(keys[at])) return removeItem(text, node, at);
    const stepped = stepTowards(text, entry, value.get(keys[at])!, targets);
    if (stepped !== null) return stepped;
  }
  const missing = [...value.keys()].find((key) => !keys.includes(key))!;
  return insertKey(text, node, missing, value.get(missing)!, [...value.keys()]);
}

export function insertItem(text: string, list: Collection, at: number, value: Plain): string {
  return isBlock(list) ? insertBlockItem(text, list, at, value) : insertFlow(text, list, at, writeFlow(value));
}

export function removeItem(text: string, list: Collection, at: number): string {
  return isBlock(list) ? removeBlock(text, list, at) : removeFlow(text, list, at);
}

/** A key is put behind the last of those that come before it in `order`. */
export function insertKey(text: string, map: Collection, key: string, value: Plain, order: readonly string[]): string {
  const before = order.slice(0, order.indexOf(key));
  const at = entriesOf(text, map).findLastIndex((entry) => before.includes(entry.key)) + 1;
  const written = `${writeText(key)}: ${writeFlow(value, 'none', !isBlock(map))}`;
  return isBlock(map) ? insertBlock(text, map, at, [written]) : insertFlow(text, map, at, written);
}

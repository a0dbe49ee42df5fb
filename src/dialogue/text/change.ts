/**
 * One change of a YAML text. It is made where the value stands, and every other line stays as it was. The text is read
 * again afterwards: it must say what was meant to be said and nothing else.
 */
import { isMap, isSeq, parseDocument } from 'yaml';
import { moveBlock } from './edit-block.ts';
import { moveFlow } from './edit-flow.ts';
import { expandAliases } from './expand.ts';
import { AGAIN, isPlainList, isPlainMap, isSame, keysOf, type Plain } from './plain.ts';
import { insertItem, insertKey, removeItem, stepTowards } from './set-value.ts';
import { type KeyWords, writeNewKey } from './top-keys.ts';
import { type Collection, entriesOf, isBlock, isCollection, type Path, readTree, type Tree } from './tree.ts';

export type Change =
  /** `order`: keys of the group as the file should have them. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: Plain; readonly order: readonly string[] }
  /** A group or list of which nothing is left goes with its last entry. */
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'insert'; readonly path: Path; readonly value: Plain; readonly order: readonly string[] }
  | { readonly kind: 'move'; readonly path: Path; readonly to: number };

/** `words` explains keys of the file that are new. */
export function changeText(text: string, asked: Change, words: KeyWords | null): string {
  const tree = readTree(text);
  if (tree === null) throw new Error('the draft is not YAML');
  const change = settle(asked, tree.plain);
  if (change === null) return text;
  const meant = applyTo(tree.plain, change.path, change);
  const { path } = change;
  const node = nodeAt(text, tree.root, path) ?? nodeAt(text, tree.root, path.slice(0, -1));
  for (const start of [() => text, () => expandAliases(tree, node), () => expandAliases(tree)]) {
    const now = readTree(start());
    const made = now && attempt(now, change, meant, words);
    if (made !== null) return made;
  }
  return rewriteKey(text, String(change.path[0]), meant);
}

/** The last resort, by the library: what stands under one key of the file is written anew, and its comments are lost. */
function rewriteKey(text: string, key: string, meant: Plain): string {
  const document = parseDocument(text, { uniqueKeys: false, merge: false });
  const value = isPlainMap(meant) ? meant.get(key) : undefined;
  document.set(key, document.createNode(jsOf(value ?? null), { aliasDuplicateObjects: false }));
  return document.toString({ lineWidth: 0 });
}

function jsOf(value: Plain): unknown {
  if (isPlainList(value)) return value.map(jsOf);
  return isPlainMap(value) ? new Map([...value].map(([key, own]) => [key, jsOf(own)])) : value;
}

/** A file without keys says as little as one with no line in it. */
const isArrived = (now: Plain, meant: Plain): boolean =>
  isSame(now, meant) || (now === null && isPlainMap(meant) && meant.size === 0);

function attempt(tree: Tree, change: Change, meant: Plain, words: KeyWords | null): string | null {
  let now: Tree | null = tree;
  // Far more steps than any value has parts: a change that never arrives is given up.
  for (let step = 0; step < 2000 && now !== null; step++) {
    if (isArrived(now.plain, meant)) return now.text;
    const next: string | null = stepOf(now, change, meant, words);
    if (next === null || next === now.text) return null;
    now = readTree(next);
    // What is put in, moved or taken out by its number is so once.
    if (change.kind !== 'set' && typeof change.path.at(-1) === 'number')
      return now && isSame(now.plain, meant) ? next : null;
  }
  return null;
}

/** The change as it can be made in this file; null when there is nothing to change. */
function settle(change: Change, plain: Plain): Change | null {
  const { path } = change;
  const there = at(plain, path);
  if (change.kind === 'insert') {
    const list = at(plain, path.slice(0, -1));
    if (isPlainList(list) && list.length > 0) return change;
    // One value where a list should be is its first entry.
    const value = typeof list === 'string' ? [list, change.value] : [change.value];
    return { kind: 'set', path: path.slice(0, -1), value, order: change.order };
  }
  if (there === undefined) return change.kind === 'set' ? change : null;
  if (change.kind !== 'remove') return change;
  const owner = at(plain, path.slice(0, -1));
  const isLast = (isPlainList(owner) && owner.length === 1) || (isPlainMap(owner) && owner.size === 1);
  return isLast && path.length > 1 ? settle({ kind: 'remove', path: path.slice(0, -1) }, plain) : change;
}

function at(plain: Plain | undefined, path: Path): Plain | undefined {
  return path.reduce<Plain | undefined>((value, key) => {
    if (isPlainMap(value)) return value.get(String(key));
    return isPlainList(value) && typeof key === 'number' ? value[key] : undefined;
  }, plain);
}

/** What the file says after the change. */
function applyTo(plain: Plain | undefined, path: Path, change: Change): Plain {
  const [key, ...rest] = path;
  if (path.length === 0) return change.kind === 'set' ? change.value : plain!;
  const isHere = rest.length === 0;
  if (typeof key === 'number') {
    const list = [...(isPlainList(plain) ? plain : [])];
    if (!isHere) list[key] = applyTo(list[key], rest, change);
    else if (change.kind === 'set') list[key] = change.value;
    else if (change.kind === 'insert') list.splice(key, 0, change.value);
    else if (change.kind === 'remove') list.splice(key, 1);
    else list.splice(change.to, 0, ...list.splice(key, 1));
    return list;
  }
  const map = new Map(isPlainMap(plain) ? plain : []);
  for (const twin of [...map.keys()]) if (isHere && twin.startsWith(key + AGAIN)) map.delete(twin);
  if (!isHere) map.set(key, applyTo(map.get(key), rest, change));
  else if (change.kind === 'set') map.set(key, change.value);
  else map.delete(key);
  return map;
}

function stepOf(tree: Tree, change: Change, meant: Plain, words: KeyWords | null): string | null {
  const { text, root, targets } = tree;
  const [owner, key] = [change.path.slice(0, -1), change.path.at(-1)!];
  const group = owner.length === 0 ? root : nodeAt(text, root, owner);
  if (root === null && change.kind !== 'set') return null;
  if (root === null) return writeNewKey(text, null, String(key), valueIn(change), [], words);
  if (!isCollection(group)) return change.kind === 'set' ? putGroup(tree, change, meant) : null;
  const entries = entriesOf(text, group);
  if (change.kind === 'insert') return insertItem(text, group, Number(key), change.value);
  if (change.kind === 'move') {
    return isBlock(group)
      ? moveBlock(text, group, Number(key), change.to)
      : moveFlow(text, group, Number(key), change.to);
  }
  const found = typeof key === 'number' ? key : entries.findIndex((entry) => entry.key === key);
  if (change.kind === 'remove') return found === -1 ? null : removeItem(text, group, found);
  const twin =
    typeof key === 'string'
      ? keysOf(entries.map((entry) => entry.key)).findLastIndex((own) => own.startsWith(key + AGAIN))
      : -1;
  if (twin !== -1) return removeItem(text, group, twin);
  if (found !== -1) return stepTowards(text, entries[found], change.value, targets);
  if (owner.length === 0 && isBlock(group))
    return writeNewKey(text, group, String(key), change.value, change.order, words);
  return insertKey(text, group, String(key), change.value, change.order);
}

/** A bare value, or nothing, stands where a group of keys is wanted: the group is written whole. */
function putGroup(tree: Tree, change: Change, meant: Plain): string | null {
  const { text, root, targets } = tree;
  const path = change.path.slice(0, -1);
  const owner = path.length === 1 ? root : nodeAt(text, root, path.slice(0, -1));
  if (!isCollection(owner)) return null;
  const entries = entriesOf(text, owner);
  const key = path.at(-1);
  const found = typeof key === 'number' ? key : entries.findIndex((entry) => entry.key === key);
  const value = at(meant, path);
  if (value === undefined) return null;
  return found === -1
    ? insertKey(text, owner, String(key), value, [])
    : stepTowards(text, entries[found], value, targets);
}

const valueIn = (change: Change): Plain => (change.kind === 'set' ? change.value : null);

/** Null for what is not written, or written elsewhere and only named here. */
function nodeAt(text: string, root: Tree['root'], path: Path): Tree['root'] {
  return path.reduce<Tree['root']>((node, key) => {
    if (isSeq(node) && typeof key === 'number') return (node.items[key] ?? null) as Tree['root'];
    if (!isMap(node)) return null;
    return entriesOf(text, node as Collection).find((entry) => entry.key === key)?.value ?? null;
  }, root);
}

/** YAML text with the place of every piece in it, so that one piece can be changed and all others stay as written. */
import {
  type Alias,
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Parser,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { perText } from '../../remember.ts';
import { type Plain, plainOf } from './plain.ts';

export interface Tree {
  readonly text: string;
  /** Null when nothing but comments is written. */
  readonly root: Node | null;
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly plain: Plain;
}

/** The draft before and after a change, and as it was opened, are asked for again and again. */
const lately = perText<Tree | null>(20);

/** Null for text that is no YAML. What comes from outside has been through `composeYaml` before. */
export const readTree = (text: string): Tree | null => lately(text, () => compose(text));

function compose(text: string): Tree | null {
  const options = {
    prettyErrors: false, uniqueKeys: false, stringKeys: true, merge: false, keepSourceTokens: true,
  } as const; // biome-ignore format: one line of settings
  const [document, second] = new Composer(options).compose(new Parser().parse(text), true, text.length);
  if (second || document.errors.length + document.warnings.length > 0) return null;
  const targets = new Map<Alias, Node>();
  let isSound = true;
  visit(document, {
    Alias: (_key, alias) => {
      const target = alias.resolve(document) as Node | undefined;
      // One that stands for nothing, or for what it is itself a part of.
      if (!target || target.range![1] >= alias.range![1]) isSound = false;
      else targets.set(alias, target);
    },
  });
  const root = document.contents;
  return isSound && sizeOf(root, targets) < MOST ? { text, root, targets, plain: plainOf(root, targets) } : null;
}

/** Values that a file may have once its aliases are written out: they may stand for each other many times over. */
const MOST = 100_000;

function sizeOf(node: Node | null, targets: ReadonlyMap<Alias, Node>, left = MOST): number {
  if (left <= 0) return MOST;
  if (isAlias(node)) return sizeOf(targets.get(node) ?? null, targets, left);
  if (!isCollection(node)) return 1;
  let size = 1;
  for (const item of node.items) {
    const value = isMap(node) ? (item as { value: unknown }).value : item;
    size += sizeOf(value as Node | null, targets, left - size);
    if (size >= left) return MOST;
  }
  return size;
}

export type Collection = YAMLMap | YAMLSeq;
export type Path = readonly (string | number)[];

/** An entry of a list, or a key with its value. */
export interface Entry {
  /** The key's name; empty in a list. */
  readonly key: string;
  readonly value: Node | null;
  /** Offset of its first sign: the dash, the key, or what stands before it. */
  readonly start: number;
  /** Offset behind its last sign; comments are not counted. */
  readonly end: number;
  /** Offset behind the colon or the dash. */
  readonly after: number;
}

export const isCollection = (node: Node | null): node is Collection => isMap(node) || isSeq(node);
export const isBlock = (node: Collection): boolean => !node.flow;

interface Token {
  readonly type: string;
  readonly offset: number;
  readonly source: string;
}
interface SourceItem {
  readonly start: readonly Token[];
  readonly sep?: readonly Token[];
}

const marks = ['seq-item-ind', 'explicit-key-ind', 'anchor', 'tag'];

export function entriesOf(text: string, node: Collection): Entry[] {
  if (isMap(node)) {
    return node.items.map((pair) => {
      const key = pair.key as Node & { value?: unknown };
      const source = (pair as { srcToken?: SourceItem }).srcToken;
      const mark = source?.start.find(({ type }) => marks.includes(type));
      const colon = source?.sep?.find(({ type }) => type === 'map-value-ind');
      const keyEnd = key.range![1];
      const after = colon ? colon.offset + 1 : keyEnd;
      const value = pair.value as Node | null;
      const start = mark?.offset ?? key.range![0];
      return { key: String(key.value ?? ''), value, start, after, end: endOf(text, value, after) };
    });
  }
  const sources = (node.srcToken as { items?: readonly SourceItem[] } | undefined)?.items ?? [];
  return node.items.map((item, at) => {
    const value = item as Node | null;
    const mark = sources[at]?.start.find(({ type }) => marks.includes(type));
    const start = mark?.offset ?? value?.range?.[0] ?? 0;
    const after = mark?.type === 'seq-item-ind' ? mark.offset + 1 : start;
    return { key: '', value, start, after, end: endOf(text, value, after) };
  });
}

/** A block ends with its last entry, not with the comments and blank lines that follow. */
function endOf(text: string, node: Node | null, least: number): number {
  if (node === null) return least;
  if (isCollection(node) && isBlock(node)) return entriesOf(text, node).at(-1)?.end ?? least;
  const [start, end] = node.range!;
  if (start === end) return isAlias(node) ? end : least;
  // The blank lines at the end of such a text may count; its last line ends with it.
  if (isScalar(node) && node.type?.startsWith('BLOCK') && text[end - 1] === '\n') return Math.max(least, end - 1);
  return Math.max(least, start + text.slice(start, end).trimEnd().length);
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** Offset of the next line, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** What a piece of YAML says, whatever way it is written. */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

export type Plain = string | number | boolean | null | readonly Plain[] | PlainMap;
/** Keys in the order of the file; one that is written again has a number behind it, see `keysOf`. */
export type PlainMap = ReadonlyMap<string, Plain>;

export const isPlainMap = (value: Plain | undefined): value is PlainMap => value instanceof Map;
export const isPlainList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value);

export function plainOf(node: Node | null, targets: ReadonlyMap<Alias, Node>): Plain {
  if (isAlias(node)) return plainOf(targets.get(node) ?? null, targets);
  if (isSeq(node)) return node.items.map((item) => plainOf(item as Node | null, targets));
  if (isMap(node)) {
    const keys = keysOf(node.items.map(({ key }) => keyText(key)));
    return new Map(node.items.map(({ value }, at) => [keys[at], plainOf(value as Node | null, targets)]));
  }
  const value = isScalar(node) ? node.value : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Between a key and its number where it is written more than once. */
export const AGAIN = '\u0000';

export function keysOf(written: readonly string[]): string[] {
  const times = new Map<string, number>();
  return written.map((key) => {
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return before === 0 ? key : `${key}${AGAIN}${before}`;
  });
}

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value ?? '') : '');

/** The same, the order of keys apart. */
export function isSame(a: Plain, b: Plain): boolean {
  if (isPlainList(a) || isPlainList(b)) {
    return isPlainList(a) && isPlainList(b) && a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  }
  if (isPlainMap(a) || isPlainMap(b)) {
    if (!isPlainMap(a) || !isPlainMap(b) || a.size !== b.size) return false;
    return [...a].every(([key, value]) => b.has(key) && isSame(value, b.get(key)!));
  }
  return Object.is(a, b);
}

/** What the reader of itineraries makes no difference between, written one way. */
export function meaningOf(value: Plain): Plain {
  if (isPlainList(value)) return value.length === 1 && typeof value[0] === 'string' ? value[0] : value.map(meaningOf);
  if (!isPlainMap(value)) return value;
  const said = [...value].filter(([key, own]) => !(key === 'nights' && own === 0));
  if (said.length === 1 && said[0][0] === 'place') return said[0][1];
  return new Map(said.map(([key, own]) => [key, meaningOf(own)]));
}

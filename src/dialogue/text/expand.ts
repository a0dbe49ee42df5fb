/** Aliases written out: a value that stands for another must not change with it, nor go when it goes. */
import { type Alias, type Node, visit } from 'yaml';
import { cut } from './lines.ts';
import { plainOf } from './plain.ts';
import type { Tree } from './tree.ts';
import { writeFlow } from './write-value.ts';

/** `within`: only those that stand for something there, or for what holds it; absent: all. */
export function expandAliases({ text, root, targets }: Tree, within?: Node | null): string {
  const aliases: Alias[] = [];
  if (root !== null) visit(root, { Alias: (_key, alias) => void aliases.push(alias) });
  return aliases
    .filter((alias) => within === undefined || (within !== null && overlap(targets.get(alias)!, within)))
    .reduceRight((expanded, alias) => {
      const [start, end] = alias.range!;
      return cut(expanded, start, end, writeFlow(plainOf(alias, targets)));
    }, text);
}

const overlap = (a: Node, b: Node): boolean => a.range![0] < b.range![1] && b.range![0] < a.range![1];

/** Where a node stands in the file. */
import { isMap, isSeq, type LineCounter, type Node } from 'yaml';
import type { Span } from '../finding.ts';

export function spanOf(text: string, lines: LineCounter, node: Node): Span {
  const [start, valueEnd] = node.range ?? [0, 0];
  let end = Math.max(start, contentEnd(node, valueEnd));
  while (end > start && /\s/.test(text[end - 1])) end--;
  return spanBetween(lines, start, end);
}

export function spanBetween(lines: LineCounter, start: number, end: number): Span {
  const from = lines.linePos(start);
  const to = lines.linePos(end);
  return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}

/** A block ends with its last entry, not with the comments and blank lines that follow. */
function contentEnd(node: Node, valueEnd: number): number {
  if ((!isMap(node) && !isSeq(node)) || node.flow) return valueEnd;
  const last = node.items.at(-1);
  const tail = (isMap(node) ? ((last as { value: unknown })?.value ?? (last as { key: unknown })?.key) : last) as Node;
  return tail?.range ? contentEnd(tail, tail.range[1]) : valueEnd;
}

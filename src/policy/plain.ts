/** YAML as plain values, each with its place in the file. What could be meant in two ways is a fault. */
import { isAlias, isMap, isScalar, isSeq, type Node, visit } from 'yaml';
import type { Span } from '../finding.ts';
import { composeYaml } from '../itinerary/compose.ts';
import { findFault } from '../itinerary/fault.ts';
import { findHidden, nameCharacter } from '../itinerary/hidden-characters.ts';
import { formatItineraryFinding } from '../itinerary/message.ts';
import { spanBetween, spanOf } from '../itinerary/spans.ts';

export interface PolicyFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Path = readonly PropertyKey[];

export interface PlainYaml {
  readonly value: unknown;
  readonly faults: readonly PolicyFault[];
  /** Where a value stands, or its key where it has none; for what is not written the nearest that is. */
  readonly spanAt: (path: Path) => Span;
  /** Where a key stands. */
  readonly keyAt: (path: Path) => Span;
}

export function readPlainYaml(text: string): PlainYaml {
  const { lines, root, faults: broken } = composeYaml(text);
  const faults: PolicyFault[] = [];
  const values = new Map<string, Span>();
  const keys = new Map<string, Span>();
  const say = (message: string, { line, column }: Span): void => void faults.push({ line, column, message });
  for (const { fault, start, end } of broken) {
    const finding = findFault(fault, 'file', spanBetween(lines, start, end));
    const isSecond = fault.rule === 'TJ101' && fault.args.code === 'MULTIPLE_DOCS';
    say(
      isSecond ? 'A policy is one YAML document, without --- lines.' : formatItineraryFinding(finding)!,
      finding.span!,
    );
  }
  const hidden = findHidden(text.replace(/[\t\r\n]/g, ' '));
  if (hidden !== -1 && faults.length === 0) {
    const character = nameCharacter(String.fromCodePoint(text.codePointAt(hidden)!));
    say(`The file hides the character ${character} here.`, spanBetween(lines, hidden, hidden + 1));
  }
  if (root) {
    visit(root, (_key, node) => {
      if (isAlias(node)) say('A policy has no YAML aliases (`*name`): write it out.', spanOf(text, lines, node));
    });
  }
  const start = spanBetween(lines, 0, 0);
  return {
    value: faults.length === 0 && root ? plain(root, []) : null,
    faults,
    spanAt: (path) => nearest(values, path) ?? start,
    keyAt: (path) => keys.get(JSON.stringify(path)) ?? nearest(values, path) ?? start,
  };

  function plain(node: Node | null, path: Path): unknown {
    if (isMap(node)) {
      const entries = node.items.map((pair): [string, unknown] => {
        const key = isScalar(pair.key) ? String(pair.key.value ?? '') : '';
        const own = [...path, key];
        const span = spanOf(text, lines, pair.key as Node);
        const first = keys.get(JSON.stringify(own));
        if (first) say(`The key \`${key}\` was already written on line ${first.line}.`, span);
        // No object can hold it as a key like others.
        if (key === '__proto__') say('The key `__proto__` is not known.', span);
        if (first) return [key, null];
        keys.set(JSON.stringify(own), span);
        values.set(JSON.stringify(own), isEmpty(pair.value) ? span : spanOf(text, lines, pair.value as Node));
        return [key, plain(pair.value as Node | null, own)];
      });
      return Object.fromEntries(entries);
    }
    if (isSeq(node)) {
      return node.items.map((item, at) => {
        const own = [...path, at];
        if (!isEmpty(item)) values.set(JSON.stringify(own), spanOf(text, lines, item as Node));
        return plain(item as Node | null, own);
      });
    }
    return isScalar(node) ? node.value : null;
  }
}

const isEmpty = (node: unknown): boolean => !node || (isScalar(node) && node.value === null);

function nearest(spans: ReadonlyMap<string, Span>, path: Path): Span | null {
  for (let length = path.length; length > 0; length--) {
    const span = spans.get(JSON.stringify(path.slice(0, length)));
    if (span) return span;
  }
  return null;
}

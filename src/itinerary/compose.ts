/**
 * YAML text to nodes with their places in the text, under guard. The parser is driven piece by piece and left
 * as soon as the text nests too deep or runs too long: 1 MiB of brackets would otherwise end the process.
 */
import { type Alias, Composer, isAlias, isNode, Lexer, LineCounter, type Node, Parser, visit } from 'yaml';
import type { Excess, ItineraryFault } from './fault.ts';
import { limits } from './limits.ts';

interface SyntaxFault {
  readonly fault: ItineraryFault;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

export interface ComposedYaml {
  readonly lines: LineCounter;
  /** Null when the text is empty or has faults. */
  readonly root: Node | null;
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly faults: readonly SyntaxFault[];
}

/** Faults reported at most: after a few, one mistake explains the rest. */
const mostFaults = 10;

type Token = ReturnType<Parser['end']> extends Generator<infer T> ? T : never;

export function composeYaml(text: string): ComposedYaml {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const targets = new Map<Alias, Node>();
  const stop = (faults: readonly SyntaxFault[]): ComposedYaml => ({ lines, root: null, targets, faults });
  if (text.length > limits.bytes) return stop([tooMuch('bytes', 0)]);

  const { tokens, faults } = readTokens(text, lines);
  if (faults.length > 0) return stop(faults);

  // Duplicate keys are told apart by the readers; the composer's own search is quadratic.
  const options = { prettyErrors: false, uniqueKeys: false, stringKeys: true, merge: false } as const;
  const [document, second] = new Composer(options).compose(tokens, true, text.length);
  for (const { code, pos } of [...document.errors, ...document.warnings]) {
    faults.push(badYaml(code, pos[0], pos[1]));
  }
  if (second) faults.push(badYaml('MULTIPLE_DOCS', second.range[0]));
  faults.push(...linkAliases(document.contents, targets));
  return faults.length > 0 ? stop(onePerLine(faults, lines)) : { lines, root: document.contents, targets, faults };
}

function readTokens(text: string, lines: LineCounter): { tokens: Token[]; faults: SyntaxFault[] } {
  const parser = new Parser(lines.addNewLine);
  const tokens: Token[] = [];
  let pieces = 0;
  for (const piece of new Lexer().lex(text)) {
    for (const token of parser.next(piece)) tokens.push(token);
    const what = parser.stack.length > limits.depth ? 'depth' : ++pieces > limits.pieces ? 'pieces' : null;
    if (what !== null) return { tokens, faults: [tooMuch(what, Math.max(0, parser.offset - 1))] };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, faults: [] };
}

/** An alias stands for the last node before it that bears its anchor. */
function linkAliases(root: Node | null, targets: Map<Alias, Node>): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const anchors = new Map<string, Node>();
  if (root === null) return faults;
  visit(root, (_key, node) => {
    if (!isNode(node)) return;
    if (!isAlias(node)) {
      if (node.anchor) anchors.set(node.anchor, node);
      return;
    }
    const [start, end] = node.range ?? [0, 1];
    const target = anchors.get(node.source);
    if (target) targets.set(node, target);
    else faults.push(badYaml('BAD_ALIAS', start, end));
    if (targets.size <= limits.aliases) return;
    faults.push(tooMuch('aliases', start));
    return visit.BREAK;
  });
  return faults;
}

function badYaml(code: string, start: number, end = start): SyntaxFault {
  return { fault: { rule: 'TJ101', args: { code } }, start, end: Math.max(end, start + 1) };
}

function tooMuch(what: Exclude<Excess, 'text' | 'entries'>, start: number): SyntaxFault {
  return { fault: { rule: 'TJ111', args: { what, key: '', limit: limits[what] } }, start, end: start + 1 };
}

function onePerLine(faults: readonly SyntaxFault[], lines: LineCounter): SyntaxFault[] {
  const seen = new Set<number>();
  const kept: SyntaxFault[] = [];
  for (const fault of faults) {
    const { line } = lines.linePos(fault.start);
    if (seen.has(line)) continue;
    seen.add(line);
    kept.push(fault);
    if (kept.length === mostFaults) break;
  }
  return kept;
}

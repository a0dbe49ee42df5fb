/** The text of a baseline as its entries. A damaged one excuses nothing: it is refused. */
import { compareText } from '../compare.ts';
import { UsageError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { faultOfDate } from '../itinerary/iso-date.ts';
import type { Baseline, KnownSin } from './baseline.ts';

export const baselineSchema = 'tajcheck-baseline-v1';

/** Throws `UsageError` with file and line of what is wrong. */
export function openBaseline(text: string, file: string): Baseline {
  const refuse = (line: number | null, what: string): never => {
    const hint = 'Take the last version that was good, or delete it and write it anew with --write-baseline.';
    throw new UsageError(`${file}${line === null ? '' : `:${line}`}: ${what}`, hint);
  };
  const lines = text.split('\n');
  const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7})( |\r?$)/.test(line));
  if (conflict !== -1) refuse(conflict + 1, 'the baseline has a merge conflict that is not settled');

  const whole = parse(text, (line) => refuse(line, 'the baseline is not valid JSON'));
  if (!isRecord(whole)) return refuse(1, 'the baseline must be one JSON object');
  if (whole.schema !== baselineSchema) refuse(1, `the baseline must say "schema": "${baselineSchema}"`);
  const extra = Object.keys(whole).find((key) => key !== 'schema' && key !== 'known');
  if (extra !== undefined) refuse(null, `the key ${JSON.stringify(extra)} is not known in a baseline`);
  if (!Array.isArray(whole.known)) return refuse(null, '"known" must be a list');

  const at = linesOfEntries(text);
  const seen = new Map<string, number>();
  const entries = whole.known.map((entry: unknown, index): KnownSin => {
    const line = at[index] ?? 1;
    const fault = faultOf(entry);
    if (fault !== null) refuse(line, fault);
    const known = entry as KnownSin;
    const first = seen.get(keyOf(known));
    if (first !== undefined) refuse(line, `this entry stands on line ${first} already`);
    seen.set(keyOf(known), line);
    return { ...known, line };
  });
  return groupBy(entries.sort(byKind), ({ file: path }) => path);
}

/** One entry of a baseline has it; a copy sent from another thread has it too. */
export const keyOf = ({ file, rule, severity, fingerprint }: KnownSin): string =>
  [file, rule, severity, fingerprint].join('\n');

export function byKind(a: KnownSin, b: KnownSin): number {
  return (
    compareText(a.file, b.file) ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint) ||
    compareText(a.severity, b.severity)
  );
}

function parse(text: string, refuse: (line: number | null) => never): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Not every fault is told with its place; an entry stands on a line of its own.
    const broken = text.split('\n').findIndex((row) => /^\s*\{\s*"file"/.test(row) && !isJson(row));
    return refuse(broken === -1 ? null : broken + 1);
  }
}

function isJson(row: string): boolean {
  try {
    JSON.parse(row.trim().replace(/,$/, ''));
    return true;
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): value is string => typeof value === 'string';

/** What each key of an entry must be. */
const keys: Readonly<Record<string, readonly [what: string, is: (value: unknown) => boolean]>> = {
  file: ['a path below the folder of the baseline, with /', (value) => text(value) && isPath(value)],
  rule: ['a rule such as TJ401', (value) => text(value) && /^TJ\d{3}$/.test(value)],
  severity: ['error, warning or info', (value) => value === 'error' || value === 'warning' || value === 'info'],
  count: ['a whole number from 1', (value) => Number.isSafeInteger(value) && (value as number) >= 1],
  fingerprint: ['16 hexadecimal digits', (value) => text(value) && /^[0-9a-f]{16}$/.test(value)],
  since: ['a date such as 2027-07-03', (value) => text(value) && faultOfDate(value) === null],
  says: ['text', text],
};

const isPath = (path: string): boolean =>
  !/^[A-Za-z]:|\\|\0/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

function faultOf(entry: unknown): string | null {
  if (!isRecord(entry)) return 'an entry must be an object';
  const extra = Object.keys(entry).find((key) => !Object.hasOwn(keys, key));
  if (extra !== undefined) return `the key ${JSON.stringify(extra)} is not known in an entry`;
  for (const [key, [what, is]] of Object.entries(keys)) {
    if (!is(entry[key])) return `"${key}" must be ${what}`;
  }
  return null;
}

/** Line on which each object inside the list begins, however the file is laid out. */
function linesOfEntries(json: string): number[] {
  const starts: number[] = [];
  let line = 1;
  let depth = 0;
  for (const [piece] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]\n]/g)) {
    if (piece === '\n') line++;
    else if (piece === '{' || piece === '[') {
      depth++;
      if (depth === 3) starts.push(line);
    } else if (piece === '}' || piece === ']') depth--;
  }
  return starts;
}

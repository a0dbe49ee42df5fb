/** The text of `tajcheck.config.yaml` as a policy, or everything that is wrong with it. Loaded only where there is one. */

import { sayMisfit, sayToothless, sayUnknownKey } from './fault-words.ts';
import { type Path, type PlainYaml, type PolicyFault, readPlainYaml } from './plain.ts';
import { noPolicy, type Policy, type Threshold } from './policy.ts';
import { policySchema, type WrittenPolicy } from './schema.ts';
import type { PolicyWords } from './words.ts';

export interface PolicyFile {
  readonly policy: Policy;
  /** Patterns from the policy's folder. */
  readonly files: readonly string[];
  readonly ignore: readonly string[];
  /** Null: not said. */
  readonly failOn: Threshold | null;
  /** Paths from the policy's folder; null: not said. */
  readonly baseline: string | null;
  readonly ownZones: readonly string[];
  /** Line of each value: by its key, and by `zones.gbao` and the like where the key holds others. */
  readonly lines: Readonly<Record<string, number>>;
}

export type PolicyReading =
  | { readonly file: PolicyFile; readonly faults: readonly [] }
  | { readonly file: null; readonly faults: readonly PolicyFault[] };

export function readPolicy(text: string, words: PolicyWords): PolicyReading {
  const yaml = readPlainYaml(text);
  if (yaml.faults.length > 0) return { file: null, faults: yaml.faults };
  if (isBlank(yaml.value)) {
    const message = 'The policy says nothing. Write at least `tajcheck: 1`, or take the file away.';
    return { file: null, faults: [{ line: 1, column: 1, message }] };
  }
  const schema = policySchema(words);
  const { data, error } = schema.safeParse(yaml.value);
  if (error === undefined) {
    const message = sayToothless(data, words);
    if (message === null) return { file: policyOf(data, yaml), faults: [] };
    const { line, column } = yaml.spanAt(['authorities']);
    return { file: null, faults: [{ line, column, message }] };
  }
  const faults = error.issues.flatMap((issue): PolicyFault[] => {
    if (issue.code !== 'unrecognized_keys') {
      const { line, column } = yaml.spanAt(issue.path);
      return [{ line, column, message: sayMisfit(issue, valueAt(yaml.value, issue.path), words) }];
    }
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => {
      const { line, column } = yaml.keyAt([...issue.path, key]);
      return { line, column, message: sayUnknownKey(key, issue.path, known) };
    });
  });
  return { file: null, faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);
}

function policyOf(written: WrittenPolicy, yaml: PlainYaml): PolicyFile {
  const { authorities, maxLevel, zones, severities, require, leadMargins, suppressions } = written;
  const held = (values: object | undefined): [string, unknown][] =>
    Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return {
    policy: {
      ...noPolicy,
      authorities: authorities ?? null,
      maxLevel: maxLevel ?? null,
      zoneLevels: Object.fromEntries(
        Object.entries(zones ?? {}).flatMap(([id, own]) => (own ? [[id, own.maxLevel]] : [])),
      ),
      severities: Object.fromEntries(held(severities)) as Policy['severities'],
      demands: (require ?? []).map(({ level = null, items }) => ({ level, items })),
      leadMargins: Object.fromEntries(held(leadMargins)) as Policy['leadMargins'],
      suppressions: {
        allowed: suppressions?.allowed ?? true,
        never: suppressions?.never ?? [],
        maxDays: suppressions?.maxDays ?? null,
      },
    },
    files: written.files ?? [],
    ignore: written.ignore ?? [],
    failOn: written.failOn ?? null,
    baseline: written.baseline ?? null,
    ownZones: written.ownZones ?? [],
    lines: linesOf(yaml),
  };
}

function linesOf({ value, keyAt, spanAt }: PlainYaml): Record<string, number> {
  const lines: Record<string, number> = {};
  for (const [key, held] of Object.entries(value as object)) {
    lines[key] = keyAt([key]).line;
    for (const inner of Object.keys((typeof held === 'object' && held) || {})) {
      const path: Path = [key, Array.isArray(held) ? Number(inner) : inner];
      lines[`${key}.${inner}`] = (Array.isArray(held) ? spanAt(path) : keyAt(path)).line;
    }
  }
  return lines;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((held, key) => (held as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

/** Keys of the schema's object at `path`. */
function knownKeys(schema: unknown, path: Path): string[] {
  let at = unwrap(schema);
  for (const part of path) at = unwrap(typeof part === 'number' ? at.element : at.shape?.[String(part)]);
  return Object.keys(at.shape ?? {});
}

interface AnySchema {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly unwrap?: () => unknown;
  readonly type?: string;
}

function unwrap(schema: unknown): AnySchema {
  const own = (schema ?? {}) as AnySchema;
  return own.type === 'optional' && own.unwrap ? unwrap(own.unwrap()) : own;
}

/** `check --print-config`: the policy that holds as YAML that could be a policy itself, each value with where it comes from. */
import { escapeForTerminal } from '../terminal/escape.ts';
import { noPolicy, type Policy, type Threshold } from './policy.ts';
import type { PolicyFile } from './read-policy.ts';

export interface PolicyInForce {
  readonly policy: Policy;
  readonly failOn: Threshold;
  /** `--fail-on`, `TAJCHECK_FAIL_ON`, `policy` or `default`. */
  readonly failOnFrom: string;
  readonly written: PolicyFile | null;
}

interface PrintContext {
  /** The input that it holds for, and the policy's file, as people are shown them; null: no policy. */
  readonly file: string;
  readonly policyFile: string | null;
  /** `--zones` and `--require`. */
  readonly zones: readonly string[];
  readonly require: readonly string[];
}

export function printPolicy({ policy, failOn, failOnFrom, written }: PolicyInForce, context: PrintContext): string {
  const { file, policyFile, zones, require } = context;
  const lines: string[] = [
    `# What holds for ${oneLine(file)}: ${policyFile === null ? 'no policy' : `the policy ${oneLine(policyFile)}`}`,
    'tajcheck: 1',
  ];
  /** Where a key, or an entry of one, is written. */
  const from = (key: string): string => {
    const line = written?.lines[key];
    return line === undefined ? 'default' : `${oneLine(policyFile ?? '')}:${line}`;
  };
  const put = (key: string, value: unknown, origin = from(key)) => lines.push(`${key}: ${flow(value)} # ${origin}`);
  const none = (key: string, what: string) => lines.push(`# ${key}: ${what} # default`);
  const map = (key: string, values: Readonly<Record<string, unknown>>, what: string) => {
    const entries = Object.entries(values);
    if (entries.length === 0) return void none(key, what);
    lines.push(`${key}:`);
    for (const [id, value] of entries) lines.push(`  ${word(id)}: ${flow(value)} # ${from(`${key}.${id}`)}`);
  };
  put('files', written?.files ?? []);
  put('ignore', written?.ignore ?? []);
  put('failOn', failOn, failOnFrom === 'policy' ? from('failOn') : failOnFrom);
  if (policy.authorities === null) none('authorities', 'everybody’s advice decides');
  else put('authorities', policy.authorities);
  if (policy.maxLevel === null) none('maxLevel', 'none is set');
  else put('maxLevel', policy.maxLevel);
  const levels = Object.entries(policy.zoneLevels).map(([id, maxLevel]) => [id, { maxLevel }] as const);
  map('zones', Object.fromEntries(levels), 'none is set');
  map('severities', policy.severities, 'as the rules have them');
  if (policy.demands.length === 0) none('require', 'nothing');
  else {
    lines.push('require:');
    policy.demands.forEach(({ level, items }, at) => {
      const isFlag = require.length > 0 && at === policy.demands.length - 1;
      const demand = level === null ? { items } : { level, items };
      lines.push(`  - ${flow(demand)} # ${isFlag ? '--require' : from(`require.${at}`)}`);
    });
  }
  map('leadMargins', policy.leadMargins, 'none');
  put('ownZones', written?.ownZones ?? []);
  for (const path of zones) lines.push(`# and by --zones: ${oneLine(path)}`);
  const { allowed, never, maxDays } = policy.suppressions;
  lines.push('suppressions:');
  const inner = (key: string, value: unknown) =>
    lines.push(`  ${key}: ${flow(value)} # ${from(`suppressions.${key}`)}`);
  inner('allowed', allowed);
  inner('never', never);
  if (maxDays === noPolicy.suppressions.maxDays) lines.push('  # maxDays: no limit # default');
  else inner('maxDays', maxDays);
  if (written?.baseline) put('baseline', written.baseline);
  else none('baseline', 'tajcheck-baseline.json, where there is one');
  return `${lines.join('\n')}\n`;
}

/** JSON is YAML; plain words need no quotes. */
function flow(value: unknown): string {
  if (typeof value === 'string') return word(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, own]) => `${word(key)}: ${flow(own)}`)
    .join(', ')} }`;
}

const plainWord = /^(?!(true|false|null|yes|no|on|off|y|n)$)[A-Za-z][A-Za-z0-9_./-]*$/i;

/** `off` is kept bare: editors and people write it so, and YAML 1.2 reads it as the word. */
const word = (text: string): string => (plainWord.test(text) || text === 'off' ? text : JSON.stringify(text));

const oneLine = (text: string): string => escapeForTerminal(text.replace(/\s*[\t\r\n]\s*/g, ' '));

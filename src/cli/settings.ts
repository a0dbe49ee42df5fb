/** What holds for one file: the policy found from its folder up, with what flags and environment say before it. */
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { noPolicy, type Policy, type Threshold, thresholds } from '../policy/policy.ts';
import type { PolicyFile } from '../policy/read-policy.ts';
import { type PolicyWords, policyWords } from '../policy/words.ts';
import { rules } from '../rules/registry.ts';
import type { OwnLayer } from '../zones/layer.ts';
import { fromEnvironment } from './environment.ts';
import { findPolicy } from './find-policy.ts';
import { loadOwnZones } from './load-own-zones.ts';
import { shownPath } from './paths.ts';
import { realPathInside, repositoryRoot } from './repository.ts';
import { checkRequired } from './required.ts';

/** Flags that `plan`, `check` and `diff` share; a flag counts before its variable, a variable before the policy. */
export interface SettingFlags {
  /** `--config FILE`, or false for `--no-config`. */
  readonly config?: string | boolean;
  readonly failOn?: string;
  readonly zones: readonly string[];
  readonly require: readonly string[];
}

export interface FileSettings {
  readonly policy: Policy;
  /** In full; null: none was found, or none was wanted. */
  readonly policyFile: string | null;
  /** The repository's root; outside one, the file's own folder. Nothing outside is read. */
  readonly root: string;
  readonly ownZones: readonly OwnLayer[];
  readonly failOn: Threshold;
  /** The folder that `files` and `ignore` count from: the policy's, or the root where there is none. */
  readonly base: string;
  readonly files: readonly string[];
  readonly ignore: readonly string[];
  /** As the policy names it, in full; null: it names none. */
  readonly baseline: string | null;
  /** What the policy itself says, with its lines. */
  readonly written: PolicyFile | null;
  /** Where `failOn` comes from: `--fail-on`, `TAJCHECK_FAIL_ON`, `policy` or `default`. */
  readonly failOnFrom: string;
}

/** A run looks into each folder once and reads each policy once; its flags stand for the run. */
interface Run {
  readonly folders: Map<string, Promise<FileSettings>>;
  readonly policies: Map<string, Promise<LoadedPolicy>>;
}
const runs = new WeakMap<SettingFlags, Run>();

/** Throws `UsageError` with file, line and column of what is wrong in a policy. Keep the flags object for the run. */
export function settingsFor(file: string, flags: SettingFlags, knowledge: Knowledge): Promise<FileSettings> {
  const run = runs.get(flags) ?? { folders: new Map(), policies: new Map() };
  runs.set(flags, run);
  const folder = file === '-' ? process.cwd() : dirname(resolve(file));
  const settings = run.folders.get(folder) ?? makeSettings(file, flags, knowledge, run);
  run.folders.set(folder, settings);
  return settings;
}

async function makeSettings(file: string, flags: SettingFlags, knowledge: Knowledge, run: Run): Promise<FileSettings> {
  const root = repositoryRoot(file);
  const policyFile = choosePolicy(file, flags);
  const key = policyFile ?? '';
  const loading = run.policies.get(key) ?? loadFor(policyFile, flags, knowledge);
  run.policies.set(key, loading);
  const { written, ownZones, baseline } = await loading;
  const { policy } = written ?? { policy: noPolicy };
  const wanted = checkRequired(flags.require, knowledge);
  return {
    policy: wanted.length === 0 ? policy : { ...policy, demands: [...policy.demands, { level: null, items: wanted }] },
    policyFile,
    root,
    ownZones,
    ...thresholdFrom(flags, written),
    base: policyFile === null ? root : dirname(policyFile),
    files: written?.files ?? [],
    ignore: written?.ignore ?? [],
    baseline,
    written,
  };
}

/** A policy that is named may lie anywhere; one that is found lies in the repository. */
function choosePolicy(file: string, { config }: SettingFlags): string | null {
  if (config === false) return null;
  const named = typeof config === 'string' ? config : fromEnvironment('TAJCHECK_CONFIG');
  return named === undefined ? findPolicy(file) : resolve(named);
}

/** The same object each time, by which the schema of a policy is remembered. */
function wordsOf(knowledge: Knowledge): PolicyWords {
  const known = words.get(knowledge) ?? policyWords(knowledge, rules);
  words.set(knowledge, known);
  return known;
}
const words = new WeakMap<Knowledge, PolicyWords>();

interface LoadedPolicy {
  readonly written: PolicyFile | null;
  readonly ownZones: readonly OwnLayer[];
  readonly baseline: string | null;
}

async function loadFor(path: string | null, { zones }: SettingFlags, knowledge: Knowledge): Promise<LoadedPolicy> {
  if (path === null) return { written: null, ownZones: await loadOwnZones(zones, knowledge), baseline: null };
  // Most trips are planned without a policy, and zod is large.
  const { loadPolicy } = await import('./load-policy.ts');
  const written = loadPolicy(path, wordsOf(knowledge));
  const root = repositoryRoot(path);
  const inside = (name: string, line: number | undefined): string => {
    const found = realPathInside(root, resolve(dirname(path), name));
    if (found !== null) return found;
    throw new UsageError(`${shownPath(path)}:${line ?? 1}: ${name} leads out of the policy’s repository.`);
  };
  const own = written.ownZones.map((name, at) => shownPath(inside(name, written.lines[`ownZones.${at}`])));
  const given = zones.filter((name) => !own.includes(shownPath(resolve(name))));
  const ownZones = await loadOwnZones([...own, ...given], knowledge);
  const baseline = written.baseline === null ? null : inside(written.baseline, written.lines.baseline);
  return { written, ownZones, baseline };
}

/** Flag, variable, policy, and else what `check` does by itself. */
function thresholdFrom({ failOn }: SettingFlags, written: PolicyFile | null) {
  if (failOn !== undefined) return { failOn: thresholdOf(failOn, '--fail-on'), failOnFrom: '--fail-on' };
  const name = 'TAJCHECK_FAIL_ON';
  const variable = fromEnvironment(name);
  if (variable !== undefined) return { failOn: thresholdOf(variable, name), failOnFrom: name };
  if (written?.failOn) return { failOn: written.failOn, failOnFrom: 'policy' };
  return { failOn: 'error', failOnFrom: 'default' } as const;
}

/** `from` is the flag or the variable that says it. */
export function thresholdOf(written: string, from: string): Threshold {
  const known = thresholds.find((word) => word === written);
  if (!known) throw new UsageError(`${from} ${written} is not known.`, 'Use error, warning, info or never.');
  return known;
}

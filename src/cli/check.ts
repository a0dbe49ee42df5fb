/** `tajcheck check`: the gate for many itineraries. */
import { resolve } from 'node:path';
import type { CheckedFile, CheckRun } from '../check/checked-file.ts';
import { startTally } from '../check/tally.ts';
import { UsageError } from '../errors.ts';
import { type Severity, severities } from '../finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { sayPolicies } from '../report/check/summary.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { baselineMode, useBaselines } from './check/baselines.ts';
import { collectFiles } from './check/collect-files.ts';
import { openReport, type Report, readOutputs } from './check/outputs.ts';
import { policiesOf } from './check/policies.ts';
import { sayStaleness } from './check/stale-notice.ts';
import type { Target } from './check/target.ts';
import { checkAll, readJobs } from './check/threads.ts';
import { asOfGiven } from './environment.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { refuseToOverwrite } from './output-place.ts';
import { shownPath } from './paths.ts';
import { type FileSettings, type SettingFlags, settingsFor } from './settings.ts';
import { viewOf } from './terminal.ts';
import { todayOr } from './today.ts';

/** What a thread of it does; bin/tajcheck.js calls this. */
export { serve } from './check/threads.ts';

export interface CheckOptions extends SettingFlags {
  readonly format: readonly string[];
  readonly minSeverity?: string;
  readonly printConfig?: boolean;
  readonly baseline?: string | boolean;
  readonly writeBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  /** False with `--no-suppressions`. */
  readonly suppressions: boolean;
  readonly showSuppressed?: boolean;
  readonly asOf?: string;
  readonly stdinName?: string;
  readonly allowEmpty?: boolean;
  readonly jobs?: string;
  readonly color?: ColourFlag;
}

export async function check(inputs: readonly string[], options: CheckOptions): Promise<number> {
  const outputs = readOutputs(options.format);
  const jobs = readJobs(options.jobs);
  const minSeverity = readMinSeverity(options.minSeverity);
  const mode = baselineMode(options.writeBaseline === true, options.pruneBaseline === true, options.baseline);
  const asOf = todayOr(options.asOf);
  const knowledge = loadKnowledge();
  // One object for the run: settings are remembered by it.
  const { config, failOn, zones, require } = options;
  const flags: SettingFlags = { config, failOn, zones, require };

  const { targets, faults, ignored } = await collectFiles(inputs, { ...options, flags, knowledge });
  if (options.printConfig) return printConfig(targets[0], flags, knowledge);
  if (mode === 'write' && options.stdinName === undefined && targets.some(({ bytes }) => bytes)) {
    throw new UsageError(
      '--write-baseline: standard input is no file of the repository.',
      'Name it: --stdin-name FILE',
    );
  }
  // A policy or a baseline that is wrong is told before anything is written.
  const baselines = useBaselines({ named: options.baseline, mode, asOf, knowledge });
  const read = new Set([...targets.map(({ location }) => location), ...options.zones]);
  const judging: FileSettings[] = [];
  for (const { location } of targets) {
    const settings = await settingsFor(location, flags, knowledge);
    judging.push(settings);
    for (const path of [settings.policyFile, baselines.open(settings)]) if (path !== null) read.add(path);
  }
  for (const { path } of outputs) if (path !== null) refuseToOverwrite(path, read);

  const run: CheckRun = {
    version: __VERSION__,
    dataVersion: knowledge.version,
    asOf,
    isPinned: asOfGiven(options.asOf) !== undefined,
    minSeverity,
    showSuppressed: options.showSuppressed ?? false,
    policies: policiesOf(judging, ignored),
  };
  const tally = startTally(run);
  const reports: Report[] = [];
  const write = async (piece: (report: Report) => string): Promise<void> => {
    for (const report of reports) await report.write(piece(report));
  };
  const show = async (checked: CheckedFile): Promise<void> => {
    tally.add(checked);
    await write(({ reporter }) => reporter.file(checked));
  };
  // Where nothing was found at all, an earlier report is not replaced by an empty one.
  if (targets.length > 0 || faults.length === 0) {
    const viewFor = (path: string | null) => viewOf(process.stdout, path === null ? options.color : 'never');
    for (const output of outputs) reports.push(await openReport(output, viewFor));
    await write(({ reporter }) => reporter.begin(run));
    const setup = { asOf, version: __VERSION__, flags, ignoreSuppressions: !options.suppressions };
    let at = 0;
    for await (const checked of checkAll(targets, { setup, knowledge, jobs })) {
      const { location } = targets[at++];
      await show(baselines.apply(location, await settingsFor(location, flags, knowledge), checked));
    }
    const stale = baselines.finish(complain);
    for (const one of stale) await show(one);
    if (stale.length > 0) complain(pruning);
    await write(({ reporter }) => reporter.end(tally.summary()));
    for (const report of reports) report.close();
  }
  // In a report for machines nobody sees which policy judged.
  const isSaid = outputs.some(({ format }) => format === 'compact' || format === 'pretty' || format === 'markdown');
  if (!isSaid) sayPolicies(run.policies).forEach(complain);
  for (const sentence of [...faults, ...sayStaleness(tally.staleSources, run, process.env)]) complain(sentence);
  if (tally.isIncomplete()) complain('A file could not be read (TJ112), so the check is not complete: exit code 2.');
  if (faults.length > 0 || tally.isIncomplete()) return exitCodes.notRun;
  return tally.summary().failing > 0 ? exitCodes.findings : exitCodes.clean;
}

/** Where a name is misspelt, what stands behind it is not found either. */
const pruning =
  'The baseline has stale entries (TJ116). Mend first what is not understood, for it may hide the others; then take the entries out: tajcheck check --prune-baseline.';

/** `--print-config`: for the first input; where there is none, for one that would stand in the working folder. */
async function printConfig(first: Target | undefined, flags: SettingFlags, knowledge: Knowledge): Promise<number> {
  const { file, location } = first ?? { file: 'any.trip.yaml', location: resolve('any.trip.yaml') };
  const settings = await settingsFor(location, flags, knowledge);
  const { printPolicy } = await import('../policy/print-policy.ts');
  const policyFile = settings.policyFile === null ? null : shownPath(settings.policyFile);
  process.stdout.write(printPolicy(settings, { file, policyFile, zones: flags.zones, require: flags.require }));
  return exitCodes.clean;
}

function complain(sentence: string): void {
  process.stderr.write(`tajcheck: ${escapeForTerminal(sentence)}\n`);
}

function readMinSeverity(written: string | undefined): Severity | null {
  if (written === undefined) return null;
  const known = severities.find((severity) => severity === written);
  if (!known) throw new UsageError(`--min-severity ${written} is not known.`, 'Use error, warning or info.');
  return known;
}

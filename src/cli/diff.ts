/** `tajcheck diff OLD NEW`: what got worse and what got better. */
import type { AssessOptions } from '../assess.ts';
import { diffTrips, failsAt, type Side } from '../diff/diff-trips.ts';
import { UsageError } from '../errors.ts';
import { decodeItinerary } from '../itinerary/decode.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { reportDiffMarkdown } from '../report/diff/markdown.ts';
import { reportDiffPretty } from '../report/diff/pretty.ts';
import { writeJson } from '../report/escape-json.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { type Input, judge, loadOtherKnowledge, otherFormat, readInput } from './diff-sides.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { trackLoader } from './load-track.ts';
import { parseOutputs, writeOutput } from './output.ts';
import { requirePlaces } from './output-place.ts';
import { shownPath } from './paths.ts';
import { settingsFor, thresholdOf } from './settings.ts';
import { viewOf } from './terminal.ts';
import { todayOr } from './today.ts';

export interface DiffOptions {
  readonly git?: string;
  readonly data?: string;
  readonly format: readonly string[];
  readonly failOn: string;
  readonly config?: string | boolean;
  readonly zones: readonly string[];
  readonly asOf?: string;
  readonly verbose?: boolean;
  readonly color?: ColourFlag;
}

export async function diff(before: string, after: string | undefined, options: DiffOptions): Promise<number> {
  const outputs = parseOutputs(options.format, ['pretty', 'json', 'markdown'] as const, 'pretty');
  const failOn = thresholdOf(options.failOn, '--fail-on');
  const asked = whatIsMeant(before, after, options);
  const asOf = todayOr(options.asOf);
  const knowledge = loadKnowledge();
  const file = after ?? before;
  requirePlaces(outputs, [before, file]);
  const now = await readInput(file);
  const flags = { config: options.config, zones: options.zones, require: [] };
  const { policy, policyFile, ownZones } = await settingsFor(file, flags, knowledge);
  const shown = policyFile === null ? null : shownPath(policyFile);
  const settings = { asOf, version: __VERSION__, knowledge, ownZones, policy, policyFile: shown };

  const name = nameOf(file);
  const side = (input: Input, path: string): Side | Promise<Side> =>
    'saved' in input
      ? { label: nameOf(path), assessment: input.saved, understood: true }
      : judge(input.text, nameOf(path), { ...settings, file: nameOf(path), loadTrack: trackLoader(path) });
  const new_ = await side(now, file);
  const old =
    asked === 'files'
      ? await side(await readInput(before), before)
      : 'saved' in now
        ? refuseSaved(asked, name)
        : asked === 'git'
          ? await sideAt(options.git!, file, settings)
          : await sideOn(options.data!, now.text, { ...settings, file: name, loadTrack: trackLoader(file) });

  const found = diffTrips(old, new_, asked === 'data');
  for (const { format, path } of outputs) {
    const view = {
      ...viewOf(process.stdout, path === null ? options.color : 'never'),
      verbose: options.verbose ?? false,
    };
    const [first, second] = [old?.assessment ?? null, new_.assessment];
    const reporters = {
      pretty: () => reportDiffPretty(found, first, second, view),
      markdown: () => reportDiffMarkdown(found, first, second),
      json: () => `${writeJson(found, 2)}\n`,
    };
    writeOutput(path, reporters[format]());
  }
  if (failsAt(found, failOn)) return exitCodes.findings;
  // Nothing was compared, and that is no pass.
  return new_.understood ? exitCodes.clean : exitCodes.notRun;
}

/** One way of asking, or none. */
function whatIsMeant(before: string, after: string | undefined, { git, data }: DiffOptions): 'files' | 'git' | 'data' {
  const hint = 'Give two files, or --git REF FILE, or --data FOLDER FILE.';
  if (git !== undefined && data !== undefined) throw new UsageError('--git and --data do not go together.', hint);
  if (after !== undefined && (git ?? data) !== undefined) {
    throw new UsageError(`With ${git === undefined ? '--data' : '--git'}, name one file, as it is now.`, hint);
  }
  if (after === undefined && (git ?? data) === undefined)
    throw new UsageError('There is nothing to compare with.', hint);
  if (git !== undefined && before === '-') throw new UsageError('--git: standard input is in no repository.', hint);
  if (before === '-' && after === '-') throw new UsageError('Standard input can be read only once.', hint);
  return git !== undefined ? 'git' : data !== undefined ? 'data' : 'files';
}

const nameOf = (path: string): string => (path === '-' ? 'stdin' : path);

function refuseSaved(asked: string, name: string): never {
  throw new UsageError(
    `--${asked}: ${name} is a saved assessment, and only an itinerary can be judged again.`,
    'Compare it with an itinerary: tajcheck diff approved.json trip.yaml',
  );
}

type Settings = Omit<AssessOptions, 'file' | 'loadTrack'>;

/** The file as it was at a commit; null: there was none. */
async function sideAt(ref: string, file: string, settings: Settings): Promise<Side | null> {
  const { fileAt, openCommit, trackLoaderAt } = await import('./git.ts');
  const commit = openCommit(ref, file);
  const bytes = fileAt(commit);
  if (bytes === null) return null;
  const label = `${ref}:${commit.path}`;
  const decoded = decodeItinerary(bytes);
  if ('problem' in decoded) throw new UsageError(`--git: ${label} is no text of an itinerary (${decoded.problem}).`);
  return judge(decoded.text, label, { ...settings, file, loadTrack: trackLoaderAt(commit) });
}

/** The same file on other knowledge. */
async function sideOn(folder: string, text: string, options: AssessOptions): Promise<Side> {
  const knowledge: Knowledge = loadOtherKnowledge(folder, options.knowledge);
  try {
    return await judge(text, `${options.file} on data ${knowledge.version}`, { ...options, knowledge });
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw otherFormat(folder);
    throw error;
  }
}

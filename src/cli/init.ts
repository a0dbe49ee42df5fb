/**
 * `tajcheck init`: a policy and a workflow to begin with. It never writes over a file: what is there is left, and said.
 * Exit 0 also when all of it was there before; 2 when something could not be written.
 */
import { type Dirent, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { exampleTrip, exampleTripPath } from '../init/example-trip.ts';
import { isNamedTrip, patternsFor, type YamlFile } from '../init/find-old.ts';
import { githubWorkflow } from '../init/github-workflow.ts';
import { gitlabJob, gitlabJobPath, gitlabPipeline } from '../init/gitlab-job.ts';
import { policyTemplate } from '../init/policy-template.ts';
import { limits } from '../itinerary/limits.ts';
import { shellWord } from '../shell-word.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { exitCodes } from './exit.ts';
import { POLICY_NAME } from './find-policy.ts';
import { isFolder, shownPath, slashed } from './paths.ts';
import { isInside, repositoryRoot } from './repository.ts';

interface InitOptions {
  readonly ci: 'github' | 'gitlab' | 'none';
  readonly dryRun?: boolean;
}

/** A file to be written, in full. */
interface NewFile {
  readonly path: string;
  readonly text: string;
  /** What to do by hand where such a file is there before. */
  readonly ifThere?: string;
}

export function init(folder: string, { ci, dryRun = false }: InitOptions): number {
  const base = resolve(folder);
  if (!isFolder(base)) {
    throw new UsageError(`${escapeForTerminal(folder)} is not a folder.`, 'Make it first, or name another.');
  }
  const root = repositoryRoot(join(base, POLICY_NAME));
  const files = yamlBelow(base);
  const patterns = patternsFor(files);
  const hasPackage = isFolder(join(base, 'node_modules/tajcheck'));
  const wanted: NewFile[] = [
    { path: join(base, POLICY_NAME), text: policyTemplate(patterns, hasPackage) },
    ...pipeline(ci, root, slashed(relative(root, base)) || '.'),
  ];
  const trips = files.filter(({ path }) => isNamedTrip(path)).length;
  if (trips + patterns.length === 0) {
    wanted.push({ path: join(base, exampleTripPath), text: exampleTrip(hasPackage) });
  }

  const hints: string[] = [];
  let written = 0;
  for (const { path, text, ifThere } of wanted) {
    const isNew = write(path, text, root, dryRun);
    if (isNew) written += 1;
    else if (ifThere !== undefined) hints.push(`${shown(path)} was there before: ${ifThere}`);
    say(`${isNew ? (dryRun ? 'would write' : 'written    ') : 'left       '} ${shown(path)}`);
  }
  if (patterns.length > 0)
    say(`\nItineraries under other names are listed in ${POLICY_NAME}: ${patterns.map(escapeForTerminal).join(', ')}`);
  for (const hint of hints) say(`\n${hint}`);
  if (written === 0) say('\nAll of it was there before. Nothing was changed.');
  const here = shown(base);
  const at = here === '.' ? '' : ` ${shellWord(here)}`;
  say(`
Next:
  tajcheck check${at}                     what fails today
  tajcheck check${at} --write-baseline    take that for known: from then on only what is new fails
Then commit these files${ci === 'none' ? '' : ', and open a pull request to see it work'}.`);
  return exitCodes.clean;
}

function pipeline(ci: InitOptions['ci'], root: string, input: string): NewFile[] {
  if (ci === 'none') return [];
  if (ci === 'github') {
    return [{ path: join(root, '.github/workflows/tajcheck.yml'), text: githubWorkflow(__VERSION__, input) }];
  }
  const ifThere = `add to it\n  ${gitlabPipeline.trimEnd().replaceAll('\n', '\n  ')}`;
  return [
    { path: join(root, gitlabJobPath), text: gitlabJob(__VERSION__, input) },
    { path: join(root, '.gitlab-ci.yml'), text: gitlabPipeline, ifThere },
  ];
}

/** False: something of that name is there, a link to nothing included. */
function write(path: string, text: string, root: string, dryRun: boolean): boolean {
  try {
    // A folder that is a link may lead out of the repository.
    if (!isInside(root, dirname(path))) throw new UsageError(`${shown(path)} would lie outside of the repository.`);
    if (readdirSync(dirname(path)).some((name) => join(dirname(path), name) === path)) return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unwritten(path, error);
  }
  if (dryRun) return true;
  try {
    mkdirSync(dirname(path), { recursive: true });
    // Only where nothing is.
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritten(path, error);
  }
}

function unwritten(path: string, error: unknown): unknown {
  if (error instanceof UsageError) return error;
  return new UsageError(`${shown(path)} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
}

/** Itineraries and what may be one; links are not followed. */
function yamlBelow(base: string, folder = base): YamlFile[] {
  return entriesOf(folder).flatMap((entry): YamlFile[] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : yamlBelow(base, path);
    }
    if (!entry.isFile() || !/\.ya?ml$/.test(entry.name) || entry.name === POLICY_NAME) return [];
    const small = statSync(path).size <= limits.bytes;
    return [{ path: slashed(relative(base, path)), text: small ? readFileSync(path, 'utf8') : '' }];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new UsageError(`${shown(folder)} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

const shown = (path: string): string => escapeForTerminal(shownPath(path));
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

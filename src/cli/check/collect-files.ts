/** The inputs of `check` as files: each once, in an order that is the same on every machine. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { compareText } from '../../compare.ts';
import { UsageError } from '../../errors.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { escapeForTerminal } from '../../terminal/escape.ts';
import { entryAt, isFolder, shownPath } from '../paths.ts';
import { readStream } from '../read-itinerary.ts';
import type { SettingFlags } from '../settings.ts';
import type { Found } from './find-itineraries.ts';
import type { Target } from './target.ts';

export interface Collected {
  readonly targets: readonly Target[];
  /** Inputs that name nothing; the others are checked all the same. */
  readonly faults: readonly string[];
  /** What a search passed over, and the policy that ignores it. */
  readonly ignored: ReadonlyMap<string, string>;
}

interface CollectOptions {
  readonly flags: SettingFlags;
  readonly knowledge: Knowledge;
  /** The name, and the place, of what standard input holds. */
  readonly stdinName?: string;
  /** Folders and patterns without an itinerary are no fault. */
  readonly allowEmpty?: boolean;
}

export async function collectFiles(inputs: readonly string[], options: CollectOptions): Promise<Collected> {
  const { stdinName, allowEmpty = false } = options;
  if (stdinName !== undefined && !inputs.includes('-')) {
    throw new UsageError('--stdin-name names what standard input holds, and - is not among the inputs.');
  }
  const faults: string[] = [];
  const ignored = new Map<string, string>();
  /** By where they really lie: what is named twice, or by a link, is one file. */
  const found = new Map<string, Target>();
  const add = (location: string): void => {
    const target = { file: shownPath(location), location };
    const real = existsSync(location) ? realpathSync(location) : location;
    const before = found.get(real);
    // A file goes by its own name before that of a link to it.
    if (!before || (before.location !== real && (location === real || target.file < before.file))) {
      found.set(real, target);
    }
  };
  for (const input of inputs.length === 0 ? ['.'] : inputs) {
    if (input === '-') {
      const name = stdinName ?? 'stdin';
      found.set('-', { file: shownPath(resolve(name)), location: resolve(name), bytes: readStream(0) });
      continue;
    }
    const { files, unread, fault, ...passed } = await expand(input, options);
    for (const file of files) add(file);
    for (const [file, policy] of passed.ignored) ignored.set(file, policy);
    for (const path of unread) {
      const shown = escapeForTerminal(shownPath(path));
      faults.push(
        !/[\\\n\r\u2028\u2029]/.test(basename(path))
          ? `The folder ${shown} cannot be read.`
          : `${shown} cannot be found by a search: there is a line break or a backslash in its name.`,
      );
    }
    if (files.length === 0 && !(fault.mayBeEmpty && allowEmpty)) faults.push(fault.says);
  }
  const targets = [...found.values()].sort((a, b) => compareText(a.file, b.file));
  for (const { location } of targets) ignored.delete(location);
  return { targets, faults, ignored };
}

interface Expanded extends Found {
  /** What to say when there are no files. */
  readonly fault: { readonly says: string; readonly mayBeEmpty: boolean };
}

async function expand(input: string, { flags, knowledge }: CollectOptions): Promise<Expanded> {
  const shown = escapeForTerminal(input);
  const location = resolve(input);
  // Hooks name each file, and need no search.
  const search = () => import('./find-itineraries.ts');
  // A link to nothing is there, and is found out when it is read.
  if (entryAt(location)) {
    const says = `There is no itinerary in the folder ${shown}. Itineraries are named *.trip.yaml, or as the policy says under files.`;
    const fault = { says, mayBeEmpty: true };
    if (isFolder(location)) return { ...(await (await search()).findItineraries(location, flags, knowledge)), fault };
    // What is named is checked, whatever the policy ignores: nobody shall believe a file checked that was not.
    return { files: [location], unread: [], ignored: none, fault };
  }
  const { isPattern, findMatches } = await search();
  if (!isPattern(input)) {
    return { files: [], unread: [], ignored: none, fault: { says: `There is no file ${shown}.`, mayBeEmpty: false } };
  }
  const matches = await findMatches(input, flags, knowledge);
  const says = `No file matches ${shown}${matches.ignored.size > 0 ? ' but those that the policy ignores' : ''}.`;
  return { ...matches, fault: { says, mayBeEmpty: true } };
}

const none: ReadonlyMap<string, string> = new Map();

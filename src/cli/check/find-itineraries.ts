/** The itineraries in a folder: by their names, and by what the policies there name and ignore. */
import { type Dirent, type PathLike, readdir } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { escapePath, type GlobOptions, glob, isDynamicPattern } from 'tinyglobby';
import { groupBy } from '../../group-by.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { POLICY_NAME } from '../find-policy.ts';
import { isFolder } from '../paths.ts';
import { type FileSettings, type SettingFlags, settingsFor } from '../settings.ts';

/** By name, in capitals too, for they hide nothing; what the policy names comes to it. */
const itineraries = ['**/*.[tT][rR][iI][pP].[yY][aA][mM][lL]', '**/*.[tT][rR][iI][pP].[yY][mM][lL]'];

/** What a search finds: full paths, in no order, and the folders that it could not look into. */
export interface Found {
  readonly files: readonly string[];
  readonly unread: readonly string[];
  /** What it would have found, and the policy that ignores it. */
  readonly ignored: ReadonlyMap<string, string>;
}

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

/** What no pattern matches: a break or a backslash in a name. Nobody shall hide a trip behind one. */
const unmatchable = sep === '/' ? /[\\\n\r\u2028\u2029]/ : /[\n\r\u2028\u2029]/;

type Search = (patterns: string | string[], options: GlobOptions) => Promise<string[]>;

/** How everything is searched: hidden folders are not entered, unless a pattern names them. */
function searching(unread: string[]): Search {
  const list = (folder: PathLike, options: { withFileTypes: true }, done: Listed): void => {
    readdir(folder, options, (error, entries) => {
      // A pattern may begin with a folder that is not there: then it matches nothing, and that is told.
      if (error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') unread.push(`${folder}`);
      for (const entry of entries ?? []) if (isHiding(entry)) unread.push(join(`${folder}`, entry.name));
      done(error, error ? entries : entries.filter((entry) => isSearched(`${folder}`, entry)));
    });
  };
  const fs = { readdir: list as typeof readdir };
  const all: GlobOptions = { absolute: true, expandDirectories: false, followSymbolicLinks: false, fs };
  return (patterns, options) => glob(patterns, { ...all, ...options });
}

const isHiding = (entry: Dirent): boolean =>
  unmatchable.test(entry.name) && (!entry.isFile() || /\.ya?ml$/i.test(entry.name));

function isSearched(folder: string, entry: Dirent): boolean {
  // Folders of others, where no itinerary of one's own lies.
  if (entry.name === 'node_modules' || entry.name === '.git') return false;
  if (!entry.isSymbolicLink()) return true;
  // A link to a file is looked at, wherever it leads; one to a folder may lead in a circle, or anywhere.
  if (isFolder(join(folder, entry.name))) return false;
  Object.assign(entry, { isFile: () => true, isSymbolicLink: () => false });
  return true;
}

/** In a folder. A policy further down holds below it, in place of the one above. */
export async function findItineraries(folder: string, flags: SettingFlags, knowledge: Knowledge): Promise<Found> {
  const unread: string[] = [];
  const search = searching(unread);
  const policies = flags.config === undefined ? await search(`**/${POLICY_NAME}`, { cwd: folder }) : [];
  const regions = [...new Set([folder, ...policies.map((policy) => dirname(policy))])];
  const ignored = new Map<string, string>();
  const found = await Promise.all(
    regions.map(async (region) => {
      const { base, files, ignore, policyFile } = await settingsIn(region, flags, knowledge);
      const patterns = [...itineraries.map((name) => below(region, name)), ...files.map((name) => below(base, name))];
      const isOwn = (match: string): boolean => nearest(regions, match) === region && isNoPolicy(match);
      const options = { cwd: region, ignore: ignore.map((name) => below(base, name)) };
      const matches = (await search(patterns, options)).filter(isOwn);
      if (policyFile !== null && ignore.length > 0) {
        const taken = new Set(matches);
        // What cannot be read in there is nobody's concern.
        const all = (await searching([])(patterns, { cwd: region })).filter(isOwn);
        for (const match of all) if (!taken.has(match)) ignored.set(match, policyFile);
      }
      return matches;
    }),
  );
  return { files: found.flat(), unread: [...new Set(unread)], ignored };
}

/** Matches of a pattern of the command line, but for those that the policy ignores. */
export async function findMatches(pattern: string, flags: SettingFlags, knowledge: Knowledge): Promise<Found> {
  const unread: string[] = [];
  const search = searching(unread);
  const matches = (await search(pattern, { cwd: process.cwd() })).filter(isNoPolicy);
  const files: string[] = [];
  const ignored = new Map<string, string>();
  for (const [folder, own] of groupBy(matches, dirname)) {
    const { base, ignore, policyFile } = await settingsIn(folder, flags, knowledge);
    const options = { cwd: folder, ignore: ignore.map((name) => below(base, name)) };
    const taken = new Set(ignore.length === 0 ? own : await search(own.map(escapePath), options));
    files.push(...taken);
    if (policyFile !== null) for (const match of own) if (!taken.has(match)) ignored.set(match, policyFile);
  }
  return { files, unread: [...new Set(unread)], ignored };
}

const settingsIn = (folder: string, flags: SettingFlags, knowledge: Knowledge): Promise<FileSettings> =>
  settingsFor(join(folder, POLICY_NAME), flags, knowledge);

const below = (folder: string, pattern: string): string => `${escapePath(folder)}/${pattern.replace(/^\.?\//, '')}`;

/** `*.yaml` means the itineraries. */
const isNoPolicy = (file: string): boolean => basename(file) !== POLICY_NAME;

/** The region that a file lies in; of several, the one furthest down. */
function nearest(regions: readonly string[], file: string): string | undefined {
  const around = regions.filter((region) => !relative(region, file).startsWith(`..${sep}`));
  return around.sort((a, b) => b.length - a.length)[0];
}

/** Is this a pattern rather than the name of a file? */
export const isPattern = (input: string): boolean => isDynamicPattern(input);

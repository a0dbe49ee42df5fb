/**
 * Files as they stood at a commit, read from the repository's own store: nothing is checked out, no filter or hook
 * runs, nothing is fetched. Needs git on the machine, and is loaded only where it is asked for.
 */
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, posix, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { limits } from '../itinerary/limits.ts';
import type { LoadTrack, TrackResult } from '../route/track.ts';
import { slashed } from './paths.ts';

/** One commit of the repository that a file of the working tree belongs to. */
export interface Commit {
  readonly top: string;
  /** As written. */
  readonly ref: string;
  readonly sha: string;
  /** Where the file stands in it, with `/`. */
  readonly path: string;
}

type Blob = { readonly bytes: Buffer } | { readonly problem: 'not-found' | 'outside' | 'not-a-file' | 'too-large' };

const MAX_TRACK = 20_000_000;
/** A link to a link to a link. */
const MOST_LINKS = 8;

/** Throws `UsageError` when there is no git, no repository or no such commit. */
export function openCommit(ref: string, file: string): Commit {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (ref === '' || ref.startsWith('-') || /[\s:\u0000-\u001f\u007f]/.test(ref)) {
    throw new UsageError(`--git ${ref || '""'} is no commit.`, 'Name a branch, a tag or a commit: --git main');
  }
  const folder = realFolder(file);
  const top = topOf(folder);
  const path = slashed(relative(top, join(folder, basename(file))));
  return { top, ref, sha: commitOf(top, ref), path };
}

function realFolder(file: string): string {
  try {
    return realpathSync(dirname(resolve(file)));
  } catch {
    throw new UsageError(`There is no file ${file}.`, 'With --git, name the itinerary as it is now.');
  }
}

function topOf(folder: string): string {
  const answer = ask(folder, ['rev-parse', '--show-toplevel']);
  if (answer.ok && answer.out.length > 0) return realpathSync(answer.out.toString().replace(/\r?\n$/, ''));
  if (/dubious ownership/.test(answer.error)) {
    throw new UsageError(
      '--git: git does not trust this repository, for it belongs to somebody else.',
      firstLine(answer.error),
    );
  }
  throw new UsageError('--git: the file is in no git repository.', firstLine(answer.error));
}

function commitOf(top: string, ref: string): string {
  const answer = ask(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  const sha = answer.out.toString().trim();
  if (answer.ok && /^[0-9a-f]{40,64}$/.test(sha)) return sha;
  throw new UsageError(
    `--git: the repository has no commit ${ref}.`,
    'A checkout of one commit only has no other: fetch it first, in GitHub Actions with fetch-depth: 0.',
  );
}

/** Text of the itinerary at that commit; null: there was none. */
export function fileAt(commit: Commit): Buffer | null {
  const blob = blobAt(commit, commit.path, limits.bytes);
  if ('bytes' in blob) return blob.bytes;
  if (blob.problem === 'not-found') return null;
  const reasons = {
    outside: 'is a link that leads out of the repository',
    'not-a-file': 'is no file',
    'too-large': `is larger than ${limits.bytes / 1024 / 1024} MiB; no itinerary is`,
  };
  throw new UsageError(`--git: ${commit.path} at ${commit.ref} ${reasons[blob.problem]}.`);
}

/** Reads the tracks of the itinerary at that commit, from that commit. */
export function trackLoaderAt(commit: Commit): LoadTrack {
  return async (written): Promise<TrackResult> => {
    const problem = (code: string, line: number | null = null, column: number | null = null): TrackResult => ({
      rule: 'TJ108',
      args: { path: written, code, line, column },
    });
    const path = inRepository(posix.join(posix.dirname(commit.path), written));
    if (posix.isAbsolute(written) || path === null) return { rule: 'TJ109', args: { path: written } };
    const blob = blobAt(commit, path, MAX_TRACK);
    if ('problem' in blob) {
      return blob.problem === 'outside' ? { rule: 'TJ109', args: { path: written } } : problem(blob.problem);
    }
    const { readTrack } = await import('../itinerary/tracks.ts');
    const reading = await readTrack(blob.bytes, path);
    return 'parts' in reading ? reading : problem(reading.problem.code, reading.problem.line, reading.problem.column);
  };
}

/** Null: it leads out of the repository, or is no path. */
function inRepository(path: string): string | null {
  const isOut = path === '..' || path.startsWith('../') || posix.isAbsolute(path) || path.includes('\0');
  return isOut ? null : path;
}

/** Links at the end of a path are followed inside the commit. What git cannot read is not taken for missing. */
function blobAt({ top, ref, sha }: Commit, path: string, maxBytes: number): Blob {
  let wanted = path;
  for (let links = 0; links <= MOST_LINKS; links++) {
    const listed = ask(top, ['--literal-pathspecs', 'ls-tree', '-z', '-l', '--full-tree', sha, '--', wanted]);
    if (!listed.ok) throw cannotRead(ref, wanted, listed);
    if (listed.out.length === 0) return { problem: 'not-found' };
    // `100644 blob 1a2b…   1234\tpath`, and one zero byte; of a folder named with a slash, what is in it. Where the
    // repository lacks the file's content, as one cloned in part may, the size is `BAD`.
    const [, mode, id, size] = /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t/.exec(listed.out.toString()) ?? [];
    if (mode === undefined) throw cannotRead(ref, wanted, listed);
    if (mode !== '120000' && !mode.startsWith('100')) return { problem: 'not-a-file' };
    if (Number(size) > maxBytes) return { problem: 'too-large' };
    const blob = ask(top, ['cat-file', 'blob', id]);
    if (!blob.ok) throw cannotRead(ref, wanted, blob);
    if (mode !== '120000') return { bytes: blob.out };
    const target = blob.out.toString();
    const next = posix.isAbsolute(target) ? null : inRepository(posix.join(posix.dirname(wanted), target));
    if (next === null) return { problem: 'outside' };
    wanted = next;
  }
  return { problem: 'not-a-file' };
}

const cannotRead = (ref: string, path: string, { error }: Answer): UsageError =>
  new UsageError(
    `--git: git cannot read ${path} at ${ref}.`,
    firstLine(error) || 'Its content is not in this clone: fetch it first, or check out without a filter.',
  );

interface Answer {
  readonly ok: boolean;
  readonly out: Buffer;
  readonly error: string;
}

/** Without a shell. `folder` is real, and the arguments are ours, a checked ref, or stand behind `--`. */
function ask(folder: string, args: readonly string[]): Answer {
  const env = {
    ...process.env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // A repository cloned in part would fetch what it lacks.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    // A hook that runs tajcheck sets these for its own repository, which need not be the file's.
    GIT_DIR: undefined,
    GIT_WORK_TREE: undefined,
    GIT_INDEX_FILE: undefined,
  };
  try {
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    const out = execFileSync('git', ['-C', folder, ...args], { env, stdio: [...stdio], maxBuffer: 2 * MAX_TRACK });
    return { ok: true, out, error: '' };
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: Buffer };
    if (code === 'ENOENT')
      throw new UsageError('--git: there is no git on this machine.', 'Install git, or give two files.');
    return { ok: false, out: Buffer.alloc(0), error: stderr?.toString() ?? '' };
  }
}

const firstLine = (text: string): string => text.split('\n')[0];

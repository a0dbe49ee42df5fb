/**
 * Where an itinerary may reach: its own repository, links followed. An itinerary and a policy are somebody else's
 * text, often from a pull request, and may not point a reader at other files of the machine.
 */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { entryAt } from './paths.ts';

/**
 * The nearest folder upward that holds `.git` (a folder, or a file in worktrees and submodules), links followed;
 * without one the file's own folder. `-` is the standard input, which stands in the working folder.
 */
export function repositoryRoot(file: string): string {
  const own = reallyAt(file === '-' ? process.cwd() : dirname(resolve(file)));
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return own;
  }
}

/** Does the path, links followed, lie in the repository and not among git's own files? It need not exist yet. */
export const isInside = (root: string, path: string): boolean => realPathInside(root, path) !== null;

/** The path with links followed when it lies inside; null when it leads outside, or is a link to nothing. */
export function realPathInside(root: string, path: string): string | null {
  if (path.includes('\0')) return null;
  let real: string;
  try {
    real = reallyAt(resolve(root, path));
  } catch {
    return null;
  }
  const parts = relative(reallyAt(root), real).split(sep);
  // git's own folder holds the addresses and, on a build machine, the tokens of the repository.
  const closed = parts[0] === '..' || isAbsolute(parts[0]) || parts.some((part) => part.toLowerCase() === '.git');
  return closed ? null : real;
}

/** The path with links followed. What does not exist yet stands in its nearest folder that does. */
export function reallyAt(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = (code === 'ENOENT' || code === 'ENOTDIR') && !entryAt(path) && path !== dirname(path);
    if (!isMissing) throw error;
    return join(reallyAt(dirname(path)), basename(path));
  }
}

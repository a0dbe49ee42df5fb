/** Paths as they are written for people and machines, and whether something stands at one. */
import { lstatSync, type Stats, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { UsageError } from '../errors.ts';

/** With `/` on every system. */
export const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** As people see it: from the working folder, with `/`. */
export const shownPath = (path: string): string => slashed(relative(process.cwd(), path)) || '.';

/** Of a link the link itself, wherever it leads; null: nothing is there, and nothing can be. */
export function entryAt(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Below a file there is nothing; a long pattern is no name.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
    throw new UsageError(`${shownPath(path)} cannot be looked at (${code}).`);
  }
}

/** Links followed; one that leads nowhere, or in a circle, is no folder. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A file written anew whole or not at all: beside its place first, and then in one step into it. */
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** `path` with its links followed; `mode` is that of the file before, and left out that of a new one. Throws as `fs` does. */
export function replaceFile(path: string, text: string, mode?: number): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  const file = openSync(beside, 'wx', mode);
  try {
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // The mode at opening is cut by the mask of the shell.
    if (mode !== undefined) chmodSync(beside, mode & 0o7777);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

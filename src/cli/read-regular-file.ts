/** Bytes of a file that somebody else's text names: a plain file of a bounded size and nothing else. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

export type FileProblem = 'not-found' | 'not-a-file' | 'too-large' | 'unreadable';

/** A pipe, a device or a socket is not read: it could hang the run or never end. */
export function readRegularFile(path: string, maxBytes: number): Uint8Array | { readonly problem: FileProblem } {
  let file: number | undefined;
  try {
    // Opened without waiting: a pipe that nobody writes to would block for ever. Asked after opening, so that
    // nothing can be put in the file's place in between.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = fstatSync(file);
    if (!status.isFile()) return { problem: 'not-a-file' };
    if (status.size > maxBytes) return { problem: 'too-large' };
    const bytes = readFileSync(file);
    // A file of /proc says that it is empty, and another may grow meanwhile.
    return bytes.length > maxBytes ? { problem: 'too-large' } : bytes;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: 'not-found' };
    return { problem: code === 'ENXIO' ? 'not-a-file' : 'unreadable' };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

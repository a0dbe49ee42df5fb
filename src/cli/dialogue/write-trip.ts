/** Writes an itinerary where nothing is, or in the place of one that nobody else has changed meanwhile. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../../errors.ts';
import { requireOwnPlace, whereIs } from '../output-place.ts';
import { isFolder, shownPath } from '../paths.ts';
import { replaceFile } from '../replace-file.ts';

/** Where nothing may be: a file that came there meanwhile is not written over. */
export function writeNew(path: string, text: string): void {
  requireOwnPlace(path);
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw unwritten(path, error);
  }
}

/**
 * In the place of a file, which keeps its mode; a link stays a link, and what it leads to is written. `known`: the bytes
 * that were read before; where the file holds others now, somebody else has changed it, and it is left alone.
 */
export function writeOver(path: string, text: string, known: Uint8Array | null): void {
  requireOwnPlace(path);
  const real = whereIs(path);
  try {
    const { mode } = statSync(real);
    if (known !== null && !readFileSync(real).equals(known)) {
      throw new UsageError(`${shownPath(path)} has been changed by somebody else meanwhile, and is not written over.`);
    }
    replaceFile(real, text, mode);
  } catch (error) {
    throw unwritten(path, error);
  }
}

function unwritten(path: string, error: unknown): unknown {
  if (error instanceof UsageError) return error;
  const { code } = error as NodeJS.ErrnoException;
  const folder = dirname(path);
  if (code === 'ENOENT' && !isFolder(folder)) return new UsageError(`There is no folder ${folder}.`);
  if (code === 'EEXIST') return new UsageError(`${shownPath(path)} is there already.`);
  return new UsageError(`${shownPath(path)} cannot be written (${code}).`);
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { type DecodeProblem, decodeItinerary } from '../itinerary/decode.ts';
import { limits } from '../itinerary/limits.ts';
import { escapeForTerminal } from '../terminal/escape.ts';

const problems: Record<DecodeProblem, string> = {
  empty: 'is empty',
  'too-large': `is larger than ${limits.bytes / 1024 / 1024} MiB; no itinerary is`,
  'utf-16': 'is UTF-16 text; save it as UTF-8',
  binary: 'is a binary file, not YAML text',
  'not-utf-8': 'is not UTF-8 text; save it as UTF-8',
};

/** Text of an itinerary; `-` is standard input. Throws `UsageError` for what is no text file at all. */
export function readItinerary(path: string): string {
  const name = path === '-' ? 'Standard input' : escapeForTerminal(path);
  const decoded = decodeItinerary(path === '-' ? readStream(0) : readFile(path, name));
  if ('problem' in decoded) throw new UsageError(`${name} ${problems[decoded.problem]}.`);
  return decoded.text;
}

function readFile(path: string, name: string): Uint8Array {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`There is no file ${name}.`, 'Give the path of an itinerary in YAML.');
    if (code === 'EACCES') throw new UsageError(`${name} may not be read.`);
    throw new UsageError(`${name} cannot be opened (${code}).`);
  }
  try {
    if (fstatSync(file).isDirectory()) throw new UsageError(`${name} is a folder.`, 'Name the itinerary inside it.');
    return readStream(file);
  } finally {
    closeSync(file);
  }
}

/** At most one byte more than there may be: enough to know that it is too large. */
export function readStream(file: number, most: number = limits.bytes): Uint8Array {
  const bytes = new Uint8Array(most + 1);
  let length = 0;
  while (length < bytes.length) {
    let read: number;
    try {
      read = readSync(file, bytes, length, bytes.length - length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') continue;
      if (code === 'EOF') break;
      throw new UsageError(`The input cannot be read (${code}).`);
    }
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

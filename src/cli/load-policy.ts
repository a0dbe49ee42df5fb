/** A policy file, read and checked; what is wrong with it is told with line and column. It brings zod with it. */
import { config } from 'zod';
import { UsageError } from '../errors.ts';
import { type DecodeProblem, decodeItinerary } from '../itinerary/decode.ts';
import { limits } from '../itinerary/limits.ts';
import { type PolicyFile, readPolicy } from '../policy/read-policy.ts';
import type { PolicyWords } from '../policy/words.ts';
import { shownPath } from './paths.ts';
import { type FileProblem, readRegularFile } from './read-regular-file.ts';

// A policy is read once: to compile a check of hundreds of keys would cost 50 ms and save one.
config({ jitless: true });

/** Told at most; after a few, one mistake explains the rest. */
const MOST_FAULTS = 10;

export function loadPolicy(path: string, words: PolicyWords): PolicyFile {
  const name = shownPath(path);
  const { file, faults } = readPolicy(readText(path, name), words);
  if (file !== null) return file;
  const told = faults.slice(0, MOST_FAULTS).map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`);
  const rest = faults.length > MOST_FAULTS ? [`… and ${faults.length - MOST_FAULTS} more.`] : [];
  throw new UsageError(
    [`The policy ${name} cannot be used; nothing was checked.`, ...told, ...rest],
    'See docs/policy.md, or tajcheck schema config.',
  );
}

function readText(path: string, name: string): string {
  const bytes = readRegularFile(path, limits.bytes);
  const decoded = 'problem' in bytes ? bytes : decodeItinerary(bytes);
  if ('text' in decoded) return decoded.text;
  if (decoded.problem === 'empty') return '';
  throw new UsageError(`The policy ${name} ${problems[decoded.problem]}.`);
}

const problems: Record<FileProblem | Exclude<DecodeProblem, 'empty'>, string> = {
  'not-found': 'is not there',
  'not-a-file': 'is not a file',
  unreadable: 'cannot be read',
  'too-large': `is larger than ${limits.bytes / 1024 / 1024} MiB`,
  'utf-16': 'is UTF-16 text; save it as UTF-8',
  binary: 'is a binary file, not YAML text',
  'not-utf-8': 'is not UTF-8 text; save it as UTF-8',
};

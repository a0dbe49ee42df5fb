/** The words of findings about files as files. */
import type { Finding } from '../finding.ts';
import type { DecodeProblem } from '../itinerary/decode.ts';
import { limits } from '../itinerary/limits.ts';

/** Why a file was not checked; failed: tajcheck itself did. */
export type FileFault = DecodeProblem | 'not-found' | 'not-a-file' | 'unreadable' | 'outside' | 'failed';

const faults: Readonly<Record<FileFault, string>> = {
  empty: 'The file is empty.',
  'too-large': `The file is larger than ${limits.bytes / 1024 / 1024} MiB; no itinerary is.`,
  'utf-16': 'The file is UTF-16 text; save it as UTF-8.',
  binary: 'The file is binary, not YAML text.',
  'not-utf-8': 'The file is not UTF-8 text; save it as UTF-8.',
  'not-found': 'The file is gone, or is a link to nothing.',
  'not-a-file': 'This is no plain file, and was not read.',
  unreadable: 'The file may not be read.',
  outside: 'The file is a link to something outside the repository, and was not read.',
  failed: 'tajcheck failed on this file, and nothing in it was checked. Please report it',
};

export function formatFileFinding({ rule, args }: Finding): string | null {
  if (rule !== 'TJ112') return null;
  const said = faults[args.problem as FileFault];
  return args.problem === 'failed' ? `${said}: ${args.detail}` : said;
}

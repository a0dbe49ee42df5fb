import { readFileSync } from 'node:fs';
import { DataError } from '../errors.ts';
import { type Knowledge, unpackKnowledge } from '../knowledge/knowledge.ts';

/** The knowledge that ships beside the bundle. Throws `DataError` when it is missing or damaged. */
export function loadKnowledge(): Knowledge {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(new URL('./knowledge.bin', import.meta.url));
  } catch {
    throw new DataError('The packaged data is missing. Install tajcheck again, or run `npm run build` in a clone.');
  }
  return unpackKnowledge(bytes);
}

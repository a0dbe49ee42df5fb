/** Lists of words: things carried, and mitigations in place. Those that stay keep their place and their comments. */
import type { Draft } from '../draft.ts';
import { setKey, valueAt } from './entry.ts';

export const setEquipment = (draft: Draft, ids: readonly string[]): Draft => setWords(draft, 'equipment', ids);

export const setMitigations = (draft: Draft, ids: readonly string[]): Draft => setWords(draft, 'mitigations', ids);

function setWords(draft: Draft, key: string, ids: readonly string[]): Draft {
  const written = valueAt(draft, [key]);
  const before = Array.isArray(written) ? written : [];
  const kept = before.filter((word) => typeof word !== 'string' || ids.includes(word));
  return setKey(draft, key, [...new Set([...kept, ...ids])]);
}

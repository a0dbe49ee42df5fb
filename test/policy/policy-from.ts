/** A policy from its text, by the words of the real data. */
import { type PolicyFile, readPolicy } from '../../src/policy/read-policy.ts';
import { type PolicyWords, policyWords } from '../../src/policy/words.ts';
import { rules } from '../../src/rules/registry.ts';
import { assessText, knowledge } from '../trip.ts';

let known: PolicyWords | undefined;
export const words = (): PolicyWords => (known ??= policyWords(knowledge(), rules));

/** `3:5 …` for each fault. */
export const faultsOf = (text: string): string[] =>
  readPolicy(text, words()).faults.map(({ line, column, message }) => `${line}:${column} ${message}`);

export function policyFrom(text: string): PolicyFile {
  const { file, faults } = readPolicy(text, words());
  if (file === null) throw new Error(JSON.stringify(faults));
  return file;
}

/** A trip judged by a policy. */
export const judge = (trip: string, policy: string, asOf = '2026-11-22') =>
  assessText(trip, {}, { asOf, policy: policyFrom(policy).policy });

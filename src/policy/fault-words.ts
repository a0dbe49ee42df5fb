/** What is wrong in a policy, in words. */
import type { z } from 'zod';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import type { Path } from './plain.ts';
import { isLocked } from './policy.ts';
import type { WrittenPolicy } from './schema.ts';
import { type PolicyWords, severitiesFor } from './words.ts';

type Issue = z.core.$ZodIssue;

/** Keys listed at most; beyond that a suggestion has to do. */
const MOST_LISTED = 14;

/** One sentence or two for a value that does not fit. */
export function sayMisfit({ message, path }: Issue, value: unknown, words: PolicyWords): string {
  const [first, rule] = path.map(String);
  if (first === 'severities' && isKnownRule(rule, words) && isLocked(rule) && typeof value === 'string') {
    const allowed = severitiesFor(words.rules.find(({ id }) => id === rule)!);
    return `${rule} cannot be turned off or lowered: what is not understood was not checked. It may be ${allowed.join(' or ')}.`;
  }
  const known = wordsAt(path, words);
  const what = path.length === 0 ? 'The policy' : `\`${sayPath(path)}\``;
  const hint = typeof value === 'string' ? sayKnown(didYouMean(value, known), known) : '';
  return `${what} must be ${message}, not ${describe(value)}.${hint}`;
}

function sayKnown(meant: string | null, known: readonly string[]): string {
  if (meant !== null) return ` Did you mean \`${meant}\`?`;
  return known.length > 0 && known.length <= MOST_LISTED ? ` Known: ${known.join(', ')}.` : '';
}

/** For a key that stands in `path` and is not known there. */
export function sayUnknownKey(key: string, path: Path, known: readonly string[]): string {
  const [first] = path.map(String);
  const said = key === '' ? 'An empty key' : `\`${key}\``;
  // Numbers that look alike mean nothing to each other.
  const meant = first === 'severities' ? null : didYouMean(key, known);
  const what = path.length === 1 ? kinds[first] : undefined;
  const group = path.length === 0 ? 'a policy' : `\`${sayPath(path)}\``;
  return `${said} is ${what ?? `not a key of ${group}`}.${sayKnown(meant, known)}`;
}

const kinds: Readonly<Record<string, string>> = {
  zones: 'not a zone that any advice is about, so the level would never be looked at',
  severities: 'not the number of a rule',
  leadMargins: 'not a permit or a kind of visa',
};

/** Levels that nobody gives who gates: the policy would let everything pass. Null: all is well. */
export function sayToothless(
  { authorities, maxLevel, zones, require }: WrittenPolicy,
  words: PolicyWords,
): string | null {
  const asksForLevels =
    maxLevel !== undefined ||
    Object.keys(zones ?? {}).length > 0 ||
    (require ?? []).some(({ level }) => level !== undefined);
  if (!asksForLevels || !authorities || authorities.some((id) => words.levelled.includes(id))) return null;
  const who = authorities.length === 1 ? `${authorities[0]} gives` : `${authorities.join(', ')} give`;
  return `${who} no levels, so a level in this policy would hold nothing. Add one that does: ${words.levelled.join(', ')}.`;
}

const isKnownRule = (id: string | undefined, { rules }: PolicyWords): id is string =>
  rules.some((rule) => rule.id === id);

/** Words that may stand there. */
function wordsAt(path: Path, words: PolicyWords): readonly string[] {
  const [first] = path.map(String);
  if (first === 'authorities') return Object.keys(words.authorities);
  if (first === 'require') return Object.keys(words.demands);
  return [];
}

/** `require[0].items[1]`, counted from 1 as people do. */
function sayPath(path: Path): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part + 1}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'keys with values';
  return typeof value === 'string' ? (value.trim() === '' ? 'an empty text' : `“${value}”`) : String(value);
}

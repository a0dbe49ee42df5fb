/** How well a name answers what was typed so far: the lower, the better. All names are normalised. */
import { distance } from 'fastest-levenshtein';

export const ranks = { exact: 0, prefix: 1, word: 2, inside: 3, sound: 4, near: 5 } as const;

/** Null: not at all. Near misses are left to `nearMiss`, which takes longer. */
export function rankOf(typed: string, name: string): number | null {
  if (name === typed) return ranks.exact;
  const at = name.indexOf(typed);
  if (at === -1) return null;
  if (at === 0) return ranks.prefix;
  return name.includes(` ${typed}`) ? ranks.word : ranks.inside;
}

/** Slips that are let pass: none in three letters, one in six, two beyond. */
const allowed = (length: number): number => (length <= 3 ? 0 : length <= 6 ? 1 : 2);

/** Slips between what was typed and a name, or the beginning of it: one is still typing. Null: too many. */
export function nearMiss(typed: string, name: string): number | null {
  const most = allowed(typed.length);
  if (most === 0 || name.length < typed.length - most) return null;
  const begun = name.length > typed.length ? distance(typed, name.slice(0, typed.length)) + 0.5 : Infinity;
  const whole = Math.abs(name.length - typed.length) <= most ? distance(typed, name) : Infinity;
  const slips = Math.min(begun, whole);
  return Math.floor(slips) <= most ? slips : null;
}

const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ы: 'i', э: 'e', ю: 'yu',
  я: 'ya',
}; // biome-ignore format: an alphabet

/** What a normalised name sounds like, in Latin letters, the many ways of writing one sound made one. */
export function soundOf(name: string): string {
  return name
    .replace(/[а-я]/g, (letter) => letters[letter] ?? '')
    .replace(/kh|ch(?=o)/g, 'h')
    .replace(/gh|q/g, (sound) => (sound === 'q' ? 'k' : 'g'))
    .replace(/dzh|dj|zh/g, 'j')
    .replace(/ou|oo|o/g, 'u')
    .replace(/ee|ie|y/g, 'i')
    .replace(/w/g, 'v')
    .replace(/ /g, '')
    .replace(/(.)\1/g, '$1');
}

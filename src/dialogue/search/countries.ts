/** The country of a passport, found by what was typed so far. */
import { otherNames } from '../../itinerary/other-country-names.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { normaliseName } from '../../places/normalise-name.ts';
import { capitalise } from '../../sentence.ts';
import { nearMiss, rankOf, ranks } from './rank.ts';

export interface CountryChoice {
  /** As an itinerary writes it. */
  readonly code: string;
  /** `United Kingdom (GB)`. */
  readonly label: string;
  /** The other name by which it was found; null: its own. */
  readonly by: string | null;
}

interface Named {
  readonly code: string;
  readonly label: string;
  readonly names: readonly { readonly key: string; readonly by: string | null }[];
}

type Names = Knowledge['nationalities'];
const lists = new WeakMap<Names, readonly Named[]>();

/** The best first; from A on while nothing is typed. */
export function searchCountries(
  typed: string,
  { nationalities }: Pick<Knowledge, 'nationalities'>,
  most = 12,
): CountryChoice[] {
  const key = plain(typed);
  const all = listOf(nationalities);
  if (key === '') return all.slice(0, most).map(({ code, label }) => ({ code, label, by: null }));
  const found = all.flatMap((country) => bestOf(country, (name) => rankOf(key, name)));
  // Codes are short: a near miss of one is another.
  const near = found.length > 0 ? [] : all.flatMap((country) => bestOf(country, (name) => slip(key, name)));
  return [...found, ...near]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ rank: _, ...choice }) => choice);
}

function slip(key: string, name: string): number | null {
  const slips = name.length < 4 ? null : nearMiss(key, name);
  return slips === null ? null : ranks.near + slips;
}

function bestOf({ code, label, names }: Named, rank: (name: string) => number | null) {
  let best: (CountryChoice & { rank: number }) | null = null;
  for (const { key, by } of names) {
    const own = rank(key);
    if (own !== null && (best === null || own < best.rank)) best = { code, label, by, rank: own };
  }
  return best === null ? [] : [best];
}

function listOf(nationalities: Names): readonly Named[] {
  const known = lists.get(nationalities);
  if (known) return known;
  // Many who plan a trip there have that keyboard.
  const inRussian = new Intl.DisplayNames(['ru'], { type: 'region', fallback: 'none' });
  const made = Object.entries(nationalities)
    .map(([code, written]): Named => {
      const name = capitalise(written.replace(/^the /, ''));
      const russian = code.length === 2 ? inRussian.of(code) : undefined;
      const others = [...(otherNames[code] ?? []), ...(russian === undefined || russian === code ? [] : [russian])].map(
        (by) => ({ key: plain(by), by }),
      );
      const names = [{ key: code.toLowerCase(), by: null }, { key: plain(name), by: null }, ...others];
      return { code, label: code.length === 2 ? `${name} (${code})` : name, names };
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  lists.set(nationalities, made);
  return made;
}

/** `United Kingdom` for `GB`, at the beginning of a line. */
export function countryLabel(code: string, { nationalities }: Pick<Knowledge, 'nationalities'>): string {
  return listOf(nationalities).find((country) => country.code === code)?.label ?? code;
}

/** `Bosnia & Herzegovina` and `Bosnia and Herzegovina` are one. */
const plain = (name: string): string => normaliseName(name.replaceAll('&', ' and ').replace(/^\s*the\s+/i, ''));

/** What may stand where the help says `<file>`, `<severity>` or `<place>`. */
import { severities } from '../finding.ts';
import { countryCodes, otherPassports } from '../itinerary/countries.ts';
import { passportKinds } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { thresholds } from '../policy/policy.ts';
import { rules } from '../rules/registry.ts';

export type Value =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** `any`: a date, a number, a text; nothing can be offered. */
  | { readonly kind: 'file' | 'folder' | 'any' };

/** By the word between the angle brackets. */
export type ValueKinds = Readonly<Record<string, Value>>;

const words = (...known: string[]): Value => ({ kind: 'words', words: known });
const file: Value = { kind: 'file' };

/** Everything offered is an id, which needs no quotes in any shell. */
export function valueKinds(knowledge: Knowledge): ValueKinds {
  const { places, permits, visaKinds, posts, zones, authorities, mitigations } = knowledge;
  const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
  const place = words(...ids(places));
  const districts = permits.flatMap((permit) => ids(permit.districts));
  return {
    file,
    inputs: file,
    old: file,
    new: file,
    folder: { kind: 'folder' },
    place,
    from: place,
    to: place,
    country: words(...countryCodes, ...otherPassports),
    kind: words(...passportKinds),
    severity: words(...thresholds),
    type: words(...ids(permits)),
    change: words(...districts.flatMap((district) => [`+${district}`, `-${district}`])),
    id: words(
      ...ids(rules), ...ids(permits), ...ids(visaKinds), ...ids(posts), ...Object.keys(zones),
      ...Object.keys(authorities), ...ids(mitigations),
    ), // biome-ignore format: one list
    required: words('required', 'all', ...ids(mitigations)),
  };
}

interface Written {
  readonly placeholder: string | undefined;
  readonly choices: readonly string[] | undefined;
  readonly about: string;
  readonly flag?: string;
}

export function valueFor({ placeholder = '', choices, about, flag }: Written, kinds: ValueKinds): Value {
  if (choices) return words(...choices);
  // Each command has formats and vehicles of its own, and its help begins with them: `pretty, json or markdown`.
  if (placeholder === 'format' || placeholder === 'vehicle') return words(...listed(about));
  if (flag === '--require') return kinds.required;
  if (flag === '--min-severity') return words(...severities);
  return kinds[placeholder] ?? { kind: 'any' };
}

function listed(about: string): string[] {
  const list = /(?:[\w-]+, )+[\w-]+ or [\w-]+/.exec(about)?.[0] ?? '';
  return list.split(/, | or /).filter((word) => word !== '');
}

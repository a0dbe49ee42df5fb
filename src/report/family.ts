/**
 * Zones that a reader thinks of as one area. Each authority may have a strip of its own along the same border: such
 * zones carry the authority's first word at the end of their id (`af-border-us`, `af-border-ca`).
 */
import { sayKm } from './pretty/words.ts';

interface OwnedZone {
  readonly id: string;
  readonly name: string;
  readonly authority: string | null;
  /** Not null: the reader's own, and no part of anybody's area. */
  readonly own?: object | null;
}

/** Lists of zones that make one area each, in the order of their first zone. */
export function groupFamilies<Zone extends OwnedZone>(zones: Iterable<Zone>): Zone[][] {
  const families = new Map<string, Zone[]>();
  for (const zone of zones) {
    const owner = zone.authority?.split('-')[0];
    const key = zone.own
      ? `own ${zone.id}`
      : owner && zone.id.endsWith(`-${owner}`)
        ? zone.id.slice(0, -owner.length - 1)
        : zone.id;
    const family = families.get(key);
    if (family) family.push(zone);
    else families.set(key, [zone]);
  }
  return [...families.values()];
}

/** The words that all names begin with: `Afghan border (US)` and `Afghan border (Canada)` are the Afghan border. */
export function commonName(names: readonly string[]): string {
  if (names.length === 1) return names[0];
  const [first, ...others] = names.map((name) => name.split(' '));
  let length = first.length;
  for (const other of others) while (first.slice(0, length).join(' ') !== other.slice(0, length).join(' ')) length--;
  const shared = first
    .slice(0, length)
    .join(' ')
    .replace(/[\s,:;(\u2013-]+$/, '');
  return shared || names[0];
}

/** The abbreviation that a name ends with, else the name: `GBAO`. */
export const shortName = (name: string): string => /\(([A-Z]{2,8})\)$/.exec(name)?.[1] ?? name;

/** `, 5 miles` of `Afghan border area (US, 5 miles)`; empty where the name gives no distance. */
export function distanceOf({ name }: { readonly name: string }): string {
  return /(, [^(),]*\d[^(),]*)\)$/.exec(name)?.[1] ?? '';
}

/** One length for each zone of an area: `8.3 km (US), 10 km (Canada), 22 km (6 others)`. */
export function sayLengths<Zone>(
  lengths: readonly { readonly zone: Zone; readonly km: number }[],
  nameOwner: (zone: Zone) => string,
): string {
  const byLength = new Map<string, Zone[]>();
  for (const { zone, km } of [...lengths].sort((a, b) => a.km - b.km)) {
    const length = sayKm(km);
    byLength.set(length, [...(byLength.get(length) ?? []), zone]);
  }
  if (byLength.size === 1) return [...byLength.keys()].join();
  const who = (zones: readonly Zone[]) =>
    zones.length > 2 ? `${zones.length} others` : zones.map(nameOwner).join('; ');
  return [...byLength].map(([km, zones]) => `${km} (${who(zones)})`).join(', ');
}

/** The outlines of all countries in zones.yaml, simplified together, so that a border is one line for both of its sides. */
import { simplifyOutlines } from './arcs.ts';
import { dissolve } from './dissolve.ts';
import { distanceTo } from './distance.ts';
import { type Polygon, signedArea } from './plane.ts';
import type { ZonesFile } from './recipe.ts';

/** By zone id; the largest part comes first. */
export function makeOutlines(
  { zones, home, simplify }: ZonesFile,
  timezones: ReadonlyMap<string, readonly Polygon[]>,
): ReadonlyMap<string, readonly Polygon[]> {
  const full = new Map(
    zones.flatMap(({ id, geometry }) => {
      if (!('country' in geometry)) return [];
      const pieces = geometry.country.timezones.flatMap((name) => timezones.get(name) ?? []);
      if (pieces.length === 0) throw new Error(`zones.yaml: the map has nothing for ${id}`);
      return [[id, dissolve(pieces).sort((a, b) => signedArea(b[0]) - signedArea(a[0]))] as const];
    }),
  );
  const middle = full.get(home);
  if (!middle) throw new Error(`zones.yaml: ${home} is not a country`);
  const metresFromHome = distanceTo(middle.flat());
  const { metres, km } = simplify.far;
  return simplifyOutlines(full, (position) =>
    Math.max(simplify.outline, metres * Math.min(1, metresFromHome(position) / (km * 1000))),
  );
}

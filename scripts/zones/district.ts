/**
 * Districts that no open map draws: every point belongs to the district of the nearest labelled settlement
 * (a Voronoi partition). Good along the inhabited valleys, rough on the ridges between them.
 */
import { voronoi } from '@turf/turf';
import { dissolve } from './dissolve.ts';
import { type Bounds, type Polygon, type Position, round6 } from './plane.ts';

export interface Settlement {
  readonly district: string;
  readonly position: Position;
}

export function district(
  name: string,
  settlements: readonly Settlement[],
  [west, south, east, north]: Bounds,
): Polygon[] {
  if (!settlements.some((settlement) => settlement.district === name))
    throw new Error(`no settlement in district ${name}`);
  // Degrees of longitude are shorter: scale them, so that "nearest" is nearest on the ground.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  // Order and duplicates must not depend on the file.
  const unique = new Map(settlements.map((s) => [s.position.join(), s]));
  const sites = [...unique.values()].sort((a, b) => a.position[0] - b.position[0] || a.position[1] - b.position[1]);
  const cells = voronoi(
    {
      type: 'FeatureCollection',
      features: sites.map(({ position: [lon, lat] }) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Point', coordinates: [lon * narrow, lat] },
      })),
    },
    { bbox: [(west - 1) * narrow, south - 1, (east + 1) * narrow, north + 1] },
  );
  const own = sites.flatMap((site, i) => (site.district === name ? [cells.features[i]] : []));
  return dissolve(
    own.map(({ geometry }) =>
      geometry.coordinates.map((ring) => ring.map(([x, lat]): Position => [round6(x / narrow), round6(lat)])),
    ),
  );
}

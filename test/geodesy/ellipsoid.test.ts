import geodesic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { densify, distanceKm } from '../../src/geodesy/great-ellipse.ts';
import { latticeDistance, toLattice } from '../../src/geodesy/lattice.ts';

const { WGS84 } = geodesic.Geodesic;

describe('distances against an independent geodesic library', () => {
  test.each([
    [10, 0.002],
    [50, 0.25],
  ])('at %d km they are off by less than %d m', (km, allowed) => {
    for (let at = 0; at < 200; at++) {
      const [lon, lat] = [66 + 10 * ((at * 0.618) % 1), 36 + 6 * ((at * 0.755) % 1)];
      const { lat2, lon2 } = WGS84.Direct(lat, lon, at * 37, km * 1000);
      const metres = latticeDistance(toLattice(lon), toLattice(lat), toLattice(lon2!), toLattice(lat2!));
      // Rounding to the lattice is worth up to 1 cm at either end.
      expect(Math.abs(metres - km * 1000)).toBeLessThan(allowed + 0.02);
    }
  });

  test('over long ways to 0.01 %', () => {
    for (const [a, b] of [
      [
        [68.78, 38.54],
        [71.55, 37.49],
      ],
      [
        [66, 36],
        [76, 42],
      ],
      [
        [68.78, 38.54],
        [2.35, 48.86],
      ],
    ] as const) {
      const truth = WGS84.Inverse(a[1], a[0], b[1], b[0]).s12! / 1000;
      expect(Math.abs(distanceKm(a, b) / truth - 1)).toBeLessThan(1e-4);
    }
  });

  test('a straight way has both ends, even steps and stays on the geodesic', () => {
    const [a, b] = [
      [68.78, 38.54],
      [71.55, 37.49],
    ] as const;
    const line = densify(a, b, 1);
    expect([line[0], line.at(-1)]).toEqual([a, b]);
    const way = WGS84.InverseLine(a[1], a[0], b[1], b[0]);
    for (const [lon, lat] of line) {
      const gone = WGS84.Inverse(a[1], a[0], lat, lon).s12!;
      const { lat2, lon2 } = way.Position(gone);
      expect(WGS84.Inverse(lat, lon, lat2!, lon2!).s12!).toBeLessThan(10);
    }
    for (let at = 1; at < line.length; at++) expect(distanceKm(line[at - 1], line[at])).toBeLessThanOrEqual(1);
  });
});

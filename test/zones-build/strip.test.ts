import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { distanceTo } from '../../scripts/zones/distance.ts';
import { polygonContains } from '../../scripts/zones/plane.ts';
import { strip } from '../../scripts/zones/strip.ts';

describe('distanceTo', () => {
  it.each([
    [70.2, 38.05],
    [69.9, 37.9],
    [70.05, 38.2],
  ])('measures from %f, %f to a point as GeographicLib does, to 5 cm', (lon, lat) => {
    const point = distanceTo([
      [
        [70, 38],
        [70, 38],
      ],
    ]);
    expect(Math.abs(point([lon, lat]) - Geodesic.WGS84.Inverse(lat, lon, 38, 70).s12!)).toBeLessThan(0.05);
  });

  it('does not depend on what was asked before', () => {
    const ask = distanceTo([
      [
        [70, 38],
        [71, 38.5],
        [72, 38],
      ],
    ]);
    const first = ask([71.5, 38]);
    ask([70, 38]);
    expect(ask([71.5, 38])).toBe(first);
  });
});

describe('strip', () => {
  it('draws a circle around a point', () => {
    const [[ring]] = strip(
      [
        [
          [70, 38],
          [70, 38],
        ],
      ],
      5,
      2,
    );
    const off = ring.map(([lon, lat]) => Geodesic.WGS84.Inverse(38, 70, lat, lon).s12! - 5000);
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(1);
  });

  it('leaves a hole where the lines go round a far place', () => {
    const square: [number, number][] = [[70, 38], [70.5, 38], [70.5, 38.4], [70, 38.4], [70, 38]]; // biome-ignore format: a square
    const [polygon] = strip([square], 5, 2);
    expect(polygon).toHaveLength(2);
    expect(polygonContains(polygon, [70.25, 38.2])).toBe(false);
    expect(polygonContains(polygon, [70.25, 38.03])).toBe(true);
  });
});

import geodesic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { compileZones } from '../../src/zones/compile.ts';
import { edgeDistanceKm } from '../../src/zones/nearest.ts';
import { star } from './shapes.ts';

const { WGS84 } = geodesic.Geodesic;

describe('distance to an edge', () => {
  const ring = star(
    71,
    38.5,
    Array.from({ length: 400 }, (_, at) => 1 + 0.2 * Math.sin(at / 9)),
  );
  const index = compileZones([{ id: 'z', rings: [ring] }], 32);

  /** The nearest point of an edge by golden section over true geodesics: slow and independent. */
  function geodesicKm(lon: number, lat: number): number {
    let best = Infinity;
    for (let at = 1; at < ring.length; at++) {
      const [a, b] = [ring[at - 1], ring[at]];
      const distance = (share: number) =>
        WGS84.Inverse(lat, lon, a[1] + share * (b[1] - a[1]), a[0] + share * (b[0] - a[0])).s12! / 1000;
      if (distance(0.5) > best + 3) continue;
      let [low, high] = [0, 1];
      for (let turn = 0; turn < 40; turn++) {
        const third = (high - low) / 3;
        if (distance(low + third) < distance(high - third)) high -= third;
        else low += third;
      }
      best = Math.min(best, distance((low + high) / 2));
    }
    return best;
  }

  test('is the geodesic distance to 1 m within 50 km, inside and out', () => {
    let checked = 0;
    for (let at = 0; at < 120; at++) {
      const turn = at * 2.399963;
      const reach = 0.5 + 1.2 * ((at * 0.618034) % 1);
      const [lon, lat] = [71 + reach * Math.cos(turn), 38.5 + reach * Math.sin(turn)];
      const expected = geodesicKm(lon, lat);
      if (expected > 50) continue;
      checked++;
      expect(Math.abs(edgeDistanceKm(index, 0, [lon, lat]) - expected)).toBeLessThan(0.001);
    }
    expect(checked).toBeGreaterThan(60);
  });
});

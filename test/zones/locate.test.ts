import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toLattice } from '../../src/geodesy/lattice.ts';
import { compileZones } from '../../src/zones/compile.ts';
import { locate } from '../../src/zones/locate.ts';
import { edgeDistanceKm } from '../../src/zones/nearest.ts';
import { type ZoneIndex, zoneIds } from '../../src/zones/zone-index.ts';
import { holds, position, rectangle, zoneRings } from './shapes.ts';

function zonesAt(index: ZoneIndex, lon: number, lat: number): string[] {
  const set = new Uint32Array(index.words);
  locate(index, toLattice(lon), toLattice(lat), set);
  return zoneIds(index, set);
}

describe('locating a point', () => {
  test('agrees with ray casting on random zones, whatever the grid', () => {
    fc.assert(
      fc.property(
        fc.array(zoneRings, { minLength: 1, maxLength: 40 }),
        fc.array(position, { minLength: 20, maxLength: 20 }),
        fc.constantFrom(1, 3, 16, 64),
        (zones, points, side) => {
          const index = compileZones(
            zones.map((rings, at) => ({ id: `z${at}`, rings })),
            side,
          );
          for (const [lon, lat] of points) {
            // Within 1 m of an edge, rounding to the lattice may rightly decide either way.
            const clear = zones.map((_, at) => edgeDistanceKm(index, at, [lon, lat]) > 0.001);
            const expected = zones.flatMap((rings, at) => (clear[at] && holds(rings, lon, lat) ? [`z${at}`] : []));
            const found = zonesAt(index, lon, lat).filter((id) => clear[Number(id.slice(1))]);
            expect(found).toEqual(expected);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('counts a point on an edge or corner as inside', () => {
    const index = compileZones([{ id: 'square', rings: [rectangle(70, 38, 71, 39)] }], 8);
    for (const [lon, lat] of [
      [70, 38.5],
      [71, 38.5],
      [70.5, 38],
      [70.5, 39],
      [70, 38],
      [71, 39],
      [71, 38],
      [70, 39],
    ]) {
      expect(zonesAt(index, lon, lat), `${lon},${lat}`).toEqual(['square']);
    }
  });

  test('finds nothing outside the grid, near or far', () => {
    const index = compileZones([{ id: 'square', rings: [rectangle(70, 38, 71, 39)] }], 8);
    for (const [lon, lat] of [
      [69.9999, 38.5],
      [71.0001, 38.5],
      [2.35, 48.86],
      [-180, -90],
    ]) {
      expect(zonesAt(index, lon, lat), `${lon},${lat}`).toEqual([]);
    }
  });

  test('knows a hole from its zone, and an island in the hole', () => {
    const rings = [rectangle(70, 38, 73, 41), rectangle(71, 39, 72, 40), rectangle(71.4, 39.4, 71.6, 39.6)];
    const index = compileZones([{ id: 'ring', rings }], 16);
    expect(zonesAt(index, 70.5, 39.5)).toEqual(['ring']);
    expect(zonesAt(index, 71.2, 39.5)).toEqual([]);
    expect(zonesAt(index, 71.5, 39.5)).toEqual(['ring']);
  });

  test('tells more than 32 zones apart', () => {
    const zones = Array.from({ length: 70 }, (_, at) => ({
      id: `strip-${at}`,
      rings: [rectangle(68 + at * 0.1, 37, 68.1 + at * 0.1, 41)],
    }));
    const index = compileZones(zones, 32);
    for (const at of [0, 31, 32, 33, 63, 64, 69]) {
      expect(zonesAt(index, 68.05 + at * 0.1, 39), `strip ${at}`).toEqual([`strip-${at}`]);
    }
  });
});

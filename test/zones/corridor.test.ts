import fc from 'fast-check';
import { expect, test } from 'vitest';
import { densify } from '../../src/geodesy/great-ellipse.ts';
import { measureLine } from '../../src/geodesy/measure.ts';
import { compileZones } from '../../src/zones/compile.ts';
import { corridorZones } from '../../src/zones/corridor.ts';
import { edgeDistanceKm } from '../../src/zones/nearest.ts';
import { holds, position, zoneRings } from './shapes.ts';

test('a band misses no zone that lies within its half-width of the line', () => {
  fc.assert(
    fc.property(
      fc.array(zoneRings, { minLength: 1, maxLength: 6 }),
      position,
      position,
      fc.double({ min: 3, max: 80, noNaN: true }),
      fc.constantFrom(16, 64, 256),
      (zones, from, to, halfWidthKm, side) => {
        const index = compileZones(
          zones.map((rings, at) => ({ id: `z${at}`, rings })),
          side,
        );
        const line = densify(from, to, 5);
        const found = corridorZones(index, measureLine(line), halfWidthKm);
        zones.forEach((rings, at) => {
          const within = line.some(
            ([lon, lat]) => holds(rings, lon, lat) || edgeDistanceKm(index, at, [lon, lat]) <= halfWidthKm,
          );
          if (within) expect(found).toContain(`z${at}`);
        });
      },
    ),
    { numRuns: 150 },
  );
});

test('a band leaves out what is far away', () => {
  const box = (lon: number) => [
    [lon, 38],
    [lon + 0.5, 38],
    [lon + 0.5, 38.5],
    [lon, 38.5],
    [lon, 38],
  ];
  const index = compileZones(
    [
      { id: 'near', rings: [box(70)] },
      { id: 'far', rings: [box(74)] },
    ],
    256,
  );
  expect(corridorZones(index, measureLine(densify([69, 38.2], [69.5, 38.2], 5)), 50)).toEqual(['near']);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latticeDistance, toLattice } from '../../src/geodesy/lattice.ts';
import { compileZones } from '../../src/zones/compile.ts';
import { crossLine } from '../../src/zones/cross.ts';
import { edgeDistanceKm } from '../../src/zones/nearest.ts';
import { holds, position, type Ring, rectangle, zoneRings } from './shapes.ts';

const square = compileZones([{ id: 'square', rings: [rectangle(70, 38, 71, 39)] }], 16);

function runs(line: [number, number][], index = square) {
  return crossLine(index, line).crossings.map((c) => [c.entry, c.exit]);
}

const km = (a: readonly number[], b: readonly number[]): number =>
  latticeDistance(toLattice(a[0]), toLattice(a[1]), toLattice(b[0]), toLattice(b[1])) / 1000;

/** Walks the line in steps of some 100 m and counts those whose middle is inside: the oracle. */
function sampledKm(rings: readonly Ring[], line: readonly [number, number][]): number {
  let inside = 0;
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1], line[at]];
    const length = km(a, b);
    const steps = Math.max(1, Math.ceil(length / 0.1));
    for (let step = 0; step < steps; step++) {
      const share = (step + 0.5) / steps;
      if (holds(rings, a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))) inside += length / steps;
    }
  }
  return inside;
}

/** Every 5 km or so a vertex, as legs have them. */
function dense(line: readonly [number, number][]): [number, number][] {
  return line.flatMap((b, at) => {
    if (at === 0) return [b];
    const a = line[at - 1];
    const steps = Math.max(1, Math.ceil(km(a, b) / 5));
    return Array.from({ length: steps }, (_, step): [number, number] => {
      const share = (step + 1) / steps;
      return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
    });
  });
}

describe('crossing a zone', () => {
  test('misses no zone and measures the way inside as dense sampling does', () => {
    fc.assert(
      fc.property(
        fc.array(zoneRings, { minLength: 1, maxLength: 5 }),
        fc.array(position, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(1, 8, 64),
        (zones, corners, side) => {
          const line = dense(corners);
          const index = compileZones(
            zones.map((rings, at) => ({ id: `z${at}`, rings })),
            side,
          );
          const { crossings, lengthKm } = crossLine(index, line);
          for (const [at, rings] of zones.entries()) {
            const own = crossings.filter((crossing) => crossing.zone === `z${at}`);
            const inside = own.reduce((sum, crossing) => sum + crossing.insideKm, 0);
            const sampled = sampledKm(rings, line);
            // Sampling itself is off by up to 50 m at each entry and exit.
            expect(Math.abs(inside - sampled)).toBeLessThanOrEqual(0.05 + sampled * 0.005 + own.length * 0.1);
            if (sampled > 0.2) expect(own.length).toBeGreaterThan(0);
            for (const crossing of own) {
              for (const end of [crossing.entry, crossing.exit]) {
                const atEnd = km(end, line[0]) < 1e-6 || km(end, line[line.length - 1]) < 1e-6;
                if (!atEnd) expect(edgeDistanceKm(index, at, end)).toBeLessThan(0.001);
              }
              expect(crossing.exitKm).toBeLessThanOrEqual(lengthKm + 1e-9);
            }
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  test('gives the same kilometres backwards', () => {
    fc.assert(
      fc.property(zoneRings, fc.array(position, { minLength: 2, maxLength: 4 }), (rings, corners) => {
        const line = dense(corners);
        const index = compileZones([{ id: 'z', rings }], 16);
        const there = crossLine(index, line);
        const back = crossLine(index, [...line].reverse());
        expect(back.crossings.length).toBe(there.crossings.length);
        const total = (result: typeof there) => result.crossings.reduce((sum, crossing) => sum + crossing.insideKm, 0);
        expect(total(back)).toBeCloseTo(total(there), 6);
      }),
    );
  });

  test('cuts a straight way at the edges', () => {
    expect(
      runs([
        [69.5, 38.5],
        [71.5, 38.5],
      ]),
    ).toEqual([
      [
        [70, 38.5],
        [71, 38.5],
      ],
    ]);
  });

  test('knows a way that lies wholly inside', () => {
    expect(
      runs([
        [70.2, 38.2],
        [70.8, 38.8],
      ]),
    ).toEqual([
      [
        [70.2, 38.2],
        [70.8, 38.8],
      ],
    ]);
  });

  test('counts a way along the edge as inside, from corner to corner', () => {
    expect(
      runs([
        [69.5, 39],
        [70.4, 39],
        [70.6, 39],
        [71.5, 39],
      ]),
    ).toEqual([
      [
        [70, 39],
        [71, 39],
      ],
    ]);
  });

  test('reports a touch in one point with no kilometres', () => {
    const { crossings } = crossLine(square, [
      [69.5, 38.5],
      [70.5, 39.5],
    ]);
    expect(crossings.map((crossing) => crossing.entry)).toEqual([[70, 39]]);
    expect(crossings[0].insideKm).toBe(0);
    expect(
      runs([
        [69.5, 38.2],
        [70, 38.5],
        [69.5, 38.8],
      ]),
    ).toEqual([
      [
        [70, 38.5],
        [70, 38.5],
      ],
    ]);
  });

  test('goes in through a corner and out through another as one stretch', () => {
    expect(
      runs([
        [69.5, 37.5],
        [71.5, 39.5],
      ]),
    ).toEqual([
      [
        [70, 38],
        [71, 39],
      ],
    ]);
  });

  test('starts or ends on the edge', () => {
    expect(
      runs([
        [70, 38.5],
        [70.5, 38.5],
      ]),
    ).toEqual([
      [
        [70, 38.5],
        [70.5, 38.5],
      ],
    ]);
    expect(
      runs([
        [70.5, 38.5],
        [71, 38.5],
      ]),
    ).toEqual([
      [
        [70.5, 38.5],
        [71, 38.5],
      ],
    ]);
    expect(
      runs([
        [69.5, 38.5],
        [70, 38.5],
      ]),
    ).toEqual([
      [
        [70, 38.5],
        [70, 38.5],
      ],
    ]);
  });

  test('leaves through a hole and comes back', () => {
    const index = compileZones([{ id: 'ring', rings: [rectangle(70, 38, 73, 41), rectangle(71, 39, 72, 40)] }], 16);
    expect(
      runs(
        [
          [69, 39.5],
          [74, 39.5],
        ],
        index,
      ),
    ).toEqual([
      [
        [70, 39.5],
        [71, 39.5],
      ],
      [
        [72, 39.5],
        [73, 39.5],
      ],
    ]);
    expect(
      runs(
        [
          [71.2, 39.5],
          [71.8, 39.5],
        ],
        index,
      ),
    ).toEqual([]);
  });

  test('enters each part of a zone, and again after turning back', () => {
    const index = compileZones([{ id: 'two', rings: [rectangle(70, 38, 71, 39), rectangle(72, 38, 73, 39)] }], 16);
    expect(
      runs(
        [
          [69.5, 38.5],
          [73.5, 38.5],
        ],
        index,
      ),
    ).toHaveLength(2);
    expect(
      runs(
        [
          [69.5, 38.5],
          [70.5, 38.5],
          [69.5, 38.6],
          [70.5, 38.7],
        ],
        index,
      ),
    ).toHaveLength(2);
  });

  test('follows a line that comes from beyond the grid and leaves it', () => {
    expect(
      runs(
        dense([
          [60, 38.5],
          [80, 38.5],
        ]),
      ),
    ).toEqual([
      [
        [70, 38.5],
        [71, 38.5],
      ],
    ]);
  });

  test('a single step right across the grid meets each edge once', () => {
    const far: [number, number][] = [
      [69, 38.4],
      [72, 38.6],
    ];
    for (const side of [1, 7, 64]) {
      const index = compileZones([{ id: 'square', rings: [rectangle(70, 38, 71, 39)] }], side);
      expect(runs(far, index)).toHaveLength(1);
      const [[entry, exit]] = runs(far, index);
      expect([entry[0], exit[0]]).toEqual([70, 71]);
    }
  });

  test('stays put on repeated vertices', () => {
    expect(
      runs([
        [69.5, 38.5],
        [70.5, 38.5],
        [70.5, 38.5],
        [71.5, 38.5],
      ]),
    ).toEqual([
      [
        [70, 38.5],
        [71, 38.5],
      ],
    ]);
  });
});

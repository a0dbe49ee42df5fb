import { describe, expect, it } from 'vitest';
import { dissolve } from '../../scripts/zones/dissolve.ts';
import { type Polygon, type Position, signedArea } from '../../scripts/zones/plane.ts';

const box = (west: number, south: number, east: number, north: number): Polygon => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];

describe('dissolve', () => {
  it('joins a large cell to small ones beside it', () => {
    const united = dissolve([box(0, 0, 2, 2), box(2, 0, 3, 1), box(2, 1, 3, 2)]);
    expect(united).toHaveLength(1);
    expect(signedArea(united[0][0]) / 2).toBe(6);
  });

  it('joins pieces however they are wound', () => {
    const reversed = box(1, 0, 2, 1).map((ring) => [...ring].reverse());
    expect(dissolve([box(0, 0, 1, 1), reversed])).toHaveLength(1);
  });

  it('keeps a hole as a hole, and an island in it as a part', () => {
    const ringOfEight = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => [x, y])).filter(([x, y]) => x !== 1 || y !== 1);
    const [frame] = dissolve(ringOfEight.map(([x, y]) => box(x * 3, y * 3, x * 3 + 3, y * 3 + 3)));
    expect(frame).toHaveLength(2);
    expect(signedArea(frame[1])).toBeLessThan(0);
    expect(dissolve([frame, box(4, 4, 5, 5)])).toHaveLength(2);
  });

  it('keeps parts apart that touch at a corner', () => {
    const parts = dissolve([box(0, 0, 1, 1), box(1, 1, 2, 2)]);
    expect(parts).toHaveLength(2);
    expect(parts.every(([ring]) => new Set(ring.map((p: Position) => p.join())).size === ring.length - 1)).toBe(true);
  });
});

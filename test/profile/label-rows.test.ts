import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeInRows } from '../../src/profile/label-rows.ts';

const label = fc.record({
  x: fc.integer({ min: 0, max: 300 }),
  width: fc.integer({ min: 1, max: 120 }),
  rank: fc.integer({ min: 0, max: 5 }),
});

test('no label covers another, leaves the frame, or is crossed by a stem', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 20 }), fc.boolean(), (labels, stems) => {
      const placed = placeInRows(labels, { from: 0, to: 300, rows: 3, gap: 4, stems });
      for (const [at, one] of placed.entries()) {
        const end = one.left + one.label.width;
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(300);
        for (const other of placed.slice(at + 1).filter(({ row }) => row === one.row)) {
          expect(other.left >= end + 4 || other.left + other.label.width + 4 <= one.left).toBe(true);
        }
        if (!stems) continue;
        for (const above of placed.filter(({ row }) => row > one.row)) {
          expect(above.label.x < one.left || above.label.x > end).toBe(true);
        }
      }
    }),
  );
});

test('the most important finds its place first', () => {
  const [first, second] = [
    { x: 50, width: 80, rank: 1 },
    { x: 50, width: 80, rank: 0 },
  ];
  expect(placeInRows([first, second], { from: 0, to: 100, rows: 1, gap: 4 }).map(({ label }) => label)).toEqual([
    second,
  ]);
  const both = placeInRows([first, second], { from: 0, to: 100, rows: 2, gap: 4 });
  expect(both.map(({ row }) => row)).toEqual([0, 1]);
});

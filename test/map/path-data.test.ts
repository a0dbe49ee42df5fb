import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linePath, ringsPath } from '../../src/map/path-data.ts';

/** Where a pen goes that draws the path, by the rules of SVG. */
function pointsOf(path: string): number[][] {
  const points: number[][] = [];
  for (const [, command, rest] of path.matchAll(/([Mlz])([^Mlz]*)/g)) {
    const numbers = (rest.match(/-?\d+/g) ?? []).map(Number);
    for (let at = 0; at < numbers.length; at += 2) {
      const [x, y] = [numbers[at], numbers[at + 1]];
      // Pairs after the first of an M are lines to a place, not by a distance.
      points.push(command === 'l' ? [points.at(-1)![0] + x, points.at(-1)![1] + y] : [x, y]);
    }
  }
  return points;
}

const point = fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }));

/** Without those that stand on the spot of the one before. */
const moving = (points: readonly (readonly number[])[]) =>
  points.filter(([x, y], at) => at === 0 || x !== points[at - 1][0] || y !== points[at - 1][1]);

test('a path leads through every point of the line', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1 }), (line) => {
      expect(moving(pointsOf(linePath(line)))).toEqual(moving(line));
    }),
  );
});

test('rings are closed, and each starts anew', () => {
  const ring = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 0],
  ] as const;
  expect(ringsPath([ring, ring])).toBe('M0 0l4 0 0 4zM0 0l4 0 0 4z');
});

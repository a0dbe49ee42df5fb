import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LabelWish, type PlacedLabel, placeLabels } from '../../src/map/place-labels.ts';

const frame = { width: 400, height: 300 };

const wish = fc.record({
  x: fc.integer({ min: -20, max: 420 }),
  y: fc.integer({ min: -20, max: 320 }),
  width: fc.integer({ min: 5, max: 120 }),
  height: fc.integer({ min: 8, max: 20 }),
  radius: fc.constantFrom(0, 3, 9),
  rank: fc.integer({ min: 0, max: 5 }),
});
const wishes = fc
  .array(wish, { maxLength: 40 })
  .map((drawn) => drawn.map((own, at): LabelWish => ({ ...own, id: `label-${at}` })));

const boxOf = (all: readonly LabelWish[], { id, left, middle }: PlacedLabel) => {
  const { width, height } = all.find((own) => own.id === id)!;
  return { id, left, right: left + width, top: middle - height / 2, bottom: middle + height / 2 };
};
type Rectangle = Omit<ReturnType<typeof boxOf>, 'id'>;

const EDGE = 1e-6;
const meet = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right - EDGE && b.left < a.right - EDGE && a.top < b.bottom - EDGE && b.top < a.bottom - EDGE;

test('no label covers another, nor another label’s mark, nor leaves the frame', () => {
  fc.assert(
    fc.property(wishes, (all) => {
      const boxes = placeLabels(all, frame).map((placed) => boxOf(all, placed));
      for (const [at, box] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) expect(meet(box, other)).toBe(false);
        for (const { id, x, y, radius } of all) {
          if (id === box.id || radius === 0) continue;
          expect(meet(box, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })).toBe(false);
        }
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(frame.width);
        expect(box.bottom).toBeLessThanOrEqual(frame.height);
      }
    }),
  );
});

test('the order in which labels are asked for changes nothing', () => {
  const byId = (a: PlacedLabel, b: PlacedLabel): number => (a.id < b.id ? -1 : 1);
  fc.assert(
    fc.property(wishes, (all) => {
      expect(placeLabels(all.toReversed(), frame).sort(byId)).toEqual(placeLabels(all, frame).sort(byId));
    }),
  );
});

test('of two labels with room for one, the more important one stays', () => {
  const name = { x: 200, y: 150, width: 300, height: 20, radius: 0 };
  const placed = placeLabels(
    [
      { ...name, id: 'village', rank: 9 },
      { ...name, id: 'stop', rank: 1 },
    ],
    frame,
  );
  expect(placed.map(({ id }) => id)).toEqual(['stop']);
});

test('a label whose usual side is taken goes to the other', () => {
  const names = [
    { id: 'east', x: 220, y: 150, width: 60, height: 12, radius: 8, rank: 0 },
    { id: 'west', x: 200, y: 150, width: 60, height: 12, radius: 8, rank: 1 },
  ];
  const west = placeLabels(names, frame).find(({ id }) => id === 'west')!;
  expect(west.left + 60).toBeLessThanOrEqual(192);
});

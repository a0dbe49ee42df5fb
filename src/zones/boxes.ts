/**
 * Bounding boxes over a shape's edges in the order of its rings: neighbours on a ring are neighbours on the ground,
 * so boxes over runs of eight, and boxes over eight of those, make a good tree without sorting.
 */
import { NO_EDGE } from './zone-index.ts';

/** Edges below a leaf, and boxes below a box. */
export const FAN = 8;

/** Boxes on each level, the leaves first, the root last. */
export function levelSizes(edges: number): number[] {
  const sizes = [Math.ceil(edges / FAN)];
  while (sizes[sizes.length - 1] > 1) sizes.push(Math.ceil(sizes[sizes.length - 1] / FAN));
  return sizes;
}

/** minX, minY, maxX, maxY of every box of every shape, level after level. */
export function plantBoxes(vertices: Int32Array, edgeShape: Uint8Array, shapeStart: Uint32Array) {
  const shapes = shapeStart.length - 1;
  const boxStart = new Uint32Array(shapes + 1);
  const boxes: number[] = [];
  for (let shape = 0; shape < shapes; shape++) {
    boxStart[shape] = boxes.length / 4;
    const first = shapeStart[shape];
    const edges = shapeStart[shape + 1] - first;
    let below = boxes.length / 4;
    levelSizes(edges).forEach((size, level) => {
      const start = boxes.length / 4;
      const count = level === 0 ? edges : start - below;
      for (let box = 0; box < size; box++) {
        const sides: Sides = [2147483647, 2147483647, -2147483648, -2147483648];
        for (let child = box * FAN; child < Math.min(count, (box + 1) * FAN); child++) {
          if (level > 0) widen(sides, boxes.slice(4 * (below + child), 4 * (below + child) + 4) as Sides);
          else if (edgeShape[first + child] !== NO_EDGE) {
            for (const vertex of [first + child, first + child + 1]) {
              const [x, y] = [vertices[2 * vertex], vertices[2 * vertex + 1]];
              widen(sides, [x, y, x, y]);
            }
          }
        }
        boxes.push(...sides);
      }
      below = start;
    });
  }
  boxStart[shapes] = boxes.length / 4;
  return { boxes: Int32Array.from(boxes), boxStart };
}

type Sides = [minX: number, minY: number, maxX: number, maxY: number];

function widen(sides: Sides, [minX, minY, maxX, maxY]: Sides): void {
  sides[0] = Math.min(sides[0], minX);
  sides[1] = Math.min(sides[1], minY);
  sides[2] = Math.max(sides[2], maxX);
  sides[3] = Math.max(sides[3], maxY);
}

/** Which zones hold a point. */
import { orient } from '../geodesy/lattice.ts';
import { cellAt, type ZoneIndex } from './zone-index.ts';

/**
 * Writes the set of shapes that hold the lattice point into `set` (`index.words` words). A point on an edge is
 * inside. Returns false, and the empty set, outside the grid.
 */
export function locate(index: ZoneIndex, x: number, y: number, set: Uint32Array): boolean {
  const cell = cellAt(index, x, y);
  if (cell < 0) {
    set.fill(0);
    return false;
  }
  const { words, sets, cellStart, cellEdges, vertices, edgeShape } = index;
  const from = index.cornerSet[cell] * words;
  for (let word = 0; word < words; word++) set[word] = sets[from + word];
  const end = cellStart[cell + 1];
  let edge = cellStart[cell];
  if (edge === end) return true;

  // The path from the corner c goes level to (x, cy), then straight to the point. Sides are taken with each
  // edge's own direction, so that a turn that lies on an edge counts once.
  const cx = index.x0 + (cell % index.side) * index.cellX;
  const cy = index.y0 + Math.floor(cell / index.side) * index.cellY;
  let onEdge: number[] | undefined;
  for (; edge < end; edge++) {
    const at = cellEdges[edge] * 2;
    const ax = vertices[at];
    const ay = vertices[at + 1];
    const bx = vertices[at + 2];
    const by = vertices[at + 3];
    const level = ay > cy !== by > cy;
    const upright = ax > x !== bx > x;
    const sidePoint = orient(ax, ay, bx, by, x, y);
    if (sidePoint === 0 && within(x, ax, bx) && within(y, ay, by)) {
      onEdge ??= [];
      onEdge.push(edgeShape[cellEdges[edge]]);
    }
    if (!level && !upright) continue;
    const turnLeft = orient(ax, ay, bx, by, x, cy) > 0;
    let crossings = 0;
    if (level && orient(ax, ay, bx, by, cx, cy) > 0 !== turnLeft) crossings++;
    if (upright && turnLeft !== sidePoint > 0) crossings++;
    if (crossings === 1) {
      const shape = edgeShape[cellEdges[edge]];
      set[shape >>> 5] ^= 1 << (shape & 31);
    }
  }
  if (onEdge) for (const shape of onEdge) set[shape >>> 5] |= 1 << (shape & 31);
  return true;
}

function within(value: number, a: number, b: number): boolean {
  return a < b ? value >= a && value <= b : value >= b && value <= a;
}

/** Builds a zone index from rings: at build time for the packaged zones, on the fly for a user's own. */
import { orient, toLattice } from '../geodesy/lattice.ts';
import { plantBoxes } from './boxes.ts';
import { NO_EDGE, type ZoneIndex } from './zone-index.ts';

/** A zone's rings in degrees, holes among them: inside is where a ray crosses an odd number of edges. */
export interface ZoneRings {
  readonly id: string;
  readonly rings: readonly (readonly (readonly number[])[])[];
}

/** `side`: cells per side of the grid; more cells mean faster answers and a larger index. */
export function compileZones(zones: readonly ZoneRings[], side: number): ZoneIndex {
  const { extents, shapes } = shareShapes(zones);
  if (extents.length > NO_EDGE) throw new RangeError(`${extents.length} areas; an index holds at most ${NO_EDGE}`);
  const { vertices, edgeShape, shapeStart } = layOutVertices(extents);
  const grid = gridOver(vertices, side);
  const cells = listCellEdges(grid, vertices, edgeShape);
  const words = Math.max(1, Math.ceil(extents.length / 32));
  const flips = cornerFlips(grid, vertices, edgeShape, words);
  return {
    ids: zones.map((zone) => zone.id),
    shapes,
    words,
    ...grid,
    vertices,
    edgeShape,
    shapeStart,
    ...plantBoxes(vertices, edgeShape, shapeStart),
    ...cells,
    ...shareSets(flips, cells, edgeShape, side, words),
  };
}

type Rings = ZoneRings['rings'];

/** Several authorities may mean one and the same strip: it is kept once. */
function shareShapes(zones: readonly ZoneRings[]): { extents: Rings[]; shapes: number[] } {
  const known = new Map<string, number>();
  const extents: Rings[] = [];
  const shapes = zones.map(({ rings }) => {
    const key = JSON.stringify(rings);
    const shape = known.get(key) ?? extents.push(rings) - 1;
    known.set(key, shape);
    return shape;
  });
  return { extents, shapes };
}

/** Longer edges get vertices between (0.05 degree, about 5 km): distances take an edge as straight on the ground. */
const LONGEST_EDGE = 500_000;

function layOutVertices(extents: readonly Rings[]) {
  const points: number[] = [];
  const owners: number[] = [];
  const shapeStart = new Uint32Array(extents.length + 1);
  extents.forEach((rings, number) => {
    shapeStart[number] = owners.length;
    for (const ring of rings) {
      const first = owners.length;
      for (const [lon, lat] of ring) {
        const x = toLattice(lon);
        const y = toLattice(lat);
        const [fromX, fromY] = owners.length > first ? points.slice(-2) : [x, y];
        if (owners.length > first && fromX === x && fromY === y) continue;
        const parts = Math.ceil(Math.max(Math.abs(x - fromX), Math.abs(y - fromY)) / LONGEST_EDGE) || 1;
        for (let part = 1; part <= parts; part++) {
          points.push(
            fromX + Math.round(((x - fromX) * part) / parts),
            fromY + Math.round(((y - fromY) * part) / parts),
          );
          owners.push(number);
        }
      }
      if (owners.length > first) owners[owners.length - 1] = NO_EDGE;
    }
  });
  shapeStart[extents.length] = owners.length;
  return { vertices: Int32Array.from(points), edgeShape: Uint8Array.from(owners), shapeStart };
}

type Grid = Pick<ZoneIndex, 'x0' | 'y0' | 'cellX' | 'cellY' | 'side'>;

function gridOver(vertices: Int32Array, side: number): Grid {
  let [minX, minY, maxX, maxY] = [0, 0, 0, 0];
  if (vertices.length > 0) [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < vertices.length; at += 2) {
    minX = Math.min(minX, vertices[at]);
    maxX = Math.max(maxX, vertices[at]);
    minY = Math.min(minY, vertices[at + 1]);
    maxY = Math.max(maxY, vertices[at + 1]);
  }
  const cellX = Math.ceil((maxX - minX + 2) / side);
  const cellY = Math.ceil((maxY - minY + 2) / side);
  return { x0: minX - 0.5, y0: minY - 0.5, cellX, cellY, side };
}

function listCellEdges(grid: Grid, vertices: Int32Array, edgeShape: Uint8Array) {
  const { side } = grid;
  const counts = new Uint32Array(side * side + 1);
  forEachTouchedCell(grid, vertices, edgeShape, (cell) => counts[cell + 1]++);
  for (let cell = 0; cell < side * side; cell++) counts[cell + 1] += counts[cell];
  const cellStart = counts.slice();
  const cellEdges = new Uint32Array(counts[side * side]);
  forEachTouchedCell(grid, vertices, edgeShape, (cell, edge) => {
    cellEdges[counts[cell]++] = edge;
  });
  return { cellStart, cellEdges };
}

/** A cell counts as touched when its corners do not all lie strictly on one side of the edge. */
function forEachTouchedCell(
  grid: Grid,
  vertices: Int32Array,
  edgeShape: Uint8Array,
  visit: (cell: number, edge: number) => void,
): void {
  const { x0, y0, cellX, cellY, side } = grid;
  for (let edge = 0; edge < edgeShape.length; edge++) {
    if (edgeShape[edge] === NO_EDGE) continue;
    const ax = vertices[2 * edge];
    const ay = vertices[2 * edge + 1];
    const bx = vertices[2 * edge + 2];
    const by = vertices[2 * edge + 3];
    const lastColumn = Math.floor((Math.max(ax, bx) - x0) / cellX);
    const lastRow = Math.floor((Math.max(ay, by) - y0) / cellY);
    const firstColumn = Math.floor((Math.min(ax, bx) - x0) / cellX);
    for (let row = Math.floor((Math.min(ay, by) - y0) / cellY); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const left = x0 + column * cellX;
        const bottom = y0 + row * cellY;
        const sides = [
          orient(ax, ay, bx, by, left, bottom),
          orient(ax, ay, bx, by, left + cellX, bottom),
          orient(ax, ay, bx, by, left, bottom + cellY),
          orient(ax, ay, bx, by, left + cellX, bottom + cellY),
        ];
        if (sides.every((s) => s > 0) || sides.every((s) => s < 0)) continue;
        visit(row * side + column, edge);
      }
    }
  }
}

/**
 * Scans each grid line from the left: the bits of a cell say which shapes' insides begin or end between its corner
 * and the corner before.
 */
function cornerFlips(grid: Grid, vertices: Int32Array, edgeShape: Uint8Array, words: number): Uint32Array {
  const { x0, y0, cellX, cellY, side } = grid;
  const flips = new Uint32Array(side * side * words);
  for (let edge = 0; edge < edgeShape.length; edge++) {
    const shape = edgeShape[edge];
    if (shape === NO_EDGE) continue;
    const ax = vertices[2 * edge];
    const ay = vertices[2 * edge + 1];
    const bx = vertices[2 * edge + 2];
    const by = vertices[2 * edge + 3];
    const up = by > ay;
    const firstRow = Math.ceil((Math.min(ay, by) - y0) / cellY);
    for (let row = firstRow; row < side; row++) {
      const y = y0 + row * cellY;
      if (ay > y === by > y) break;
      let column = Math.max(0, Math.floor((ax + ((bx - ax) * (y - ay)) / (by - ay) - x0) / cellX) - 1);
      while (column < side && orient(ax, ay, bx, by, x0 + column * cellX, y) > 0 === up) column++;
      if (column < side) flips[(row * side + column) * words + (shape >>> 5)] ^= 1 << (shape & 31);
    }
  }
  return flips;
}

/** Running parity along each row gives the corners' sets; with the edges' shapes, the cells'. Each set is kept once. */
function shareSets(
  flips: Uint32Array,
  { cellStart, cellEdges }: Pick<ZoneIndex, 'cellStart' | 'cellEdges'>,
  edgeShape: Uint8Array,
  side: number,
  words: number,
) {
  const cornerSet = new Uint16Array(side * side);
  const reachSet = new Uint16Array(side * side);
  const numbers = new Map<string, number>();
  const sets: number[] = [];
  const numberOf = (set: Uint32Array): number => {
    const key = set.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    if (number > 65535) throw new RangeError('more than 65536 combinations of areas');
    numbers.set(key, number);
    sets.push(...set);
    return number;
  };
  numberOf(new Uint32Array(words));
  for (let row = 0; row < side; row++) {
    const inside = new Uint32Array(words);
    for (let cell = row * side; cell < (row + 1) * side; cell++) {
      for (let word = 0; word < words; word++) inside[word] ^= flips[cell * words + word];
      cornerSet[cell] = numberOf(inside);
      const reach = inside.slice();
      for (let slot = cellStart[cell]; slot < cellStart[cell + 1]; slot++) {
        const shape = edgeShape[cellEdges[slot]];
        reach[shape >>> 5] |= 1 << (shape & 31);
      }
      reachSet[cell] = numberOf(reach);
    }
  }
  return { cornerSet, reachSet, sets: Uint32Array.from(sets) };
}

/** Builds a zone index from rings: at build time for the packaged zones, on the fly for a user's own. */
import { orient, toLattice } from '../geodesy/lattice.ts';
import { MAX_ZONES, NO_EDGE, type ZoneIndex } from './zone-index.ts';

/** A zone's rings in degrees, holes among them: inside is where a ray crosses an odd number of edges. */
export interface ZoneRings {
  readonly id: string;
  readonly rings: readonly (readonly (readonly number[])[])[];
}

/** `side`: cells per side of the grid; more cells mean faster answers and a larger index. */
export function compileZones(zones: readonly ZoneRings[], side: number): ZoneIndex {
  if (zones.length > MAX_ZONES) throw new RangeError(`${zones.length} zones; an index holds at most ${MAX_ZONES}`);
  const { vertices, edgeZone, zoneStart } = layOutVertices(zones);
  const grid = gridOver(vertices, side);
  const cells = listCellEdges(grid, vertices, edgeZone);
  const corners = classifyCorners(grid, vertices, edgeZone, zones.length);
  return { ids: zones.map((zone) => zone.id), ...grid, vertices, edgeZone, zoneStart, ...cells, ...corners };
}

/** Longer edges get vertices between (0.05 degree, about 5 km): distances to an edge take it as straight on the ground. */
const LONGEST_EDGE = 500_000;

type Grid = Pick<ZoneIndex, 'x0' | 'y0' | 'cellX' | 'cellY' | 'side'>;

function layOutVertices(zones: readonly ZoneRings[]) {
  const points: number[] = [];
  const owners: number[] = [];
  const zoneStart = new Uint32Array(zones.length + 1);
  zones.forEach((zone, number) => {
    zoneStart[number] = owners.length;
    for (const ring of zone.rings) {
      const first = owners.length;
      for (const [lon, lat] of ring) {
        const x = toLattice(lon);
        const y = toLattice(lat);
        const [fromX, fromY] = owners.length > first ? points.slice(-2) : [x, y];
        if (owners.length > first && fromX === x && fromY === y) continue;
        const parts = Math.ceil(Math.max(Math.abs(x - fromX), Math.abs(y - fromY)) / LONGEST_EDGE) || 1;
        for (let part = 1; part <= parts; part++) {
          points.push(fromX + Math.round(((x - fromX) * part) / parts), fromY + Math.round(((y - fromY) * part) / parts));
          owners.push(number);
        }
      }
      if (owners.length > first) owners[owners.length - 1] = NO_EDGE;
    }
  });
  zoneStart[zones.length] = owners.length;
  return { vertices: Int32Array.from(points), edgeZone: Uint8Array.from(owners), zoneStart };
}

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

function listCellEdges(grid: Grid, vertices: Int32Array, edgeZone: Uint8Array) {
  const { side } = grid;
  const counts = new Uint32Array(side * side + 1);
  forEachTouchedCell(grid, vertices, edgeZone, (cell) => counts[cell + 1]++);
  for (let cell = 0; cell < side * side; cell++) counts[cell + 1] += counts[cell];
  const cellStart = counts.slice();
  const cellEdges = new Uint32Array(counts[side * side]);
  forEachTouchedCell(grid, vertices, edgeZone, (cell, edge) => {
    cellEdges[counts[cell]++] = edge;
  });
  return { cellStart, cellEdges };
}

/** A cell counts as touched when its corners do not all lie strictly on one side of the edge. */
function forEachTouchedCell(
  grid: Grid,
  vertices: Int32Array,
  edgeZone: Uint8Array,
  visit: (cell: number, edge: number) => void,
): void {
  const { x0, y0, cellX, cellY, side } = grid;
  for (let edge = 0; edge < edgeZone.length; edge++) {
    if (edgeZone[edge] === NO_EDGE) continue;
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

/** Scan each grid line from the left: a corner is inside where an odd number of edges was passed. */
function classifyCorners(grid: Grid, vertices: Int32Array, edgeZone: Uint8Array, zones: number) {
  const { x0, y0, cellX, cellY, side } = grid;
  const words = Math.max(1, Math.ceil(zones / 32));
  const flips = new Uint32Array(side * side * words);
  for (let edge = 0; edge < edgeZone.length; edge++) {
    const zone = edgeZone[edge];
    if (zone === NO_EDGE) continue;
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
      if (column < side) flips[(row * side + column) * words + (zone >>> 5)] ^= 1 << (zone & 31);
    }
  }
  return { words, ...shareSets(flips, side, words) };
}

/** Running parity along each row, each distinct set of zones kept once. */
function shareSets(flips: Uint32Array, side: number, words: number) {
  const cornerSet = new Uint16Array(side * side);
  const numbers = new Map<string, number>([[new Uint32Array(words).join(), 0]]);
  const sets: number[] = Array(words).fill(0);
  for (let row = 0; row < side; row++) {
    const inside = new Uint32Array(words);
    for (let column = 0; column < side; column++) {
      const cell = row * side + column;
      for (let word = 0; word < words; word++) inside[word] ^= flips[cell * words + word];
      const key = inside.join();
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
        sets.push(...inside);
      }
      cornerSet[cell] = number;
    }
  }
  if (numbers.size > 65535) throw new RangeError(`${numbers.size} combinations of zones; an index holds at most 65535`);
  return { cornerSet, sets: Uint32Array.from(sets) };
}

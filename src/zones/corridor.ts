/** Which zones a band around a straight line may reach. */
import { localScale, toLattice } from '../geodesy/lattice.ts';
import type { MeasuredLine } from '../geodesy/measure.ts';
import { type ZoneIndex, zoneIds } from './zone-index.ts';

/** Of the band's half-width: vertices nearer together than this share are passed over, and the band is widened by it. */
const SLACK = 0.25;

/**
 * Ids of all zones within `halfWidthKm` of the line, and perhaps some beyond, up to a quarter of the half-width and
 * one grid cell: for a guessed way it is right to be generous. A line that winds is taken with all land between.
 */
export function corridorZones(index: ZoneIndex, line: MeasuredLine, halfWidthKm: number): string[] {
  const { side, cellX, cellY, x0, y0 } = index;
  const left = new Int32Array(side).fill(side);
  const right = new Int32Array(side).fill(-1);
  const metres = halfWidthKm * 1000 * (1 + SLACK);
  let nextKm = 0;
  line.vertices.forEach((vertex, at) => {
    if (line.km[at] < nextKm) return;
    nextKm = line.km[at] + halfWidthKm * SLACK;
    const x = toLattice(vertex[0]) - x0;
    const y = toLattice(vertex[1]) - y0;
    const { lon, lat } = localScale(toLattice(vertex[1]));
    const up = metres / lat + cellY;
    const across = metres / lon;
    const firstRow = Math.max(0, Math.floor((y - up) / cellY));
    const lastRow = Math.min(side - 1, Math.floor((y + up) / cellY));
    for (let row = firstRow; row <= lastRow; row++) {
      const rise = ((row + 0.5) * cellY - y) / up;
      const reach = Math.sqrt(Math.max(0, 1 - rise * rise)) * across + cellX;
      left[row] = Math.min(left[row], Math.max(0, Math.floor((x - reach) / cellX)));
      right[row] = Math.max(right[row], Math.min(side - 1, Math.floor((x + reach) / cellX)));
    }
  });
  const met = new Uint8Array(index.sets.length / index.words);
  for (let row = 0; row < side; row++) {
    for (let column = left[row]; column <= right[row]; column++) met[index.reachSet[row * side + column]] = 1;
  }
  const reached = new Uint32Array(index.words);
  met.forEach((seen, set) => {
    if (seen) for (let word = 0; word < index.words; word++) reached[word] |= index.sets[set * index.words + word];
  });
  return zoneIds(index, reached);
}

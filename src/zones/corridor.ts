/** Which zones a band around a straight line may reach. */
import { metresPerUnitLat, metresPerUnitLon, toLattice } from '../geodesy/lattice.ts';
import { type ZoneIndex, zoneIds } from './zone-index.ts';

/**
 * Ids of all zones within `halfWidthKm` of the line, and perhaps a few up to one grid cell beyond: for a guessed
 * way it is right to be generous. The line must be nearly straight, its vertices no farther apart than the band
 * is wide.
 */
export function corridorZones(index: ZoneIndex, line: readonly (readonly number[])[], halfWidthKm: number): string[] {
  const { side, cellX, cellY, x0, y0 } = index;
  const left = new Int32Array(side).fill(side);
  const right = new Int32Array(side).fill(-1);
  for (const [lon, lat] of line) {
    const x = toLattice(lon);
    const y = toLattice(lat);
    const up = (halfWidthKm * 1000) / metresPerUnitLat(y) + cellY;
    const firstRow = Math.max(0, Math.floor((y - up - y0) / cellY));
    const lastRow = Math.min(side - 1, Math.floor((y + up - y0) / cellY));
    for (let row = firstRow; row <= lastRow; row++) {
      const rise = Math.min(1, Math.abs(y0 + (row + 0.5) * cellY - y) / up);
      const across = (Math.sqrt(1 - rise * rise) * halfWidthKm * 1000) / metresPerUnitLon(y) + cellX;
      left[row] = Math.min(left[row], Math.max(0, Math.floor((x - across - x0) / cellX)));
      right[row] = Math.max(right[row], Math.min(side - 1, Math.floor((x + across - x0) / cellX)));
    }
  }
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

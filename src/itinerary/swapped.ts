/** Whether somebody wrote the longitude first. */

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The box that the gazetteer covers, see `place` in the schema of the data. */
export const coveredBox: Bounds = [60, 34, 80, 44];

/** Outside the box as written, and inside it with the two numbers exchanged. */
export function looksSwapped(lon: number, lat: number, covered: Bounds): boolean {
  return !isInside(lon, lat, covered) && isInside(lat, lon, covered);
}

function isInside(lon: number, lat: number, [west, south, east, north]: Bounds): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

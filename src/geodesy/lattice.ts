/**
 * Coordinates as whole numbers of 1e-7 degree (about 1 cm), so that the orientation of three points
 * is exact in plain float64 over the region and no epsilon is needed anywhere.
 */
import { metresPerDegree } from './ellipsoid.ts';

const UNITS_PER_DEGREE = 1e7;

export const toLattice = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE);
export const toDegrees = (units: number): number => units / UNITS_PER_DEGREE;

/**
 * Twice the signed area of a, b, p: positive when p lies left of a→b, zero when it lies on the line.
 * Exact in sign while the differences stay below 2^26 units (6.7 degrees).
 */
export function orient(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

// Scale factors tabled every STEP units of latitude from 30 to 50 degrees and interpolated:
// the table is off by less than 2 cm per degree, 1 mm in 10 km.
const FIRST = 30 * UNITS_PER_DEGREE;
const LAST = 50 * UNITS_PER_DEGREE;
const STEP = 1 << 19;
const ROWS = Math.ceil((LAST - FIRST) / STEP) + 1;
let lonScale: Float64Array | undefined;
let latScale: Float64Array | undefined;

function fillScales(): void {
  lonScale = new Float64Array(ROWS + 1);
  latScale = new Float64Array(ROWS + 1);
  for (let row = 0; row <= ROWS; row++) {
    const m = metresPerDegree(toDegrees(FIRST + row * STEP));
    lonScale[row] = m.lon / UNITS_PER_DEGREE;
    latScale[row] = m.lat / UNITS_PER_DEGREE;
  }
}

function interpolate(table: Float64Array, y: number): number {
  const at = Math.min(Math.max((y - FIRST) / STEP, 0), ROWS - 1);
  const row = Math.floor(at);
  return table[row] + (table[row + 1] - table[row]) * (at - row);
}

/** Metres per unit of longitude at the latitude `y` (units); clamped outside 30 to 50 degrees north. */
function metresPerUnitLon(y: number): number {
  if (lonScale === undefined) fillScales();
  return interpolate(lonScale!, y);
}

/** Metres per unit of latitude at the latitude `y` (units). */
function metresPerUnitLat(y: number): number {
  if (latScale === undefined) fillScales();
  return interpolate(latScale!, y);
}

/** Metres between two points: the geodesic to 1 mm at 10 km, to 0.2 m at 50 km. */
export function latticeDistance(ax: number, ay: number, bx: number, by: number): number {
  const mid = (ay + by) / 2;
  const east = (bx - ax) * metresPerUnitLon(mid);
  const north = (by - ay) * metresPerUnitLat(mid);
  return Math.sqrt(east * east + north * north);
}

/** Metres per unit around one latitude, as a polynomial in the units north of it. */
export interface LocalScale {
  readonly lon: number;
  readonly lonSlope: number;
  readonly lonBend: number;
  readonly lat: number;
  readonly latSlope: number;
}

/**
 * Scale at the middle latitude between `y` and a point `dy` units north of it: `lon + dy (lonSlope + dy lonBend)`
 * and `lat + dy latSlope`, fitted over two degrees to each side: within 100 km of the point off by less than 1e-8.
 */
export function localScale(y: number): LocalScale {
  const reach = 2 * UNITS_PER_DEGREE;
  const at = metresPerDegree(toDegrees(y));
  const south = metresPerDegree(toDegrees(y - reach / 2));
  const north = metresPerDegree(toDegrees(y + reach / 2));
  return {
    lon: at.lon / UNITS_PER_DEGREE,
    lonSlope: (north.lon - south.lon) / (2 * reach) / UNITS_PER_DEGREE,
    lonBend: (north.lon - 2 * at.lon + south.lon) / (2 * reach * reach) / UNITS_PER_DEGREE,
    lat: at.lat / UNITS_PER_DEGREE,
    latSlope: (north.lat - south.lat) / (2 * reach) / UNITS_PER_DEGREE,
  };
}

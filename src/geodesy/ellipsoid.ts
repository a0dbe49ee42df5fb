/** WGS 84 ellipsoid (NIMA TR8350.2): semi-major axis in metres and first eccentricity squared. */
export const WGS84 = { a: 6378137, e2: 0.00669437999014 } as const;

const RAD = Math.PI / 180;

/**
 * Metres in one degree of longitude and of latitude at a latitude (degrees).
 * Taken at the mid-latitude of two points, `hypot(dLon * lon, dLat * lat)` is their geodesic
 * distance to 1 mm at 10 km and to about 0.2 m at 50 km.
 */
export function metresPerDegree(latDeg: number): { lon: number; lat: number } {
  const sin = Math.sin(latDeg * RAD);
  const w2 = 1 - WGS84.e2 * sin * sin;
  const n = WGS84.a / Math.sqrt(w2);
  return { lon: n * Math.cos(latDeg * RAD) * RAD, lat: ((n * (1 - WGS84.e2)) / w2) * RAD };
}

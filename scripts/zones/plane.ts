/** Positions, rings and polygons in longitude and latitude degrees, and the plane geometry they need. */

export type Position = readonly [lon: number, lat: number];
/** Closed: the last position repeats the first. */
export type Ring = readonly Position[];
/** Outer ring, then holes. */
export type Polygon = readonly Ring[];
export type Line = readonly Position[];
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Six decimals: 0.11 m of latitude, the resolution of the source map. */
export const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

export const keyOf = ([lon, lat]: Position): string => `${lon},${lat}`;

/** Twice the area in square degrees; positive when the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

/** RFC 7946: outer rings counter-clockwise, holes clockwise. */
export const windPolygon = (polygon: Polygon): Polygon =>
  polygon.map((ring, i) => (signedArea(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));

function ringContains(ring: Ring, [x, y]: Position): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

export const polygonContains = (polygon: Polygon, position: Position): boolean =>
  ringContains(polygon[0], position) && !polygon.slice(1).some((hole) => ringContains(hole, position));

export function boundsOf(lines: readonly Line[]): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const line of lines)
    for (const [lon, lat] of line) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  return [west, south, east, north];
}

/** Puts every hole into the outer ring that surrounds it. */
export function assemblePolygons(rings: readonly Ring[]): Polygon[] {
  const outer = rings.filter((ring) => signedArea(ring) > 0).sort((a, b) => signedArea(b) - signedArea(a));
  const polygons = outer.map((ring): Ring[] => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    // The smallest ring around it owns it. The middle of an edge cannot lie on a ring that only touches at a corner.
    const probe: Position = [(hole[0][0] + hole[1][0]) / 2, (hole[0][1] + hole[1][1]) / 2];
    const owner = polygons.findLast(([ring]) => ringContains(ring, probe));
    if (!owner) throw new Error(`hole at ${keyOf(hole[0])} lies in no polygon`);
    owner.push(hole);
  }
  return polygons;
}

/** The outlines of a zone as polygons (RFC 7946), out of rings that come in no order and run either way. */
import type { Position } from '../itinerary/itinerary.ts';
import { degrees } from '../round.ts';
import type { ZoneLayer } from '../zones/layer.ts';
import { zoneRings } from './zone-rings.ts';

/** The last vertex is that of the first. */
type Ring = readonly Position[];

/** For each polygon its outline, anticlockwise, and its holes, clockwise. They may leave the true edge by the tolerance. */
export function zonePolygons(layers: readonly ZoneLayer[], id: string, toleranceKm: number): Ring[][] {
  const rings = zoneRings(layers, id, toleranceKm);
  const around = rings.map((ring) => rings.filter((other) => other !== ring && holds(other, ring[0])));
  return rings.flatMap((outline, at) => {
    if (around[at].length % 2 === 1) return [];
    const depth = around[at].length + 1;
    const holes = rings.filter((_, hole) => around[hole].length === depth && around[hole].includes(outline));
    return [[wind(outline, 1), ...holes.map((hole) => wind(hole, -1))]];
  });
}

/** Whether a ray to the east from the point crosses the ring an odd number of times. */
function holds(ring: Ring, [x, y]: Position): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

function wind(ring: Ring, direction: 1 | -1): Ring {
  const [x0, y0] = ring[0];
  let area = 0;
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]];
    area += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  const positions = ring.map(degrees);
  return Math.sign(area) === direction ? positions : positions.reverse();
}

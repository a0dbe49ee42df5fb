/** Makes polygons fit to publish: six decimals, RFC 7946 winding, no repeated vertex, no spike, no crossing. */
import { selfCrossings } from './crossings.ts';
import { keyOf, type Polygon, type Position, type Ring, round6, signedArea, windPolygon } from './plane.ts';

/** Square degrees, about 100 m2: what rounding leaves behind of two edges that were one. */
const CRUMB = 2e-8;

export function tidy(id: string, polygons: readonly Polygon[]): Polygon[] {
  const tidied = polygons
    .map((polygon) => windPolygon(polygon.map(tidyRing).filter((ring) => Math.abs(signedArea(ring)) > CRUMB)))
    .filter((polygon, i) => polygon.length > 0 && Math.abs(signedArea(tidyRing(polygons[i][0]))) > CRUMB);
  if (tidied.length === 0) throw new Error(`zone ${id} is empty`);
  const faults = tidied.flatMap(selfCrossings);
  if (faults.length > 0) throw new Error(`zone ${id} crosses itself at ${faults.slice(0, 5).map(keyOf).join(' ')}`);
  return tidied.sort((a, b) => signedArea(b[0]) - signedArea(a[0]));
}

function tidyRing(ring: Ring): Ring {
  const open: Position[] = [];
  for (const [lon, lat] of ring.slice(0, -1)) {
    open.push([round6(lon), round6(lat)]);
    // A vertex equal to the last one, or back to the one before it (a spike), goes.
    while (open.length > 1 && keyOf(open.at(-1)!) === keyOf(open.at(-2)!)) open.pop();
    while (open.length > 2 && keyOf(open.at(-1)!) === keyOf(open.at(-3)!)) open.splice(-2);
  }
  while (open.length > 1 && keyOf(open[0]) === keyOf(open.at(-1)!)) open.pop();
  while (open.length > 2 && keyOf(open[1]) === keyOf(open.at(-1)!)) {
    open.shift();
    open.pop();
  }
  return [...open, open[0]];
}

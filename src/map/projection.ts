/** Degrees to map units: Mercator, north up, as phones and paper maps of the region have it. */
import { geoMercator } from 'd3-geo';
import type { Position } from '../itinerary/itinerary.ts';
import { type Box, WORLD } from './scene.ts';

/** The covered country, degrees; its width is `WORLD` map units. */
interface Extent {
  readonly west: number;
  readonly east: number;
  readonly north: number;
}

export interface Projection {
  readonly toUnits: (position: Position) => readonly [x: number, y: number];
  /** Kilometres in a map unit at a height on the map. */
  readonly kmPerUnit: (y: number) => number;
}

const EARTH_KM = 6371;

export function projectionFor({ west, east, north }: Extent): Projection {
  const scale = WORLD / (((east - west) * Math.PI) / 180);
  const mercator = geoMercator().scale(scale).translate([0, 0]).precision(0);
  const [left, top] = mercator([west, north])!;
  return {
    toUnits: ([lon, lat]) => {
      const [x, y] = mercator([lon, lat])!;
      return [x - left, y - top];
    },
    kmPerUnit: (y) => {
      const [, lat] = mercator.invert!([0, y + top])!;
      return (EARTH_KM / scale) * Math.cos((lat * Math.PI) / 180);
    },
  };
}

/** The smallest box that holds all points; null for none. */
export function boxOf(points: Iterable<readonly [number, number]>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Distances and driving times that others have published, and the same two places by the packaged roads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Vehicle } from '../../src/knowledge/schema/roads.ts';
import type { Router } from '../../src/route/find-way.ts';
import { followRoads, type RoadWay, type Waypoint } from '../../src/route/follow-roads.ts';

type Range = readonly [number, number];

interface Published {
  readonly from: string;
  readonly to: string;
  readonly via?: readonly string[];
  readonly km: Range | null;
  readonly hours: Range | null;
  readonly by: Vehicle['id'];
}

export interface Pair {
  readonly published: Published;
  readonly waypoints: readonly Waypoint[];
  readonly vehicle: Vehicle;
}

const FILE = 'published-distances.yaml';

export function readPairs({ places, vehicles }: Knowledge): Pair[] {
  const waypoint = (wanted: string): Waypoint => {
    const place = places.find(({ id }) => id === wanted);
    if (place === undefined) throw new Error(`${FILE}: there is no place ${wanted}`);
    const { id, name, lon, lat, uncertaintyKm, country } = place;
    return { name, position: [lon, lat], place: id, uncertaintyKm, country };
  };
  const all: Published[] = parse(readFileSync(join(import.meta.dirname, '..', '..', 'test', 'data', FILE), 'utf8'));
  return all.map((published) => ({
    published,
    waypoints: [published.from, ...(published.via ?? []), published.to].map(waypoint),
    vehicle: vehicles.find(({ id }) => id === published.by)!,
  }));
}

/** In no month in particular: no road is shut. */
export function drive(router: Router, { waypoints, vehicle }: Pair): RoadWay | null {
  return followRoads(router, waypoints, vehicle, null);
}

/** The same without places on the way: then what else could be meant is looked for too. */
export function driveFreely(router: Router, { waypoints, vehicle }: Pair): RoadWay | null {
  return followRoads(router, [waypoints[0], waypoints.at(-1)!], vehicle, null);
}

/** Beyond these shares of the nearest published figure a pair does not hold. */
const KM_OFF = 0.07;
const HOURS_OFF = 0.2;

export const pairHead = ['pair', 'by', 'km', 'published', 'ratio', '', 'hours', 'published', 'ratio', ''];

/** The row of the table, and whether distance and time hold; null where nobody has published them. */
export function pairRow(router: Router, pair: Pair) {
  const { from, via = [], to, by, ...published } = pair.published;
  const way = drive(router, pair);
  const km = compare(way?.line.km.at(-1), published.km, KM_OFF, 0);
  const hours = compare(way?.hours, published.hours, HOURS_OFF, 1);
  return {
    cells: [[from, ...via, to].join(' - '), by, ...km.cells, ...hours.cells],
    km: km.holds,
    hours: hours.holds,
  };
}

/** The ratio is to the nearest published figure: 1 within their range. */
function compare(own: number | undefined, range: Range | null, off: number, digits: number) {
  const shown = own === undefined ? 'no road' : own.toFixed(digits);
  if (range === null) return { cells: [shown, '', '', ''], holds: null };
  const published = [...new Set(range)].join('-');
  if (own === undefined) return { cells: [shown, published, '', '!'], holds: false };
  const ratio = own / Math.min(range[1], Math.max(range[0], own));
  const holds = Math.abs(ratio - 1) <= off;
  return { cells: [shown, published, ratio.toFixed(2), holds ? '' : '!'], holds };
}

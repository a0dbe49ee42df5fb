/**
 * The zone engine beside Turf on the packaged zones, in one process: points located and lines crossed per second,
 * as ratios. `npm run bench:zones`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bbox, booleanPointInPolygon, lineSplit, lineString, point } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { toLattice } from '../src/geodesy/lattice.ts';
import { unpackKnowledge } from '../src/knowledge/knowledge.ts';
import { crossLine } from '../src/zones/cross.ts';
import { locate } from '../src/zones/locate.ts';

const root = join(import.meta.dirname, '..');
const { index } = unpackKnowledge(new Uint8Array(readFileSync(join(root, 'dist', 'knowledge.bin'))));
const folder = join(root, 'data', 'zones');
const zones = readdirSync(folder).flatMap((file) => {
  const { features } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as FeatureCollection<
    Polygon | MultiPolygon
  >;
  return features.map((feature) => ({ feature, box: bbox(feature) }));
});

const spread = (at: number): [number, number] => [
  66 + 10.4 * ((at * 0.7548776662) % 1),
  35.8 + 6.2 * ((at * 0.5698402909) % 1),
];

/** Calls a second, over at least half a second. */
function rate(work: (at: number) => void): number {
  const started = performance.now();
  let calls = 0;
  while (performance.now() - started < 500) for (let at = 0; at < 20; at++) work(calls++);
  return (calls * 1000) / (performance.now() - started);
}

function inBox([lon, lat]: readonly number[], [west, south, east, north]: readonly number[]): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

const set = new Uint32Array(index.words);
const ours = rate((at) => {
  const [lon, lat] = spread(at);
  locate(index, toLattice(lon), toLattice(lat), set);
});
const turf = rate((at) => {
  const position = spread(at);
  for (const { feature, box } of zones) if (inBox(position, box)) booleanPointInPolygon(point(position), feature);
});
console.log(
  `points in ${index.ids.length} zones: ${Math.round(ours)} a second, ${(ours / turf).toFixed(0)} times Turf`,
);

const line = Array.from({ length: 101 }, (_, at): [number, number] => [70 + at * 0.01, 38.4 - at * 0.008]);
const crossed = rate(() => crossLine(index, line));
const drawn = lineString(line);
const split = rate((at) => {
  lineSplit(drawn, zones[at % zones.length].feature as Feature<Polygon>);
});
console.log(
  `a line of ${line.length} vertices through all zones: ${Math.round(crossed)} a second, ` +
    `${((crossed * zones.length) / split).toFixed(0)} times Turf's lineSplit, zone by zone`,
);

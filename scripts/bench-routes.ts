/**
 * The road network measured: how finely each road is drawn, whether distances and driving times are those that others
 * publish, and how fast a way is found. `npm run bench:routes`; `-- --sections` for each section of road, `-- ID ...`
 * for some sections or region files alone, `-- --geojson FILE [ID ...]` writes their lines as well.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { FeatureCollection, LineString } from 'geojson';
import { compareText } from '../src/compare.ts';
import { compileKnowledge } from '../src/knowledge/compile-knowledge.ts';
import { makeRouter } from '../src/route/find-way.ts';
import type { RoadWay } from '../src/route/follow-roads.ts';
import type { Leg } from '../src/route/leg.ts';
import { exposeLine } from '../src/zones/expose-line.ts';
import { readData } from './read-data.ts';
import { drive, driveFreely, type Pair, pairHead, pairRow, readPairs } from './routes/pairs.ts';
import { type Road, readRoads, roadHead, roadRow, zoneShares } from './routes/roads.ts';
import { printTable, quantile } from './routes/table.ts';

/** Each call is timed so many times; the first rounds, in which the code is still being compiled, do not count. */
const ROUNDS = 8;
const WARM = 3;

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { sections: { type: 'boolean', default: false }, geojson: { type: 'string' } },
});
const files = readData();
const knowledge = compileKnowledge(files);
const all = readRoads(files, knowledge);
const matches = ({ section, region }: Road, id: string): boolean => section.id === id || region === id;
const unknown = wanted.find((id) => !all.some((road) => matches(road, id)));
if (unknown !== undefined) throw new Error(`data/roads has no section and no file ${unknown}`);
const roads = wanted.length === 0 ? all : all.filter((road) => wanted.some((id) => matches(road, id)));

if (options.geojson !== undefined) writeLines(options.geojson);
printRoads(options.sections || wanted.length > 0);
if (wanted.length === 0) {
  const pairs = readPairs(knowledge);
  printPairs(pairs);
  printTimes(pairs);
}

function writeLines(file: string): void {
  const lines: FeatureCollection<LineString> = {
    type: 'FeatureCollection',
    features: roads.map(({ section: { id, surface, uncertaintyKm }, line }) => ({
      type: 'Feature',
      properties: { id, surface, uncertaintyKm },
      geometry: { type: 'LineString', coordinates: line.vertices.map(([lon, lat]) => [lon, lat]) },
    })),
  };
  writeFileSync(file, `${JSON.stringify(lines)}\n`);
}

/** A road of several numbers counts under the first, a road of none with the others of its region. */
function printRoads(each: boolean): void {
  const groups = new Map<string, Road[]>();
  for (const road of roads) {
    const { id, number } = road.section;
    const name = each ? id : (number?.split(' / ')[0] ?? `other, ${road.region}`);
    groups.set(name, [...(groups.get(name) ?? []), road]);
  }
  const rows = [...groups].sort(([a], [b]) => (each ? 0 : compareText(a, b)));
  if (rows.length > 1) rows.push(['all', roads]);
  printTable(
    'Roads, km: length, published for so much of it; gaps between vertices; how far parts along a border are from it',
    roadHead,
    rows.map(([name, group]) => roadRow(name, group)),
  );
  printTable(
    'Share of the length inside zones, %',
    ['road', ''],
    rows.map(([name, group]) => [name, zoneShares(group, knowledge)]),
  );
}

function printPairs(pairs: readonly Pair[]): void {
  const router = makeRouter(knowledge.roads);
  const rows = pairs.map((pair) => pairRow(router, pair));
  printTable(
    'Published distances and times: ! beyond 7 % and 20 %',
    pairHead,
    rows.map(({ cells }) => cells),
  );
  const count = (holds: readonly (boolean | null)[]): string =>
    `${holds.filter((one) => one === true).length} of ${holds.filter((one) => one !== null).length}`;
  const whole = rows.map(({ km, hours }) => km !== false && hours !== false);
  console.log(
    `Distances that hold: ${count(rows.map(({ km }) => km))}; times: ${count(rows.map(({ hours }) => hours))}; ` +
      `pairs with nothing off: ${count(whole)}`,
  );
}

function printTimes(pairs: readonly Pair[]): void {
  const router = makeRouter(knowledge.roads);
  const layers = [{ index: knowledge.index, zones: knowledge.zones }];
  const legs = pairs.flatMap((pair) => {
    const way = drive(router, pair);
    return way === null ? [] : [legOf(pair, way)];
  });
  const works: readonly (readonly [string, readonly (() => unknown)[]])[] = [
    ['router built', pairs.map(() => () => makeRouter(knowledge.roads))],
    ['way found and drawn', pairs.map((pair) => () => drive(router, pair))],
    ['the same with other ways', pairs.map((pair) => () => driveFreely(router, pair))],
    ['zones along the line', legs.map((leg) => () => exposeLine(layers, leg))],
  ];
  const rows = works.map(([name, calls]) => {
    const ms = Array.from({ length: ROUNDS }, () => calls.map(timed)).flat();
    return [name, ...[0.5, 0.95, 1].map((share) => quantile(ms.slice(calls.length * WARM), share).toFixed(2))];
  });
  printTable(`Milliseconds, warm, over ${pairs.length} pairs`, ['', 'median', 'p95', 'slowest'], rows);
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function legOf({ published: { from, to }, vehicle }: Pair, { line, guesses, hours }: RoadWay): Leg {
  const frame = { id: 'leg', from, to, mode: null, date: null, until: null, via: [], span: null };
  const [km, doubtKm] = [Float64Array.from(line.km), Float64Array.from(line.doubtKm)];
  const road = { ...line, km, doubtKm, hours, vehicle, avoided: [], others: [] };
  return { ...frame, basis: 'road', line: line.vertices, guesses, road };
}

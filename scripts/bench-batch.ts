/**
 * What `tajcheck check` makes of many files: itineraries a second, peak memory, and the ratio to as many runs of one
 * file each; then the peak at ten times fewer and ten times more files. The itineraries have 20 stops at real places
 * and are the same every time. `npm run bench:batch -- 1000` sets their number.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { shortDistanceKm } from '../src/geodesy/great-ellipse.ts';
import { compileKnowledge } from '../src/knowledge/compile-knowledge.ts';
import type { Place } from '../src/knowledge/schema/places.ts';
import { readData } from './read-data.ts';

const count = Number(process.argv[2] ?? 1000);
/** Runs of one file each that are timed; as many as the batch has files would take minutes and say the same. */
const SEPARATE = 40;
/** Rounds of batch and separate runs in turn, so that a machine whose speed drifts slows both. */
const ROUNDS = 2;

const program = join(import.meta.dirname, '..', 'bin', 'tajcheck.js');
const folder = mkdtempSync(join(tmpdir(), 'tajcheck-batch-'));
const peakFile = join(folder, 'peak');
// Asked at the end of the process; the peak is that of all its threads.
writeFileSync(
  join(folder, 'peak.cjs'),
  `if (require('node:worker_threads').isMainThread) process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peakFile)}, String(process.resourceUsage().maxRSS)));`,
);
const env: NodeJS.ProcessEnv = { ...process.env, TAJCHECK_NO_STALE_NOTICE: '1' };
// Where it is set, it makes a bare `node` three times slower.
delete env.NODE_EXTRA_CA_CERTS;

interface Cost {
  readonly seconds: number;
  readonly peakMiB: number;
  readonly summary: string;
}

function check(inputs: readonly string[], ...options: string[]): Cost {
  const args = [
    '--require',
    join(folder, 'peak.cjs'),
    program,
    'check',
    '--as-of',
    '2026-11-22',
    ...options,
    ...inputs,
  ];
  const begun = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 1 << 29 });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (status !== 0 && status !== 1) throw new Error(`tajcheck check exited with ${status}: ${stderr}`);
  const peakMiB = Number(readFileSync(peakFile, 'utf8')) / 1024;
  return { seconds, peakMiB, summary: stdout.trim().split('\n').at(-1) ?? '' };
}

/** Numbers below `below`, the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Each next stop is one of the nearest that were not yet visited, as a tour would have it. */
function wander(places: readonly Place[], roll: (below: number) => number): Place[] {
  const way = [places[roll(places.length)]];
  while (way.length < 20) {
    const here = way.at(-1)!;
    const nearest = places
      .filter((place) => !way.includes(place))
      .map((place) => ({ place, km: shortDistanceKm([here.lon, here.lat], [place.lon, place.lat]) }))
      .sort((a, b) => a.km - b.km);
    way.push(nearest[roll(6)].place);
  }
  return way;
}

function writeItinerary(number: number, places: readonly Place[]): string {
  const roll = dice(number);
  const nationalities = ['US', 'GB', 'CA', 'DE', 'CH', 'IN', 'NZ'];
  const stops = wander(places, roll).map(({ name, lat, lon }) => {
    return `  - { place: ${JSON.stringify(name)}, at: { lat: ${lat}, lon: ${lon} }, nights: ${roll(2) + 1} }`;
  });
  const permit = '  - { type: gbao, districts: [darvoz, vanj, rushan, shughnan], from: 2027-05-01, to: 2027-09-30 }';
  return [
    `title: Tour ${number}`,
    `start: 2027-0${5 + roll(3)}-${10 + roll(18)}`,
    `party:\n  - { nationality: ${nationalities[roll(nationalities.length)]}, count: ${roll(8) + 1} }`,
    `travel: ${['4x4', 'car', 'motorbike'][roll(3)]}`,
    `stops:\n${stops.join('\n')}`,
    ...(roll(2) === 0 ? [`permits:\n${permit}`] : []),
    '',
  ].join('\n');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

try {
  const places = Object.values(compileKnowledge(readData()).places).filter(({ country }) => country === 'TJ');
  const texts = Array.from({ length: count }, (_, number) => writeItinerary(number, places));
  const fill = (name: string, files: number): string => {
    mkdirSync(join(folder, name));
    for (let number = 0; number < files; number++) {
      writeFileSync(join(folder, name, `${String(number).padStart(5, '0')}.trip.yaml`), texts[number % count]);
    }
    return join(folder, name);
  };
  const [tenth, whole, tenfold] = [
    fill('tenth', Math.ceil(count / 10)),
    fill('whole', count),
    fill('tenfold', count * 10),
  ];
  const single = (number: number): string => join(whole, `${String(number).padStart(5, '0')}.trip.yaml`);
  check([tenth]);

  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const batch = check([whole]);
    const each = Array.from({ length: SEPARATE / ROUNDS }, (_, at) =>
      check([single((round * SEPARATE + at * 7) % count)]),
    );
    return { batch, separate: each.reduce((sum, { seconds }) => sum + seconds, 0) / each.length };
  });
  const seconds = median(rounds.map(({ batch }) => batch.seconds));
  const peak = Math.max(...rounds.map(({ batch }) => batch.peakMiB));
  const ratio = median(rounds.map(({ batch, separate }) => (separate * count) / batch.seconds));
  const one = median(rounds.map(({ separate }) => separate));
  const alone = check([whole], '--jobs', '1');

  console.log(
    `${count} itineraries of 20 stops in one run, ${availableParallelism()} cores: ${rounds[0].batch.summary}`,
  );
  console.log(
    `${(count / seconds).toFixed(0)} itineraries a second (${seconds.toFixed(2)} s), peak memory ${peak.toFixed(0)} MiB`,
  );
  console.log(
    `on one thread (--jobs 1) ${(count / alone.seconds).toFixed(0)} a second, ${alone.peakMiB.toFixed(0)} MiB`,
  );
  console.log(
    `${count} separate runs would take ${ratio.toFixed(1)} times as long: ${(one * 1000).toFixed(0)} ms each, from ${SEPARATE} of them side by side with ${ROUNDS} batches`,
  );
  for (const [files, place] of [
    [Math.ceil(count / 10), tenth],
    [count * 10, tenfold],
  ] as const) {
    const { seconds, peakMiB } = check([place]);
    console.log(`${files} files: ${(files / seconds).toFixed(0)} a second, peak memory ${peakMiB.toFixed(0)} MiB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

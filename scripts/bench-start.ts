/**
 * What the program costs beside Node's own start: each command in turn with `node -e 0`, pair by pair, so that a
 * machine whose speed drifts slows both. Prints the medians of wall and CPU time, and the medians of their ratios.
 * `npm run bench:start -- 41` sets the number of pairs.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const pairs = Number(process.argv[2] ?? 31);
const env = { ...process.env };
// Where it is set, it makes a bare `node` three times slower and flatters every ratio.
delete env.NODE_EXTRA_CA_CERTS;

/** Runs a command under the shell's own clock: real, user and system seconds. */
const timed = 'TIMEFORMAT="%3R %3U %3S"; time "$@" >/dev/null 2>&1';

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

function cost(args: readonly string[]): Cost {
  const command = ['-c', timed, '-', process.execPath, ...args];
  const { status, stderr } = spawnSync('bash', command, { cwd: root, env, encoding: 'utf8' });
  const [real, user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  if (status !== 0) throw new Error(`node ${args.join(' ')} exited with ${status}`);
  return { wall: real * 1000, cpu: (user + system) * 1000 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

const program = join('bin', 'tajcheck.js');
const commands = [['plan', 'examples/pamir-highway.yaml'], ['where', 'Khorog'], ['--help'], ['--version']];

console.log(`${pairs} pairs with \`node -e 0\`, medians`);
for (const args of commands) {
  cost([program, ...args]);
  const runs = Array.from({ length: pairs }, () => ({ own: cost([program, ...args]), bare: cost(['-e', '0']) }));
  const wall = median(runs.map(({ own, bare }) => own.wall / bare.wall));
  const cpu = median(runs.map(({ own, bare }) => own.cpu / bare.cpu));
  const ms = (pick: (run: (typeof runs)[number]) => number): string => median(runs.map(pick)).toFixed(0);
  console.log(
    `tajcheck ${args.join(' ')}: wall ${wall.toFixed(2)} times (${ms((r) => r.own.wall)} / ${ms((r) => r.bare.wall)} ms), ` +
      `CPU ${cpu.toFixed(2)} times (${ms((r) => r.own.cpu)} / ${ms((r) => r.bare.cpu)} ms)`,
  );
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { bashCompletion } from '../../src/completion/bash.ts';
import { readTree } from '../../src/completion/command-tree.ts';
import { fishCompletion } from '../../src/completion/fish.ts';
import { valueKinds } from '../../src/completion/values.ts';
import { zshCompletion } from '../../src/completion/zsh.ts';
import { knowledge } from '../trip.ts';
import { run } from './run.ts';

const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
/** `script` gives a program a terminal. */
const terminal = runs('script', '-qec', 'true', '/dev/null');
const shells = {
  bash: { there: terminal && runs('bash', '--version'), start: 'bash --norc --noprofile -i', before: '' },
  zsh: {
    there: terminal && runs('zsh', '--version'),
    start: 'zsh -f -i',
    before: 'autoload -Uz compinit; compinit -D -u;',
  },
} as const;

const tree = readTree(
  buildProgram(() => {}),
  valueKinds(knowledge()),
);
const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

const folder = mkdtempSync(join(tmpdir(), 'tajcheck-completion-'));
beforeAll(() => {
  mkdirSync(join(folder, 'tours'));
  writeFileSync(join(folder, 'wakhan.trip.yaml'), '');
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    const { status, stdout } = run(['completion', shell]);
    expect(status).toBe(0);
    expect(stdout).toBe(scripts[shell](tree));
    writeFileSync(join(folder, `completion.${shell}`), stdout);
  }
});

/** Types into the shell at a terminal, `⇥` for the tab key; gives the words of each command that was then run. */
function type(shell: keyof typeof shells, lines: readonly string[]): string[] {
  const { start, before } = shells[shell];
  const said = `tajcheck() { local IFS='|'; printf '\\n<<%s>>\\n' "$*"; }`;
  const input = [said, `${before} source ./completion.${shell}`, ...lines, 'exit', ''].join('\n').replaceAll('⇥', '\t');
  const { stdout } = spawnSync('script', ['-qec', start, '/dev/null'], {
    cwd: folder,
    input,
    env: { PATH: process.env.PATH ?? '', HOME: folder, TERM: 'dumb' },
    timeout: 30_000,
  });
  return [...stdout.toString().matchAll(/^<<(.*)>>\r?$/gm)].map(([, words]) => words);
}

/** Typed, and what it becomes. */
const cases: [typed: string, words: string][] = [
  ['tajcheck expl⇥TJ30⇥1', 'explain|TJ301'],
  ['tajcheck check --write-b⇥', 'check|--write-baseline'],
  ['tajcheck check --format sar⇥', 'check|--format|sarif'],
  ['tajcheck check --format sarif=wak⇥', 'check|--format|sarif=wakhan.trip.yaml'],
  ['tajcheck check --format=jun⇥', 'check|--format=junit'],
  ['tajcheck check --format json --fail-on w⇥', 'check|--format|json|--fail-on|warning'],
  ['tajcheck check one.yaml wak⇥', 'check|one.yaml|wakhan.trip.yaml'],
  ['tajcheck plan wak⇥--req⇥req⇥', 'plan|wakhan.trip.yaml|--require|required'],
  ['tajcheck plan wak⇥--without-permit gb⇥--verb⇥', 'plan|wakhan.trip.yaml|--without-permit|gbao|--verbose'],
  ['tajcheck plan wak⇥--without-permit --verb⇥', 'plan|wakhan.trip.yaml|--without-permit|--verbose'],
  ['tajcheck plan wak⇥--district -van⇥', 'plan|wakhan.trip.yaml|--district|-vanj'],
  ['tajcheck route dushanbe-air⇥bulunk⇥', 'route|dushanbe-airport|bulunkul'],
  ['tajcheck init --ci gitl⇥', 'init|--ci|gitlab'],
  ['tajcheck visa --passport dip⇥', 'visa|--passport|diplomatic'],
  ['tajcheck schema conf⇥', 'schema|config'],
  ['tajcheck help comp⇥', 'help|completion'],
  // Nothing is invented where nothing is known.
  ['tajcheck nonsense wak⇥', 'nonsense|wak'],
  ['tajcheck places wak⇥', 'places|wak'],
];

describe.each(Object.keys(shells) as (keyof typeof shells)[])('%s', (shell) => {
  test.runIf(shells[shell].there)('completes what is typed at a terminal', () => {
    const got = type(
      shell,
      cases.map(([typed]) => typed),
    );
    expect(got).toEqual(cases.map(([, words]) => words));
  });

  test.runIf(shells[shell].there)('completes a folder', () => {
    expect(type(shell, ['tajcheck check tou⇥'])[0]).toMatch(/^check\|tours\/?$/);
  });
});

/** Not asked of a terminal: that the lists are whole. */
describe('bash, asked for all words', () => {
  const words = (...line: string[]): string[] => {
    const ask = `source ./completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tajcheck; printf "%s\\n" "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync('bash', ['--norc', '--noprofile', '-c', ask, 'ask', 'tajcheck', ...line], {
      cwd: folder,
    });
    return stdout.toString().trim().split('\n');
  };
  test('commands and options are those of the help', () => {
    const helped = [...run(['--help']).stdout.matchAll(/^ {2}([a-z]+) (?:\[options\]|[<[])/gm)].map(([, name]) => name);
    expect(helped.length).toBeGreaterThan(10);
    expect(words('').sort()).toEqual(helped.sort());
    const options = [...run(['check', '--help']).stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(
      ([, flag]) => flag,
    );
    expect(options).toContain('--stdin-name');
    expect(words('check', '--').sort()).toEqual(options.sort());
  });
  test('formats, severities, rules and places are those that the commands take', () => {
    expect(words('check', '--format', '')).toEqual([
      'compact',
      'pretty',
      'json',
      'sarif',
      'junit',
      'github',
      'gitlab',
      'markdown',
    ]);
    expect(words('plan', '--format', '')).toEqual([
      'pretty',
      'compact',
      'json',
      'html',
      'markdown',
      'sheet',
      'ics',
      'geojson',
      'kml',
      'gpx',
    ]);
    expect(words('map', '--theme', '')).toEqual(['light', 'dark']);
    expect(words('route', '--by', '')).toEqual(['4x4', 'car', 'bus', 'motorbike', 'bicycle', 'foot']);
    expect(words('check', '--min-severity', '')).toEqual(['error', 'warning', 'info']);
    expect(words('explain', 'TJ9')).toEqual(expect.arrayContaining(['TJ901', 'TJ902']));
    expect(words('where', '').length).toBeGreaterThan(600);
    expect(run(['where', words('where', 'khor')[0]]).status).toBe(0);
  });
});

const fish = runs('fish', '--version');
test.runIf(fish)('fish completes the same', () => {
  const complete = (line: string): string[] => {
    const ask = `source ./completion.fish; complete -C ${JSON.stringify(line)}`;
    const { stdout } = spawnSync('fish', ['--no-config', '-c', ask], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder },
    });
    return stdout
      .toString()
      .split('\n')
      .map((offer) => offer.split('\t')[0])
      .filter((word) => word !== '');
  };
  expect(complete('tajcheck expl')).toEqual(['explain']);
  expect(complete('tajcheck check --write')).toEqual(['--write-baseline']);
  expect(complete('tajcheck check --format sar')).toEqual(['sarif']);
  expect(complete('tajcheck check wak')).toEqual(['wakhan.trip.yaml']);
  expect(complete('tajcheck plan x.yaml --district +van')).toEqual(['+vanj']);
  expect(complete('tajcheck route dushanbe-air')).toEqual(['dushanbe-airport']);
  expect(complete('tajcheck init ')).toEqual(['tours/']);
  expect(complete('tajcheck places ')).toEqual([]);
});

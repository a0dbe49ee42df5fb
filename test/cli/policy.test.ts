/** Which policy holds for which file, and what flags and variables say before it; in a real git repository. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SettingFlags, settingsFor } from '../../src/cli/settings.ts';
import { knowledge } from '../trip.ts';
import { run } from './run.ts';

let root: string;
let outside: string;
const write = (name: string, text: string, folder = root): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};
const settings = (file: string, flags: Partial<SettingFlags> = {}) =>
  settingsFor(join(root, file), { zones: [], require: [], ...flags }, knowledge());
const refusal = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'was not refused',
    (error: Error & { hint?: string }) => `${error.name}: ${error.message} ${error.hint ?? ''}`,
  );
const zone = (id: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id, name: id, restriction: 'prohibited' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [71, 37.3],
              [72, 37.3],
              [72, 37.8],
              [71, 37.8],
              [71, 37.3],
            ],
          ],
        },
      },
    ],
  });

beforeEach(() => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tajcheck-policy-')));
  root = join(folder, 'repo');
  outside = join(folder, 'outside');
  mkdirSync(root);
  mkdirSync(outside);
  execFileSync('git', ['init', '-q', root]);
  for (const name of ['TAJCHECK_CONFIG', 'TAJCHECK_FAIL_ON', 'TAJCHECK_AS_OF']) vi.stubEnv(name, '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the nearest policy holds', () => {
  test('from the file’s folder up to the root of the repository, and none is mixed with another', async () => {
    write('tajcheck.config.yaml', 'maxLevel: 2\nfailOn: warning\n');
    write('tours/wakhan/tajcheck.config.yaml', 'authorities: [de-aa]\n');
    const top = await settings('tours/a.trip.yaml');
    expect(top).toMatchObject({ policyFile: join(root, 'tajcheck.config.yaml'), base: root, root, failOn: 'warning' });
    expect(top.policy.maxLevel).toBe(2);
    const deep = await settings('tours/wakhan/further/a.trip.yaml');
    expect(deep).toMatchObject({ policyFile: join(root, 'tours/wakhan/tajcheck.config.yaml'), root, failOn: 'error' });
    expect(deep.policy).toMatchObject({ maxLevel: null, authorities: ['de-aa'] });
    expect(deep.base).toBe(join(root, 'tours/wakhan'));
  });

  test('never one from above the repository', async () => {
    write('tajcheck.config.yaml', 'maxLevel: 1\n', dirname(root));
    expect(await settings('a.trip.yaml')).toMatchObject({ policyFile: null, root, base: root });
  });

  test('outside a repository only the file’s own folder is looked into', async () => {
    write('tajcheck.config.yaml', 'maxLevel: 1\n', outside);
    const flags = { zones: [], require: [] };
    const beside = await settingsFor(join(outside, 'a.trip.yaml'), flags, knowledge());
    expect(beside.policyFile).toBe(join(outside, 'tajcheck.config.yaml'));
    const below = await settingsFor(write('deep/a.trip.yaml', '', outside), flags, knowledge());
    expect(below.policyFile).toBeNull();
  });

  test('a file in a folder that is a link has the policy of where it lies', async () => {
    write('tajcheck.config.yaml', 'maxLevel: 1\n');
    write('real/tajcheck.config.yaml', 'maxLevel: 2\n');
    symlinkSync(join(root, 'real'), join(root, 'linked'));
    expect((await settings('linked/a.trip.yaml')).policy.maxLevel).toBe(2);
  });

  test('tells where its files, its baseline and its own zones are', async () => {
    write(
      'ops/tajcheck.config.yaml',
      'files: [a/**]\nignore: [b/**]\nbaseline: ../known.json\nownZones: [../zones/z.geojson]\n',
    );
    write('zones/z.geojson', zone('no-go'));
    write('other.geojson', zone('by-flag'));
    const found = await settings('ops/a.trip.yaml', {
      zones: [join(root, 'other.geojson'), join(root, 'zones/z.geojson')],
    });
    expect(found).toMatchObject({ files: ['a/**'], ignore: ['b/**'], baseline: join(root, 'known.json') });
    // What both name is one file.
    expect(found.ownZones.flatMap(({ index }) => index.ids)).toEqual(['no-go', 'by-flag']);
  });
});

describe('is refused, for it would pass for no policy:', () => {
  test.each([
    [
      'a link to nothing',
      () => symlinkSync(join(root, 'gone.yaml'), join(root, 'tajcheck.config.yaml')),
      'a link that leads out of the repository, or to nothing',
    ],
    [
      'a link out of the repository',
      () => symlinkSync(write('p.yaml', 'maxLevel: 4', outside), join(root, 'tajcheck.config.yaml')),
      'a link that leads out of the repository',
    ],
    ['a folder', () => mkdirSync(join(root, 'tajcheck.config.yaml')), 'is not a file'],
    ['another ending', () => write('tajcheck.config.yml', 'maxLevel: 1'), 'A policy is called tajcheck.config.yaml'],
    ['an empty file', () => write('tajcheck.config.yaml', ''), 'The policy says nothing'],
    [
      'UTF-16',
      () => writeFileSync(join(root, 'tajcheck.config.yaml'), Buffer.from('\ufeffmaxLevel: 1', 'utf16le')),
      'is UTF-16 text',
    ],
    ['a binary', () => writeFileSync(join(root, 'tajcheck.config.yaml'), Buffer.from([0, 1, 2])), 'is a binary file'],
    [
      'a fault',
      () => write('tajcheck.config.yaml', 'tajcheck: 1\nmaxLevl: 1'),
      'tajcheck.config.yaml:2:1: `maxLevl` is not a key of a policy. Did you mean `maxLevel`?',
    ],
    [
      'own zones out of the repository',
      () => write('tajcheck.config.yaml', 'ownZones:\n  - ../outside/z.geojson'),
      'tajcheck.config.yaml:2: ../outside/z.geojson leads out',
    ],
    [
      'own zones by a link out of it',
      () => {
        symlinkSync(outside, join(root, 'zones'));
        write('z.geojson', zone('x'), outside);
        write('tajcheck.config.yaml', 'ownZones: [zones/z.geojson]');
      },
      'zones/z.geojson leads out',
    ],
    ['own zones that are not there', () => write('tajcheck.config.yaml', 'ownZones: [z.geojson]'), 'z.geojson'],
    [
      'a baseline out of the repository',
      () => write('tajcheck.config.yaml', 'baseline: ../known.json'),
      'tajcheck.config.yaml:1: ../known.json leads out',
    ],
  ])('%s', async (_what, make, said) => {
    make();
    const told = await refusal(settings('tours/a.trip.yaml'));
    expect(told).toMatch(/^UsageError: /);
    expect(told).toContain(said);
  });
});

describe('a flag counts before a variable, a variable before the policy', () => {
  test('which policy', async () => {
    write('tajcheck.config.yaml', 'maxLevel: 1\n');
    const [second, third] = [write('b.yaml', 'maxLevel: 2\n', outside), write('c.yaml', 'maxLevel: 3\n', outside)];
    const level = async (flags: Partial<SettingFlags> = {}) => (await settings('a.trip.yaml', flags)).policy.maxLevel;
    expect(await level()).toBe(1);
    vi.stubEnv('TAJCHECK_CONFIG', second);
    expect(await level()).toBe(2);
    expect(await level({ config: third })).toBe(3);
    expect(await level({ config: false })).toBeNull();
    vi.stubEnv('TAJCHECK_CONFIG', '');
    expect(await level()).toBe(1);
    expect(await refusal(settings('a.trip.yaml', { config: join(root, 'gone.yaml') }))).toContain('is not there');
  });

  test('what fails', async () => {
    const failing = async (flags: Partial<SettingFlags> = {}) => {
      const { failOn, failOnFrom } = await settings('a.trip.yaml', flags);
      return `${failOn} ${failOnFrom}`;
    };
    expect(await failing()).toBe('error default');
    write('tajcheck.config.yaml', 'failOn: info\n');
    expect(await failing()).toBe('info policy');
    vi.stubEnv('TAJCHECK_FAIL_ON', 'warning');
    expect(await failing()).toBe('warning TAJCHECK_FAIL_ON');
    expect(await failing({ failOn: 'never' })).toBe('never --fail-on');
    vi.stubEnv('TAJCHECK_FAIL_ON', 'loud');
    expect(await refusal(settings('a.trip.yaml'))).toContain('TAJCHECK_FAIL_ON loud is not known.');
    expect(await failing({ failOn: 'error' })).toBe('error --fail-on');
  });

  test('what is demanded comes together', async () => {
    write('tajcheck.config.yaml', 'require: [{ level: 3, items: [required] }]\n');
    expect((await settings('a.trip.yaml', { require: ['all'] })).policy.demands).toEqual([
      { level: 3, items: ['required'] },
      { level: null, items: ['all'] },
    ]);
    expect(await refusal(settings('a.trip.yaml', { require: ['medevac-insurence'] }))).toContain(
      'Did you mean medevac-insurance?',
    );
  });
});

describe('plan, as a process', () => {
  const trip =
    'start: 2027-07-03\nparty: [{ nationality: US }]\nstops:\n  - Dushanbe\n  - { place: Khorog, by: air, nights: 2 }\n';
  const plan = (args: readonly string[] = [], env: Record<string, string> = {}) =>
    run(['plan', 'tours/a.trip.yaml', '--as-of', '2026-11-22', ...args], { cwd: root, env });
  const json = (args: readonly string[] = [], env = {}) => JSON.parse(plan([...args, '--format', 'json'], env).stdout);

  test('is judged by the policy, and names it', () => {
    write('tours/a.trip.yaml', trip);
    expect(json().policy).toBeNull();
    write(
      'tajcheck.config.yaml',
      'tajcheck: 1\nmaxLevel: 2\nfailOn: info\nseverities: { TJ508: off }\nownZones: [z.geojson]\n',
    );
    write('z.geojson', zone('no-go'));
    const brief = plan();
    // It is read, not passed: what the policy fails on is for check.
    expect(brief).toMatchObject({ status: 0, stderr: '' });
    expect(brief.stdout).toContain('\n  Judged by the policy tajcheck.config.yaml.\n');
    expect(brief.stdout).toContain('The policy accepts no more than level 2 for');
    expect(plan(['--fail-on', 'error']).status).toBe(1);
    const told = json();
    expect(told.policy).toEqual({ file: 'tajcheck.config.yaml' });
    expect(told.findings.map(({ rule }: { rule: string }) => rule)).toContain('TJ305');
    expect(json(['--no-config']).policy).toBeNull();
    expect(json([], { TAJCHECK_CONFIG: 'z.geojson/../tajcheck.config.yaml' }).policy).toEqual({
      file: 'tajcheck.config.yaml',
    });
  });

  test('takes the day from the variable where no flag gives it', () => {
    write('tours/a.trip.yaml', trip);
    const asOf = (env: Record<string, string>, ...args: string[]) =>
      JSON.parse(run(['plan', 'tours/a.trip.yaml', '--format', 'json', ...args], { cwd: root, env }).stdout).asOf;
    expect(asOf({ TAJCHECK_AS_OF: '2026-12-24' })).toBe('2026-12-24');
    expect(asOf({ TAJCHECK_AS_OF: '2026-12-24' }, '--as-of', '2026-12-25')).toBe('2026-12-25');
    const wrong = run(['plan', 'tours/a.trip.yaml'], { cwd: root, env: { TAJCHECK_AS_OF: 'soon' } });
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('TAJCHECK_AS_OF soon is not a day.');
  });

  test('does not run by a policy that is wrong', () => {
    write('tours/a.trip.yaml', trip);
    write('tours/tajcheck.config.yaml', 'maxLevel: 3\nauthorities: [uk]\nseverities:\n  TJ201: off\n');
    const { status, stdout, stderr } = plan();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'tajcheck: The policy tours/tajcheck.config.yaml cannot be used; nothing was checked.',
      'tours/tajcheck.config.yaml:2:15: `authorities[1]` must be the id of an authority, not “uk”. Known: us-state, uk-fcdo, ca-gac, au-dfat, ie-dfa, de-aa, nz-mfat, ch-fdfa.',
      'tours/tajcheck.config.yaml:4:10: TJ201 cannot be turned off or lowered: what is not understood was not checked. It may be error.',
    ]);
  });

  test('nothing in a policy reaches the terminal unescaped', () => {
    write('tours/a.trip.yaml', trip);
    write('tajcheck.config.yaml', 'maxLevel: "\\e]0;x\\a\\n::error::y"\n');
    const { status, stderr } = plan();
    expect(status).toBe(2);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is there is what is tested
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(stderr).not.toMatch(/^::error/m);
  });
});

describe('check, as a process', () => {
  const trip = 'start: 2027-07-03\nparty: [{ nationality: US }]\nstops:\n  - { place: Dushanbe, nights: 2 }\n';
  const check = (args: readonly string[] = [], env: Record<string, string> = {}) =>
    run(['check', '--as-of', '2026-11-22', ...args], { cwd: root, env });

  test('each file passes or fails by the policy nearest to it', () => {
    write('a.trip.yaml', trip);
    write('strict/a.trip.yaml', trip);
    expect(check().status).toBe(0);
    write('tajcheck.config.yaml', 'tajcheck: 1\nmaxLevel: 2\n');
    write('strict/tajcheck.config.yaml', 'tajcheck: 1\nmaxLevel: 1\n');
    const { status, stdout } = check();
    expect(status).toBe(1);
    const failing = stdout.split('\n').filter((line) => line.includes(' error '));
    expect(failing.length).toBeGreaterThan(0);
    expect(failing.filter((line) => !line.startsWith('strict/a.trip.yaml:'))).toEqual([]);
    expect(stdout).toContain('The policy accepts no more than level 1 for country-tj.');
    expect(check(['--no-config']).status).toBe(0);
    expect(check(['--config', 'strict/tajcheck.config.yaml']).stdout).toContain('\na.trip.yaml:');
    expect(check([], { TAJCHECK_CONFIG: 'tajcheck.config.yaml' }).status).toBe(0);
  });

  test('fails on what flag, variable and policy say, in that order', () => {
    write('a.trip.yaml', trip);
    write('tajcheck.config.yaml', 'tajcheck: 1\nfailOn: info\n');
    expect(check().status).toBe(1);
    expect(check([], { TAJCHECK_FAIL_ON: 'error' }).status).toBe(0);
    expect(check([], { TAJCHECK_FAIL_ON: '' }).status).toBe(1);
    expect(check(['--fail-on', 'info'], { TAJCHECK_FAIL_ON: 'error' }).status).toBe(1);
  });

  test('a rule that is off fails nothing, and is counted as silenced', () => {
    write('a.trip.yaml', trip.replace('Dushanbe', 'Khorog'));
    expect(check().stdout).toContain(' error TJ401: ');
    write('tajcheck.config.yaml', 'tajcheck: 1\nseverities: { TJ401: off }\n');
    const { status, stdout } = check();
    expect([status, stdout.includes('TJ401')]).toEqual([0, false]);
    expect(check(['--show-suppressed']).stdout).toContain('TJ401');
  });

  test('one wrong policy anywhere stops the run', () => {
    write('a.trip.yaml', trip);
    write('deep/a.trip.yaml', trip);
    write('deep/tajcheck.config.yaml', 'maxLevel: 9\n');
    const { status, stdout, stderr } = check();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('deep/tajcheck.config.yaml:1:11: `maxLevel` must be a level from 1 to 4, not 9.');
  });

  test('the policy that holds is printed with where each value comes from', () => {
    write('tours/a.trip.yaml', trip);
    write('tajcheck.config.yaml', 'tajcheck: 1\nmaxLevel: 2\n');
    const { status, stdout } = check(['tours/a.trip.yaml', '--print-config', '--fail-on', 'warning']);
    expect(status).toBe(0);
    expect(stdout).toContain('# What holds for tours/a.trip.yaml: the policy tajcheck.config.yaml\n');
    expect(stdout).toContain('\nfailOn: warning # --fail-on\n');
    expect(stdout).toContain('\nmaxLevel: 2 # tajcheck.config.yaml:2\n');
  });
});

test('the schema for editors is printed, and is that of the reader', () => {
  const schema = JSON.parse(run(['schema', 'config']).stdout);
  expect(schema.properties.zones.properties.gbao.description).toContain('GBAO');
});

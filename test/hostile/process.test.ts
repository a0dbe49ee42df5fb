/** The built program in a repository of somebody else's: its files, their names, its policy and its baseline are all text of theirs. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../cli/run.ts';
import { actsInLog, commandIn } from './judges.ts';

const calm = 'start: 2027-07-03\nparty: [{ nationality: US }]\nstops: [Dushanbe]\n';

function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'tajcheck-theirs-'));
  mkdirSync(join(root, '.git'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const check = (cwd: string, ...args: string[]) =>
  run(['check', ...args, '--as-of', '2026-11-22'], { cwd, env: { COLUMNS: '60' } });

function expectHarmless({ stdout, stderr }: ReturnType<typeof run>): void {
  expect(actsInLog(`${stdout}\n${stderr}`)).toEqual([]);
}

test('files named like options, orders or marks of direction are checked under their names', () => {
  const names = [
    '-rf.trip.yaml',
    '--config=x.trip.yaml',
    '::error::a.trip.yaml',
    '##[error]b.trip.yaml',
    'c\u202eLMAY.trip.yaml',
    '\ufeffd.trip.yaml',
    'a\u001b[31m.trip.yaml',
  ];
  const cwd = repository(Object.fromEntries(names.map((name) => [name, `${calm.replace('Dushanbe', 'Atlantis')}`])));
  for (const format of ['compact', 'pretty']) {
    const result = check(cwd, '--format', format);
    expect(result.status).toBe(1);
    expect(result.stdout.match(/TJ201: /g)).toHaveLength(names.length);
    expectHarmless(result);
  }
  const { stdout } = check(cwd, '--format', 'github');
  const errors = stdout.split('\n').filter((line) => commandIn(line) === 'error');
  expect(errors.filter((line) => line.includes('TJ201'))).toHaveLength(names.length);
});

test('nothing outside the repository is read: by a track, a link, zones or a policy of its own', () => {
  const secret = mkdtempSync(join(tmpdir(), 'tajcheck-secret-'));
  writeFileSync(join(secret, 'secret.trip.yaml'), `title: TOP-SECRET\n${calm}`);
  writeFileSync(join(secret, 'way.gpx'), '<gpx>TOP-SECRET</gpx>');
  const stops = (track: string) => `stops: [Dushanbe, { place: Kulob, track: ${JSON.stringify(track)} }]\n`;
  const cwd = repository({
    'up.trip.yaml': stops('../../../../../../etc/passwd'),
    'root.trip.yaml': stops('/etc/passwd'),
    'link.trip.yaml': stops('linked.gpx'),
    'folder.trip.yaml': stops('linked/way.gpx'),
    'nul.trip.yaml': stops('a\u0000/../../etc/passwd'),
    'policy/tajcheck.config.yaml': 'tajcheck: 1\nownZones: [/etc/passwd]\n',
    'policy/x.trip.yaml': calm,
  });
  symlinkSync(join(secret, 'way.gpx'), join(cwd, 'linked.gpx'));
  symlinkSync(secret, join(cwd, 'linked'));
  symlinkSync(join(secret, 'secret.trip.yaml'), join(cwd, 'secret.trip.yaml'));
  for (const input of ['up', 'root', 'link', 'folder', 'nul', 'secret', 'policy/x']) {
    const result = check(cwd, `${input}.trip.yaml`, '--min-severity', 'info');
    expect(result.status, `${input}: ${result.stdout}`).toBeGreaterThan(0);
    expect(`${result.stdout}${result.stderr}`, input).toMatch(/TJ10[89]|TJ112|outside|below the folder/);
    expect(`${result.stdout}${result.stderr}`, input).not.toMatch(/TOP-SECRET|root:x?:0/);
    expectHarmless(result);
  }
});

test('a bomb of aliases, of depth or of length is refused in time, and hides no other file', () => {
  const cwd = repository({
    'aliases.trip.yaml': `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\nstops: [*f,*f,*f,*f,*f]\n`,
    'depth.trip.yaml': `stops: ${'['.repeat(50_000)}\n`,
    'length.trip.yaml': `title: ${'x'.repeat(2_000_000)}\n`,
    'wrong.trip.yaml': 'stops: [Atlantis]\n',
  });
  const result = check(cwd);
  for (const name of ['aliases', 'depth', 'length'])
    expect(result.stdout).toMatch(new RegExp(`^${name}.trip.yaml.*error TJ1`, 'm'));
  expect(result.stdout).toMatch(/^wrong.trip.yaml:1:9: error TJ201/m);
  expect(result.status).toBeGreaterThan(0);
});

test('a policy and a baseline with orders in them are refused in plain words', () => {
  const orders = '::error::pwned ##[error]pwned \u001b[2J';
  const asText = JSON.stringify(orders);
  const policies = [
    `tajcheck: 1\n${asText}: 1\n`,
    `tajcheck: 1\nseverities: { ${asText}: ${asText} }\nownZones: [${asText}]\nfailOn: ${asText}\n`,
    `tajcheck: 1\nauthorities: [${asText}]\nbaseline: ${asText}\nrequire: [{ items: [${asText}] }]\n`,
    `${orders}: [\n`,
  ];
  for (const policy of policies) {
    const result = check(repository({ 'a.trip.yaml': calm, 'tajcheck.config.yaml': policy }));
    expect(result.status).toBe(2);
    expectHarmless(result);
  }
  for (const baseline of [
    orders,
    `{ ${asText}: 1 }`,
    `{ "schema": ${asText}, "known": [{ "file": ${asText}, "rule": ${asText} }] }`,
  ]) {
    const result = check(repository({ 'a.trip.yaml': calm, 'tajcheck-baseline.json': baseline }));
    expect(result.status).toBe(2);
    expectHarmless(result);
  }
});

/** `tajcheck diff` as people run it: the built program, with a real git repository. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marked } from 'marked';
import { beforeAll, describe, expect, test } from 'vitest';
import { packKnowledge } from '../../src/knowledge/knowledge.ts';
import { diffSchema } from '../../src/report/diff/diff-schema.ts';
import { knowledge } from '../trip.ts';
import { run } from './run.ts';

const root = mkdtempSync(join(tmpdir(), 'tajcheck-diff-'));
const git = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
const commit = (message: string) => {
  git('add', '-A');
  git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qm', message);
};
const write = (name: string, text: string) => writeFileSync(join(root, name), text);
const day = ['--as-of', '2026-11-22'];
const diff = (args: readonly string[], env: Record<string, string> = {}) =>
  run(['diff', ...day, ...args], { cwd: root, env });
const json = (args: readonly string[]) => {
  const { stdout, stderr } = diff([...args, '--format', 'json']);
  expect(stderr).toBe('');
  return diffSchema.parse(JSON.parse(stdout));
};

const trip = `start: 2027-07-03
party: [{ nationality: FR }]
travel: 4x4
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: Khorog, nights: 2, by: air }
  - { place: Rushan, nights: 1, track: ../tracks/way.geojson }
permits:
  - { type: gbao, districts: [shughnan, rushan], from: 2027-07-01, to: 2027-07-20 }
`;
const worse = trip.replace(/permits:\n.*\n/, '');
const track = (points: readonly (readonly number[])[]) => JSON.stringify({ type: 'LineString', coordinates: points });
const way = [[71.5531, 37.4897], [71.52, 37.6], [71.5, 37.75], [71.55, 37.95]]; // biome-ignore format: points

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  mkdirSync(join(root, 'tours'));
  mkdirSync(join(root, 'tracks'));
  write('tours/t.trip.yaml', trip);
  write('tracks/way.geojson', track(way));
  symlinkSync('../../outside.yaml', join(root, 'tours/out.trip.yaml'));
  commit('first');
  git('tag', 'approved');
  write('tours/t.trip.yaml', `# a new line\n${worse}`);
  renameSync(join(root, 'tours/out.trip.yaml'), join(root, 'tours/gone'));
  write('tours/out.trip.yaml', trip);
  write('tours/new.trip.yaml', worse);
});

describe('--git', () => {
  test('compares with the file of that commit, lines and all', () => {
    const found = json(['--git', 'approved', 'tours/t.trip.yaml']);
    expect([found.before?.label, found.after.label]).toEqual(['approved:tours/t.trip.yaml', 'tours/t.trip.yaml']);
    const fresh = found.differences.flatMap((one) =>
      one.kind === 'finding' && one.effect === 'worse' ? one.after! : [],
    );
    expect(fresh.map(({ rule }) => rule)).toContain('TJ401');
    expect(fresh.map(({ rule }) => rule)).not.toContain('TJ301');
    const [permit] = found.differences.flatMap((one) => (one.kind === 'permit' && one.effect === 'worse' ? one : []));
    expect([permit.before?.status, permit.after?.status]).toEqual(['held', 'missing']);
  });

  test('reads tracks from that commit too', () => {
    const kept = readFileSync(join(root, 'tracks/way.geojson'));
    write('tracks/way.geojson', track([...way.slice(0, 2), [71.9, 37.7], ...way.slice(2)]));
    const found = json(['--git', 'approved', 'tours/t.trip.yaml']);
    writeFileSync(join(root, 'tracks/way.geojson'), kept);
    const [leg] = found.differences.flatMap((one) => (one.kind === 'leg' ? one : []));
    expect([leg.before?.basis, leg.after?.basis]).toEqual(['track', 'track']);
    expect(leg.after!.lengthKm! - leg.before!.lengthKm!).toBeGreaterThan(20);
  });

  test('runs in any folder, and a file that was not there is a new trip', () => {
    const inside = run(['diff', ...day, '--git', 'HEAD', 't.trip.yaml'], { cwd: join(root, 'tours') });
    expect([inside.status, inside.stdout]).toEqual([0, expect.stringContaining('HEAD:tours/t.trip.yaml')]);
    const { status, stdout } = diff(['--git', 'main', 'tours/new.trip.yaml', '--fail-on', 'error']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^nothing \u2192 tours\/new\.trip\.yaml: a new trip: 1 error/);
  });

  test.each([
    [['--git', 'nowhere', 'tours/t.trip.yaml'], /no commit nowhere/],
    [['--git', '--output=/tmp/x', 'tours/t.trip.yaml'], /--output=\/tmp\/x is no commit/],
    [['--git=-h', 'tours/t.trip.yaml'], /-h is no commit/],
    [['--git=', 'tours/t.trip.yaml'], /is no commit/],
    [['--git', 'HEAD:tours', 'tours/t.trip.yaml'], /is no commit/],
    [['--git', 'HEAD\n', 'tours/t.trip.yaml'], /is no commit/],
    [['--git', '$(touch x)', 'tours/t.trip.yaml'], /is no commit/],
    [['--git', 'main', 'tours/none.trip.yaml'], /no file tours\/none/],
    [['--git', 'approved', 'tours/out.trip.yaml'], /is a link that leads out of the repository/],
    [['--git', 'main', '-'], /standard input is in no repository/],
    [['--git', 'main', join(tmpdir(), 'elsewhere.yaml')], /no git repository/],
  ])('%j is refused plainly', (args, message) => {
    writeFileSync(join(tmpdir(), 'elsewhere.yaml'), trip);
    const { status, stdout, stderr } = diff(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('should not have happened');
  });

  test('what git cannot read is not taken for a new trip', () => {
    const folder = join(root, 'broken');
    mkdirSync(folder);
    const inside = (...args: string[]) => git('-C', folder, ...args);
    inside('init', '-q');
    writeFileSync(join(folder, 't.trip.yaml'), trip);
    inside('add', '-A');
    inside('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qm', 'one');
    const blob = inside('rev-parse', 'HEAD:t.trip.yaml').trim();
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const { status, stdout, stderr } = run(['diff', ...day, '--git', 'HEAD', 't.trip.yaml'], { cwd: folder });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('git cannot read t.trip.yaml at HEAD');
  });

  test('a machine without git says so', () => {
    const { status, stderr } = diff(['--git', 'main', 'tours/t.trip.yaml'], { PATH: join(root, 'tracks') });
    expect([status, stderr]).toEqual([2, expect.stringContaining('there is no git on this machine')]);
  });
});

describe('what is compared', () => {
  test.each([
    [['a.yaml'], 'nothing to compare with'],
    [['a.yaml', 'b.yaml', '--git', 'main'], 'name one file'],
    [['a.yaml', 'b.yaml', '--data', 'x'], 'name one file'],
    [['a.yaml', '--git', 'main', '--data', 'x'], 'do not go together'],
    [['-', '-'], 'only once'],
    [['tours/t.trip.yaml', 'tours/t.trip.yaml', '--fail-on', 'bad'], '--fail-on bad is not known'],
    [['tours/t.trip.yaml', 'tours/t.trip.yaml', '--format', 'sarif'], 'There is no format sarif'],
  ])('%j must be one way of asking', (args, message) => {
    const { status, stderr } = diff(args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('a saved assessment, on its own day', () => {
    write('tours/old.trip.yaml', trip);
    const saved = run(['plan', 'tours/old.trip.yaml', '--as-of', '2026-05-01', '--format', 'json'], { cwd: root });
    write('approved.json', saved.stdout);
    const found = json(['approved.json', 'tours/t.trip.yaml']);
    expect([found.before?.asOf, found.after.asOf]).toEqual(['2026-05-01', '2026-11-22']);
    expect(found.differences.map(({ kind, effect }) => `${effect} ${kind}`)).toContain('worse permit');
    const { stdout } = diff(['approved.json', 'tours/t.trip.yaml']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Judged as of 1 May 2026 before and 22 Nov 2026 now');
    write('bad.json', saved.stdout.replace('"stops": [', '"stopps": ['));
    const bad = diff(['bad.json', 'tours/t.trip.yaml']);
    expect([bad.status, bad.stderr]).toEqual([2, expect.stringContaining('bad.json is no whole assessment')]);
    write('other.json', '{"schema": "tajcheck-check-v1"}');
    expect(diff(['other.json', 'tours/t.trip.yaml']).stderr).toContain('is tajcheck-check-v1, not an assessment');
    expect(diff(['--git', 'main', 'approved.json']).stderr).toContain('is a saved assessment');
  });

  test('an assessment saved before it told who travels is still read, and that it did not is no difference', () => {
    write('tours/old.trip.yaml', trip);
    const { stdout } = run(['plan', 'tours/old.trip.yaml', '--as-of', '2026-11-22', '--format', 'json'], { cwd: root });
    const { party, travel, checkIn, contacts, ...rest } = JSON.parse(stdout);
    expect([party.length, travel, checkIn]).toEqual([1, '4x4', null]);
    const older = contacts.map(({ serves: _, ...contact }: { serves: unknown }) => contact);
    write('older.json', JSON.stringify({ ...rest, contacts: older }));
    expect(json(['older.json', 'tours/old.trip.yaml']).differences).toEqual([]);
    write('odd.json', JSON.stringify({ ...rest, contacts: [null, 1] }));
    expect(diff(['odd.json', 'tours/old.trip.yaml'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('odd.json is no whole assessment: contacts.0'),
    });
  });

  test('the same file on the knowledge of another installation', () => {
    const known = knowledge();
    const older = {
      ...known,
      version: '2026-01-01.00000000',
      advisories: known.advisories.map((advisory) =>
        advisory.authority === 'ca-gac' && advisory.zone === 'af-border-ca'
          ? { ...advisory, level: 2 as const }
          : advisory,
      ),
    };
    mkdirSync(join(root, 'old/dist'), { recursive: true });
    writeFileSync(join(root, 'old/dist/knowledge.bin'), packKnowledge(older));
    for (const [folder, failOn, exit] of [
      ['old', 'warning', 1],
      ['old/dist', 'error', 0],
    ] as const) {
      const { status, stdout } = diff(['--data', folder, 'tours/t.trip.yaml', '--format', 'json', '--fail-on', failOn]);
      const found = diffSchema.parse(JSON.parse(stdout));
      expect([status, found.before?.tool.dataVersion]).toEqual([exit, '2026-01-01.00000000']);
      const [advice] = found.differences.flatMap((one) => (one.kind === 'advice' ? one : []));
      expect([advice.effect, advice.before?.level, advice.after?.level]).toEqual(['worse', 2, 4]);
    }

    cpSync(join(root, 'old'), join(root, 'damaged'), { recursive: true });
    writeFileSync(join(root, 'damaged/dist/knowledge.bin'), 'TAJ0 and something else');
    expect(diff(['--data', 'damaged', 'tours/t.trip.yaml'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('damaged or of another format'),
    });
    const { posts, ...lacking } = older;
    writeFileSync(join(root, 'damaged/dist/knowledge.bin'), packKnowledge(lacking as typeof older));
    expect(posts.length).toBeGreaterThan(0);
    expect(diff(['--data', 'damaged', 'tours/t.trip.yaml'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('another format'),
    });
    expect(diff(['--data', 'nowhere', 'tours/t.trip.yaml'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no knowledge.bin in nowhere'),
    });
  });

  test('a file with itself: nothing changes', () => {
    const { status, stdout } = diff(['tours/t.trip.yaml', 'tours/t.trip.yaml', '--fail-on', 'info']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('nothing changes')]);
  });

  test('standard input may be one of the two', () => {
    const { status, stdout } = run(['diff', ...day, '-', 'tours/new.trip.yaml'], {
      cwd: root,
      input: worse.replace('../tracks', 'tracks'),
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('stdin \u2192 tours/new.trip.yaml: nothing changes')]);
  });

  test('a file that is no itinerary any more: nothing was compared', () => {
    write('tours/broken.trip.yaml', 'stops: [Dushanbe\nparty: {');
    const broken = ['tours/old.trip.yaml', 'tours/broken.trip.yaml'];
    write('tours/old.trip.yaml', trip);
    const { status, stdout } = diff([...broken, '--format', 'markdown']);
    expect([status, stdout]).toEqual([2, expect.stringContaining('the file cannot be understood')]);
    expect(stdout).not.toContain('**Better**');
    expect(diff([...broken, '--fail-on', 'error']).status).toBe(1);
    const mended = diff([...broken].reverse());
    expect([mended.status, mended.stdout]).toEqual([0, expect.stringContaining('could not be understood before')]);
  });
});

test('no report is written over what is compared', () => {
  write('tours/kept.trip.yaml', trip);
  for (const target of ['tours/kept.trip.yaml', 'tours/t.trip.yaml']) {
    const { status, stderr } = diff(['tours/kept.trip.yaml', 'tours/t.trip.yaml', '--format', `markdown=${target}`]);
    expect(status).toBe(2);
    expect(stderr).toContain('is not overwritten');
  }
  expect(readFileSync(join(root, 'tours/kept.trip.yaml'), 'utf8')).toBe(trip);
});

test('--fail-on counts only what is new or raised', () => {
  write('tours/old.trip.yaml', trip);
  const same = ['tours/old.trip.yaml', 'tours/t.trip.yaml'];
  expect(diff(same).status).toBe(0);
  expect(diff([...same, '--fail-on', 'error']).status).toBe(1);
  expect(diff([...[...same].reverse(), '--fail-on', 'error']).status).toBe(0);
});

describe('Markdown for the pull request', () => {
  const hostile = worse
    .replace('start:', 'title: "<script>alert(1)</script> ::error:: @octocat #1 ![x](http://evil.example)"\nstart:')
    .replace(
      'place: Rushan',
      'place: "</details><img src=x onerror=alert(1)> | `` [a](javascript:b) \\u202e <!-- -->"',
    );

  test('names the verdict first, has the papers in a table, and folds the rest', () => {
    const file = join(root, 'comment.md');
    const { status, stdout } = diff([
      '--git',
      'approved',
      'tours/t.trip.yaml',
      '--format',
      `markdown=${file}`,
      '--format',
      'json',
    ]);
    expect(status).toBe(0);
    const text = readFileSync(file, 'utf8');
    const [marker, verdict] = text.split('\n');
    expect(marker).toBe('<!-- tajcheck-diff -->');
    const told = JSON.parse(stdout).counts;
    expect([told.worse > 0, told.better]).toEqual([true, 0]);
    expect(verdict).toMatch(/^### tajcheck: \d+ things? got worse, nothing better$/);
    expect(text).toMatch(/\| GBAO permit \| Worse \| you have it; .* \| MISSING; .* \| \u2013 \u2192 \d+ \w+ 2027/);
    const tokens = marked.lexer(text);
    const table = tokens.find((token) => token.type === 'table');
    expect(table && 'rows' in table && table.rows.every((row: unknown[]) => row.length === 5)).toBe(true);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  test('nothing that the file says is markup, a link or a mention', () => {
    write('tours/hostile.trip.yaml', hostile);
    for (const args of [
      ['tours/old.trip.yaml', 'tours/hostile.trip.yaml'],
      ['tours/hostile.trip.yaml', 'tours/old.trip.yaml'],
    ]) {
      const { stdout } = diff([...args, '--format', 'markdown']);
      expect(stdout).toContain('&lt;');
      const html = marked.parse(stdout, { async: false });
      expect(html).not.toMatch(/<img|<script|<a |javascript:b"|@octocat/);
      expect(stdout).not.toContain('\u202e');
      expect(stdout.match(/<\/details>/g)?.length).toBe(stdout.match(/<details>/g)?.length);
      const plain = diff(args).stdout;
      expect(plain).not.toContain('\u202e');
    }
  });
});

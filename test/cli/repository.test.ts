/** Nothing is read outside the itinerary's repository, whatever an itinerary or a link in it points at. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { trackLoader } from '../../src/cli/load-track.ts';
import { isInside, realPathInside, repositoryRoot } from '../../src/cli/repository.ts';

let base: string;
let repo: string;

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'tajcheck-repository-')));
  repo = join(base, 'repo');
  mkdirSync(join(repo, '.git'), { recursive: true });
});

function write(path: string, content = ''): string {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), content);
  return join(base, path);
}

describe('the root', () => {
  test('is the nearest folder upward with .git, be that a folder or a file', () => {
    expect(repositoryRoot(write('repo/trips/2027/a.yaml'))).toBe(repo);
    expect(repositoryRoot(write('repo/a.yaml'))).toBe(repo);
    write('repo/sub/.git', 'gitdir: ../.git/worktrees/sub');
    expect(repositoryRoot(write('repo/sub/deep/a.yaml'))).toBe(join(repo, 'sub'));
  });

  test('is the own folder where there is no .git', () => {
    expect(repositoryRoot(write('loose/deep/a.yaml'))).toBe(join(base, 'loose', 'deep'));
  });

  test('of a folder reached by a link is the one that it really stands in', () => {
    write('repo/trips/a.yaml');
    symlinkSync(join(repo, 'trips'), join(base, 'short'));
    expect(repositoryRoot(join(base, 'short', 'a.yaml'))).toBe(repo);
  });

  test('of the standard input is that of the working folder', () => {
    expect(repositoryRoot('-')).toBe(repositoryRoot(join(process.cwd(), 'any.yaml')));
  });
});

describe('inside', () => {
  test('is what stands there, and what would', () => {
    expect(isInside(repo, write('repo/zones/a.geojson'))).toBe(true);
    expect(isInside(repo, 'zones/a.geojson')).toBe(true);
    expect(isInside(repo, '..hidden/a.geojson')).toBe(true);
    expect(isInside(repo, 'not/yet/there.json')).toBe(true);
    expect(isInside(repo, repo)).toBe(true);
  });

  test('is not what lies beside it, by any way of writing it', () => {
    write('secret.geojson');
    write('repository/near-name.geojson');
    for (const path of [
      '../secret.geojson',
      'a/../../secret.geojson',
      '..',
      join(base, 'secret.geojson'),
      '/etc/passwd',
    ])
      expect(isInside(repo, path), path).toBe(false);
    expect(isInside(repo, join(base, 'repository', 'near-name.geojson'))).toBe(false);
    expect(isInside(repo, 'a\0b')).toBe(false);
    expect(isInside(repo, '../not-there')).toBe(false);
  });

  test('follows links: of files, of folders, and to nothing', () => {
    const secret = write('secret.geojson');
    symlinkSync(secret, join(repo, 'link.geojson'));
    symlinkSync(base, join(repo, 'up'));
    symlinkSync(join(base, 'not-there'), join(repo, 'dangling'));
    symlinkSync('loop', join(repo, 'loop'));
    for (const path of ['link.geojson', 'up/secret.geojson', 'up/new.json', 'dangling', 'dangling/new', 'loop'])
      expect(isInside(repo, path), path).toBe(false);
    write('repo/real/a.gpx');
    symlinkSync('real', join(repo, 'alias'));
    expect(realPathInside(repo, 'alias/a.gpx')).toBe(join(repo, 'real', 'a.gpx'));
  });

  test("is not what is git's own", () => {
    write('repo/.git/config', '[remote "origin"]');
    write('repo/.github/zones.geojson');
    symlinkSync('.git/config', join(repo, 'config.geojson'));
    for (const path of ['.git/config', '.GIT/config', 'config.geojson']) expect(isInside(repo, path), path).toBe(false);
    expect(isInside(repo, '.github/zones.geojson')).toBe(true);
  });
});

describe('tracks', () => {
  const line = '{"type":"LineString","coordinates":[[68.779,38.536],[69.323,38.389]]}';

  test('are found anywhere in the repository, from the folder of the itinerary', async () => {
    const load = trackLoader(write('repo/trips/2027/a.yaml'));
    write('repo/tracks/way.geojson', line);
    write('repo/trips/2027/near.geojson', line);
    symlinkSync('../../tracks/way.geojson', join(repo, 'trips', '2027', 'link.geojson'));
    for (const path of ['../../tracks/way.geojson', 'near.geojson', 'link.geojson'])
      expect(await load(path), path).toHaveProperty('parts');
  });

  test('are not read outside it', async () => {
    const load = trackLoader(write('repo/trips/a.yaml'));
    const outside = write('outside.geojson', line);
    symlinkSync(outside, join(repo, 'trips', 'link.geojson'));
    symlinkSync('/dev', join(repo, 'trips', 'dev'));
    const paths = [
      '../../outside.geojson',
      outside,
      'link.geojson',
      '/dev/stdin',
      'dev/stdin',
      'dev/zero',
      '../.git/HEAD',
    ];
    for (const path of paths) expect(await load(path), path).toEqual({ rule: 'TJ109', args: { path } });
  });

  test('a file without a repository keeps to its own folder', async () => {
    const load = trackLoader(write('loose/trips/a.yaml'));
    write('loose/way.geojson', line);
    write('loose/trips/below/way.geojson', line);
    expect(await load('../way.geojson')).toMatchObject({ rule: 'TJ109' });
    expect(await load('below/way.geojson')).toHaveProperty('parts');
  });

  test('a pipe does not hang the run, and a folder is no track', async () => {
    const load = trackLoader(write('repo/a.yaml'));
    execFileSync('mkfifo', [join(repo, 'pipe.gpx')]);
    mkdirSync(join(repo, 'folder.gpx'));
    for (const path of ['pipe.gpx', 'folder.gpx', '.'])
      expect(await load(path), path).toMatchObject({ rule: 'TJ108', args: { code: 'not-a-file' } });
    expect(await load('gone.gpx')).toMatchObject({ rule: 'TJ108', args: { code: 'not-found' } });
    expect(await load('a.yaml/gone.gpx')).toMatchObject({ rule: 'TJ108', args: { code: 'not-found' } });
  });
});

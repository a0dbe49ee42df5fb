/** The life of a baseline in a repository, with the program as it ships. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../cli/run.ts';

const trip = (districts: string, comment = ''): string => `start: 2027-07-03
party:
  - { nationality: KZ }
stops:
  - { place: Khorog, nights: 1 }
  - { place: Ishkashim, nights: 1 }${comment}
permits:
  - { type: gbao, districts: [${districts}], from: 2027-07-01, to: 2027-08-01 }
`;

function repository(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'tajcheck-gate-'));
  mkdirSync(join(root, '.git'));
  const put = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  for (const [name, text] of Object.entries(files)) put(name, text);
  const check = (...args: readonly string[]) => {
    const { status, stdout, stderr } = run(['check', '--as-of', '2026-11-22', ...args], { cwd: root });
    return {
      status,
      stderr,
      findings: stdout.split('\n').filter((line) => /: (error|warning|info) TJ\d{3}: /.test(line)),
    };
  };
  return { root, put, check, baseline: (name = 'tajcheck-baseline.json') => readFileSync(join(root, name), 'utf8') };
}

/** `file:line rule` of each. */
const where = ({ findings }: { findings: readonly string[] }): string[] =>
  findings.map((line) => line.replace(/^([^:]+):(\d+):\d+: \w+ (TJ\d+).*$/, '$1:$2 $3'));

const old = { 'tours/a.trip.yaml': trip('vanj'), 'tours/b.trip.yaml': trip('shughnan, ishkashim') };

describe('a repository with old sins', () => {
  const repo = repository(old);

  test('fails, is adopted, and passes', () => {
    expect(where(repo.check())).toEqual(['tours/a.trip.yaml:5 TJ402', 'tours/a.trip.yaml:6 TJ402']);
    expect(repo.check('--write-baseline').status).toBe(0);
    expect(repo.baseline().match(/"file": "tours\/a.trip.yaml"/g)).toHaveLength(2);
    expect(repo.check()).toMatchObject({ status: 0, findings: [] });
    expect(repo.check('--no-baseline').status).toBe(1);
    // From another folder it is the same one.
    expect(run(['check', 'a.trip.yaml', '--as-of', '2026-11-22'], { cwd: join(repo.root, 'tours') }).status).toBe(0);
  });

  test('the same sin in another file fails, and it alone', () => {
    repo.put('tours/c.trip.yaml', trip('ishkashim'));
    const checked = repo.check();
    expect(checked.status).toBe(1);
    expect(where(checked)).toEqual(['tours/c.trip.yaml:5 TJ402']);
    rmSync(join(repo.root, 'tours/c.trip.yaml'));
  });

  test('a broken file is not excused by what it was', () => {
    repo.put('tours/a.trip.yaml', `${trip('vanj')}  - {`);
    expect(where(repo.check())).toEqual(['tours/a.trip.yaml:9 TJ101']);
    repo.put('tours/a.trip.yaml', trip('vanj'));
  });

  test('a mended sin leaves a stale entry, told where the file is checked and nowhere else', () => {
    repo.put('tours/a.trip.yaml', trip('vanj, ishkashim'));
    const checked = repo.check();
    expect(checked.status).toBe(1);
    expect(where(checked)).toEqual([expect.stringMatching(/^tajcheck-baseline\.json:[45] TJ116$/)]);
    expect(repo.check('tours/b.trip.yaml').status).toBe(0);
    expect(repo.check('--prune-baseline').status).toBe(0);
    expect(repo.check().status).toBe(0);
    repo.put('tours/a.trip.yaml', trip('vanj'));
    expect(where(repo.check())).toEqual(['tours/a.trip.yaml:6 TJ402']);
  });

  test('a file that is renamed takes nothing along', () => {
    repo.put('tours/a.trip.yaml', trip('vanj, ishkashim'));
    renameSync(join(repo.root, 'tours/a.trip.yaml'), join(repo.root, 'tours/z.trip.yaml'));
    expect(where(repo.check())).toEqual(['tours/z.trip.yaml:5 TJ402', 'tajcheck-baseline.json:4 TJ116']);
    expect(repo.check('--write-baseline').status).toBe(0);
    expect(repo.baseline()).not.toContain('a.trip.yaml');
    expect(repo.check().status).toBe(0);
  });

  test('a damaged baseline ends the run before anything passes', () => {
    const good = repo.baseline();
    for (const bad of [good.slice(0, -20), good.replace('v1', 'v2'), good.replace('"count": 1', '"count": "all"')]) {
      repo.put('tajcheck-baseline.json', bad);
      const checked = repo.check();
      expect(checked.status).toBe(2);
      expect(checked.stderr).toContain('tajcheck-baseline.json');
      expect(repo.check('--write-baseline').status).toBe(2);
      expect(repo.baseline()).toBe(bad);
    }
    repo.put('tajcheck-baseline.json', good);
  });
});

test('a policy in a folder has a baseline of its own, with paths from there', () => {
  const repo = repository({ ...old, 'tours/tajcheck.config.yaml': 'tajcheck: 1\n', 'd.trip.yaml': trip('vanj') });
  expect(repo.check('--write-baseline').status).toBe(0);
  expect(repo.baseline('tours/tajcheck-baseline.json')).toContain('"file": "a.trip.yaml"');
  expect(repo.baseline()).toContain('"file": "d.trip.yaml"');
  expect(repo.baseline()).not.toContain('a.trip.yaml');
  expect(repo.check().status).toBe(0);
  repo.put('tours/a.trip.yaml', trip('shughnan, ishkashim'));
  expect(where(repo.check())).toEqual(['tours/tajcheck-baseline.json:4 TJ116', 'tours/tajcheck-baseline.json:5 TJ116']);
});

test('a comment that runs out lets its finding fail, and no baseline takes the comment for known', () => {
  const comment = ' # tajcheck-ignore TJ402 until 2026-12-31 -- the agency adds it';
  const repo = repository({ 'a.trip.yaml': trip('shughnan', comment) });
  expect(repo.check().status).toBe(0);
  expect(repo.check('--no-suppressions').status).toBe(1);
  expect(where(repo.check('--as-of', '2027-01-01'))).toEqual(['a.trip.yaml:6 TJ402', 'a.trip.yaml:6 TJ115']);
  expect(where(repo.check('--as-of', '2027-01-01', '--fail-on', 'warning'))).toContain('a.trip.yaml:6 TJ115');
  repo.put('a.trip.yaml', trip('shughnan', comment.replace('until', 'untill')));
  expect(repo.check('--write-baseline').status).toBe(1);
  expect(where(repo.check())).toEqual(['a.trip.yaml:6 TJ113']);
});

test('a run in which nothing can fail forgets nothing that was known', () => {
  const repo = repository(old);
  expect(repo.check('--write-baseline').status).toBe(0);
  const before = repo.baseline();
  expect(repo.check('--write-baseline', '--fail-on', 'never').status).toBe(0);
  expect(repo.baseline()).toBe(before);
});

test('standard input is taken for known only under the name of a file', () => {
  const { root, baseline } = repository({});
  const write = (...args: readonly string[]) =>
    run(['check', '-', '--as-of', '2026-11-22', '--write-baseline', ...args], { cwd: root, input: trip('vanj') });
  const { status, stdout, stderr } = write();
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('--stdin-name');
  expect(write('--stdin-name', 'a.trip.yaml').status).toBe(0);
  expect(baseline()).toContain('"file": "a.trip.yaml"');
});

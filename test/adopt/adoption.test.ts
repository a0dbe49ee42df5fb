/** An old repository in an afternoon: thirty itineraries with old sins are taken as they are; one new sin fails alone. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../cli/run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'tajcheck-adoption-'));
const check = (...args: string[]) => run(['check', '--as-of', '2027-01-15', ...args], { cwd });
const failing = (stdout: string): string[] => stdout.split('\n').filter((line) => /: error TJ\d{3}: /.test(line));
const name = (index: number): string => `tours/tour-${String(index).padStart(2, '0')}.yaml`;

/** Old sins of four kinds: a place that is not known, a passport that cannot be, no permit for GBAO, an unknown key. */
const sins = [
  'stops:\n  - Dushanbe\n  - Nowhereabad\n',
  'party: [{ nationality: QQ }]\nstops:\n  - { place: Dushanbe, nights: 1 }\n',
  'start: 2027-07-03\nparty: [{ nationality: DE }]\nstops:\n  - Dushanbe\n  - { place: Khorog, nights: 1, by: air }\n',
  'stops:\n  - { place: Dushanbe, nihgts: 1 }\n',
];

beforeAll(() => {
  mkdirSync(join(cwd, '.git'));
  mkdirSync(join(cwd, 'tours'));
  for (let index = 1; index <= 30; index++) {
    writeFileSync(join(cwd, name(index)), `title: Tour ${index}\n${sins[index % sins.length]}`);
  }
});

describe('an old repository', () => {
  test('fails at first, each file by its sin', () => {
    expect(run(['init', '--ci', 'none'], { cwd }).status).toBe(0);
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(new Set(failing(stdout).map((line) => line.split(':')[0])).size).toBe(30);
  });

  test('passes once its findings are taken for known', () => {
    expect(check('--write-baseline').status).toBe(0);
    const { status, stdout } = check();
    expect(failing(stdout)).toEqual([]);
    expect(status).toBe(0);
    // Silenced, not gone.
    expect(failing(check('--no-baseline').stdout).length).toBeGreaterThanOrEqual(30);
  });

  test('still passes when lines move', () => {
    writeFileSync(join(cwd, name(1)), `# Checked by nobody yet.\n\n${readFileSync(join(cwd, name(1)), 'utf8')}`);
    expect(check().status).toBe(0);
  });

  test('fails by exactly the one new sin', () => {
    const text = readFileSync(join(cwd, name(4)), 'utf8').replace(
      '  - Nowhereabad\n',
      '  - Nowhereabad\n  - Elsewherobod\n',
    );
    writeFileSync(join(cwd, name(4)), text);
    const line = text.split('\n').findIndex((written) => written.includes('Elsewherobod')) + 1;
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(failing(stdout)).toEqual([
      expect.stringMatching(new RegExp(`^tours/tour-04\\.yaml:${line}:\\d+: error TJ2\\d\\d: `)),
    ]);
    expect(stdout).toContain('Elsewherobod');
  });

  test('asks for the baseline to shrink with the sins', () => {
    writeFileSync(join(cwd, name(4)), 'title: Tour 4\nstops: [{ place: Dushanbe, nights: 1 }]\n');
    const stale = check();
    expect(stale.status).toBe(1);
    expect(stale.stdout).toContain('TJ116');
    expect(check('--prune-baseline').status).toBe(0);
    expect(check().status).toBe(0);
  });
});

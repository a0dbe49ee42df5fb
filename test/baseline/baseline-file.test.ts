/** Where the file of a baseline is, and how it is read and written. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pruneBaseline } from '../../src/baseline/write-baseline.ts';
import {
  findBaseline,
  isStillThere,
  pathBelow,
  pathInBaseline,
  readBaseline,
  readBaselineToWrite,
  writeBaseline,
} from '../../src/cli/check/baseline-file.ts';
import { UsageError } from '../../src/errors.ts';

const empty = pruneBaseline(new Map(), []);

function repository(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'tajcheck-baseline-')));
  mkdirSync(join(root, '.git'));
  mkdirSync(join(root, 'tours/2027'), { recursive: true });
  return root;
}

describe('the place', () => {
  const root = repository();
  const settings = { root, policyFile: null, baseline: null };
  const own = join(root, 'tajcheck-baseline.json');

  test('is the root, the folder of the policy, what the policy names, what the flag names', () => {
    expect(findBaseline(undefined, settings)).toEqual({ location: own, isNamed: false });
    expect(findBaseline(true, settings)).toEqual({ location: own, isNamed: false });
    const policyFile = join(root, 'tours/tajcheck.config.yaml');
    const beside = join(root, 'tours/tajcheck-baseline.json');
    expect(findBaseline(undefined, { ...settings, policyFile })).toEqual({ location: beside, isNamed: false });
    const named = { ...settings, policyFile, baseline: join(root, 'known.json') };
    expect(findBaseline(undefined, named)).toEqual({ location: join(root, 'known.json'), isNamed: true });
    expect(findBaseline(join(root, 'other.json'), named)).toEqual({
      location: join(root, 'other.json'),
      isNamed: true,
    });
    expect(findBaseline(false, named)).toBeNull();
  });

  test('with none there nothing is excused; one that is named must be there, unless it is to be written', () => {
    expect(readBaseline({ location: own, isNamed: false })).toMatchObject({ source: '', baseline: new Map() });
    expect(() => readBaseline({ location: own, isNamed: true })).toThrow(
      /^There is no baseline .*tajcheck-baseline\.json\.$/,
    );
    expect(readBaselineToWrite({ location: own, isNamed: true }).source).toBe('');
  });
});

describe('paths in it', () => {
  const root = repository();
  const at = { location: join(root, 'tours/tajcheck-baseline.json') };

  test('count from its folder; what lies elsewhere has none', () => {
    expect(pathInBaseline(at, join(root, 'tours/2027/a.trip.yaml'))).toBe('2027/a.trip.yaml');
    expect(pathInBaseline(at, join(root, 'tours/..a.trip.yaml'))).toBe('..a.trip.yaml');
    expect(pathInBaseline(at, join(root, 'a.trip.yaml'))).toBeNull();
    expect(pathBelow(root, at.location)).toBe('tours/tajcheck-baseline.json');
    expect(pathBelow(join(root, 'tours'), join(root, 'tours'))).toBeNull();
  });

  test('are the same by way of a link to the folder, and a link to a file has its own', () => {
    symlinkSync(join(root, 'tours/2027'), join(root, 'tours/next'));
    expect(pathInBaseline(at, join(root, 'tours/next/a.trip.yaml'))).toBe('2027/a.trip.yaml');
    writeFileSync(join(root, 'tours/2027/a.trip.yaml'), '');
    symlinkSync(join(root, 'tours/2027/a.trip.yaml'), join(root, 'tours/b.trip.yaml'));
    expect(pathInBaseline(at, join(root, 'tours/b.trip.yaml'))).toBe('b.trip.yaml');
    expect(isStillThere(at, 'b.trip.yaml')).toBe(true);
    expect(isStillThere(at, 'c.trip.yaml')).toBe(false);
  });
});

describe('the file', () => {
  test('is written whole, once, and leaves nothing beside it', () => {
    const root = repository();
    const location = join(root, 'tajcheck-baseline.json');
    const opened = readBaselineToWrite({ location, isNamed: false });
    expect(writeBaseline(opened, empty)).toBe(true);
    expect(readFileSync(location, 'utf8')).toBe(empty);
    expect(readdirSync(root).sort()).toEqual(['.git', 'tajcheck-baseline.json', 'tours']);
    expect(writeBaseline(readBaseline({ location, isNamed: false }), empty)).toBe(false);
  });

  test('behind a link in the repository is read and written there', () => {
    const root = repository();
    const location = join(root, 'tajcheck-baseline.json');
    writeFileSync(join(root, 'tours/known.json'), `${empty}\n`);
    symlinkSync('tours/known.json', location);
    expect(writeBaseline(readBaseline({ location, isNamed: false }), empty)).toBe(true);
    expect(readFileSync(join(root, 'tours/known.json'), 'utf8')).toBe(empty);
  });

  test('behind a link that leads out of the repository is refused', () => {
    const root = repository();
    const outside = join(repository(), 'known.json');
    writeFileSync(outside, empty);
    const location = join(root, 'tajcheck-baseline.json');
    symlinkSync(outside, location);
    expect(() => readBaseline({ location, isNamed: false })).toThrow(/leads out of the repository\.$/);
  });

  test.each([
    ['damaged', Buffer.from('{ "schema": '), /:?.*not valid JSON$/],
    ['of another version', Buffer.from(empty.replace('v1', 'v9')), /:1: the baseline must say/],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), /is not UTF-8 text\.$/],
  ])('%s is refused', (_what, bytes, message) => {
    const location = join(repository(), 'tajcheck-baseline.json');
    writeFileSync(location, bytes);
    expect(() => readBaseline({ location, isNamed: false })).toThrow(UsageError);
    expect(() => readBaseline({ location, isNamed: false })).toThrow(message);
  });

  test('a folder in its place is refused, and a folder that takes no file', () => {
    const root = repository();
    const location = join(root, 'tajcheck-baseline.json');
    mkdirSync(location);
    expect(() => readBaseline({ location, isNamed: false })).toThrow(/it is no plain file\.$/);
    if (process.getuid?.() === 0) return;
    const closed = join(root, 'tours');
    chmodSync(closed, 0o500);
    const opened = readBaselineToWrite({ location: join(closed, 'known.json'), isNamed: true });
    expect(() => writeBaseline(opened, empty)).toThrow(/cannot be written: EACCES\.$/);
  });

  test('in a folder that is not there is not written', () => {
    const opened = readBaselineToWrite({ location: join(repository(), 'none/known.json'), isNamed: true });
    expect(() => writeBaseline(opened, empty)).toThrow(/cannot be written: ENOENT\.$/);
  });
});

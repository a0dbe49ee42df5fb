/** `tajcheck check` without a process of its own: what it does to files, and how baselines come and go. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../src/cli/program.ts';
import { captureOutput, written } from '../cli/captured.ts';

// Only where the packed files lie differs: `data/` is compiled instead.
vi.mock('../../src/cli/load-knowledge.ts', async () => ({ loadKnowledge: (await import('../trip.ts')).knowledge }));
captureOutput();

const clean = 'start: 2027-07-03\nparty: [{ nationality: KZ }]\nstops:\n  - { place: Dushanbe, nights: 2 }\n';
const sinful = clean.replace('Dushanbe', 'Khorog');

/** A repository, and `check` on some of it. */
function repository(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'tajcheck-command-'));
  mkdirSync(join(root, '.git'));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const check = async (inputs: readonly string[], ...options: string[]) => {
    written.out = '';
    written.err = '';
    const paths = inputs.map((input) => join(root, input));
    const status = await runCommand(['node', 'tajcheck', 'check', '--as-of', '2026-11-22', ...options, ...paths]);
    return { status, out: written.out, err: written.err, rules: written.out.match(/(?<=: error )TJ\d+/g) ?? [] };
  };
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  return { root, write, check, read };
}

describe('a baseline', () => {
  const baseline = 'tajcheck-baseline.json';

  test('takes what fails for known, and the same run passes by it', async () => {
    const { check, read } = repository({ 'a.trip.yaml': sinful, 'b/c.trip.yaml': sinful, 'd.trip.yaml': clean });
    const first = await check(['.'], '--write-baseline');
    expect(first).toMatchObject({ status: 0, rules: [] });
    expect(first.out).toContain('Silenced: 2 by the baseline');
    expect(first.err).toMatch(/tajcheck-baseline\.json takes 2 findings in 2 files for known\.\n/);
    expect(JSON.parse(read(baseline)).known.map(({ file }: { file: string }) => file)).toEqual([
      'a.trip.yaml',
      'b/c.trip.yaml',
    ]);
    expect(await check(['.'])).toMatchObject({ status: 0 });
    expect(await check(['.'], '--no-baseline')).toMatchObject({ status: 1, rules: ['TJ401', 'TJ401'] });
    const again = read(baseline);
    await check(['.'], '--write-baseline');
    expect(read(baseline)).toBe(again);
  });

  test('of some files says nothing of the others', async () => {
    const { check, read } = repository({ 'a.trip.yaml': sinful, 'b.trip.yaml': sinful });
    await check(['a.trip.yaml'], '--write-baseline');
    expect(await check(['.'])).toMatchObject({ status: 1, rules: ['TJ401'] });
    await check(['b.trip.yaml'], '--write-baseline');
    expect(await check(['.'])).toMatchObject({ status: 0 });
    expect(JSON.parse(read(baseline)).known).toHaveLength(2);
  });

  test('fails once it excuses what is mended, at its own line, until it is pruned', async () => {
    const { check, write, read } = repository({ 'a.trip.yaml': sinful, 'b.trip.yaml': sinful });
    await check(['.'], '--write-baseline');
    write('a.trip.yaml', clean);
    // A run over the other file does not judge it.
    expect(await check(['b.trip.yaml'])).toMatchObject({ status: 0 });
    const stale = await check(['.']);
    expect(stale).toMatchObject({ status: 1, rules: ['TJ116'] });
    expect(stale.err).toMatch(/stale entries.*tajcheck check --prune-baseline\.\n/);
    const [, line] = /tajcheck-baseline\.json:(\d+):\d+: error TJ116/.exec(stale.out)!;
    expect(read(baseline).split('\n')[Number(line) - 1]).toContain('"a.trip.yaml"');
    expect(await check(['.'], '--prune-baseline')).toMatchObject({
      status: 0,
      err: expect.stringContaining('1 stale entry pruned'),
    });
    expect(await check(['.'])).toMatchObject({ status: 0 });
    expect(read(baseline)).not.toContain('a.trip.yaml');
  });

  test('excuses no file that is not understood, and is not written where nothing fails', async () => {
    const { root, check } = repository({ 'a.trip.yaml': clean });
    expect(await check(['.'], '--write-baseline')).toMatchObject({ status: 0 });
    expect(existsSync(join(root, baseline))).toBe(false);
    const broken = repository({ 'a.trip.yaml': 'stops: [' });
    const { status, rules, err } = await broken.check(['.'], '--write-baseline');
    expect({ status, rules }).toEqual({ status: 1, rules: ['TJ101'] });
    expect(err).toContain('1 other cannot be excused: mend it, or leave its file out by `ignore:` in the policy.');
  });

  test('that is damaged or not there stops the run', async () => {
    const { check, write } = repository({ 'a.trip.yaml': sinful });
    expect(await check(['.'], '--prune-baseline', '--write-baseline')).toMatchObject({ status: 2, out: '' });
    write(baseline, '{');
    expect(await check(['.'])).toMatchObject({ status: 2, out: '' });
  });
});

describe('the command', () => {
  test('finds, judges and tells', async () => {
    const { root, check } = repository({
      'b.trip.yaml': sinful,
      'a.trip.yml': clean,
      'x/tajcheck.config.yaml': 'tajcheck: 1\nfiles: ["*.yaml"]\nignore: ["c*"]\nfailOn: never\n',
      'x/b.yaml': sinful,
      'x/c.trip.yaml': sinful,
      'empty/.keep': '',
    });
    const { status, out } = await check(
      ['.'],
      '--format',
      `json=${root}/out.json`,
      '--format',
      'pretty',
      '--color',
      'never',
    );
    expect(status).toBe(1);
    expect(out).toMatch(/b\.trip\.yaml:4:5\n +4 \| +- \{ place: Khorog, nights: 2 \}\n[\s\S]+Error TJ401/);
    const { files } = JSON.parse(readFileSync(join(root, 'out.json'), 'utf8'));
    expect(files.map(({ path, fails }: { path: string; fails: boolean }) => [path, fails])).toEqual([
      ['a.trip.yml', false],
      ['b.trip.yaml', true],
      ['x/b.yaml', false],
    ]);
    expect(await check(['x/c*', 'empty', 'none'])).toMatchObject({ status: 2, out: '' });
    expect(written.err.match(/^tajcheck: /gm)).toHaveLength(3);
    expect(await check(['x/c.trip.yaml'])).toMatchObject({ status: 0 });
    expect(await check(['x'], '--print-config')).toMatchObject({
      status: 0,
      out: expect.stringContaining('failOn: never'),
    });
    expect(await check(['.'], '--format', `json=${join(root, 'b.trip.yaml')}`)).toMatchObject({ status: 2, out: '' });
    expect(await check(['.'], '--format', 'json=')).toMatchObject({ status: 2, out: '' });
  });

  test.each(['sarif', 'junit', 'github', 'gitlab', 'markdown', 'json', 'compact'])('prints %s', async (format) => {
    const { check } = repository({ 'b.trip.yaml': sinful });
    const { status, out, err } = await check(['.'], '--format', format);
    expect(out).toContain('TJ401');
    expect({ status, err: err.replace(/^tajcheck: \d+ sources? behind these files .+\n/, '') }).toEqual({
      status: 1,
      err: '',
    });
  });
});

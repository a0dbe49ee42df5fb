/** The hook for pre-commit, run as pre-commit runs it: the entry, split into words, with the staged files behind it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));

test('the hook takes itineraries and leaves other YAML', () => {
  expect(hook).toMatchObject({ id: 'tajcheck', language: 'node', pass_filenames: true });
  const files = new RegExp(hook.files);
  const staged = ['tours/a.trip.yaml', 'b.trip.yml', 'tajcheck.config.yaml', 'c.yaml', 'd.trip.yaml.orig', 'trip.yaml'];
  expect(staged.filter((path) => files.test(path))).toEqual(['tours/a.trip.yaml', 'b.trip.yml']);
});

test('the hook fails where a staged itinerary fails, and looks at no other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tajcheck-hook-'));
  mkdirSync(join(folder, 'bin'));
  // As npm links the bin of the package.
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  symlinkSync(join(root, bin.tajcheck), join(folder, 'bin/tajcheck'));
  writeFileSync(join(folder, 'good.trip.yaml'), 'stops: [{ place: Dushanbe, nights: 1 }]\n');
  writeFileSync(join(folder, 'bad.trip.yaml'), 'stops: [Dushanbe, Nowhereabad]\n');
  const commit = (...files: string[]) => {
    const [command, ...args] = [...hook.entry.split(' '), ...files];
    const env = { PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter) };
    const { status, stdout } = spawnSync(command, args, { cwd: folder, env });
    return { status, stdout: stdout.toString() };
  };
  expect(commit('good.trip.yaml').status).toBe(0);
  const bad = commit('good.trip.yaml', 'bad.trip.yaml');
  expect(bad.status).toBe(1);
  expect(bad.stdout).toMatch(/^bad\.trip\.yaml:1:\d+: error TJ\d{3}: /m);
});

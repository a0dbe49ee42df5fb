/** `plan --open`: the page is written where only its owner reads it, and nothing about it fails the plan. */
import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { whyNoBrowser } from '../../src/cli/page.ts';
import { run } from './run.ts';

const trip = join(import.meta.dirname, '../../examples/weekend.yaml');
const open = (env: Record<string, string>) =>
  run(['plan', trip, '--open', '--as-of', '2026-11-22'], { env: { CI: '', SSH_CONNECTION: '', ...env } });

test('without a display it says where the page is, and the briefing is printed all the same', () => {
  const { status, stdout, stderr } = open({ DISPLAY: '', WAYLAND_DISPLAY: '' });
  expect(status).toBe(0);
  expect(stdout).toContain('Next: ');
  const [, path] = /The trip page is (\S+); not opened, for this machine has no display\./.exec(stderr) ?? [];
  expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
});

test('each run has a folder of its own', () => {
  const [first, second] = [open({ CI: 'true' }), open({ CI: 'true' })].map(
    ({ stderr }) => /The trip page is (\S+);/.exec(stderr)?.[1],
  );
  expect(first).toBeDefined();
  expect(first).not.toBe(second);
});

test('where no file can be kept it says so, and the plan is as it was', () => {
  const { status, stdout, stderr } = open({ TMPDIR: join(trip, 'nowhere') });
  expect(status).toBe(0);
  expect(stdout).toContain('Next: ');
  expect(stderr).toMatch(/cannot be written to .*: write it with --format html=/);
});

test.skipIf(process.platform === 'win32' || process.platform === 'darwin')(
  'the browser gets the path of the page and nothing else',
  async () => {
    const tools = mkdtempSync(join(tmpdir(), 'tajcheck-tools-'));
    const told = join(tools, 'told');
    writeFileSync(join(tools, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$#" "$1" > '${told}'\n`);
    chmodSync(join(tools, 'xdg-open'), 0o755);
    const { status, stderr } = open({ DISPLAY: ':99', PATH: `${tools}:${process.env.PATH}` });
    expect(status).toBe(0);
    const [, path] = /The trip page is (\S+)\n/.exec(stderr) ?? [];
    await expect.poll(() => readFileSync(told, 'utf8')).toBe(`1\n${path}\n`);
  },
);

test.each([
  [{ CI: 'true', DISPLAY: ':0' }, 'linux', 'for this is CI'],
  [{ CI: 'false', DISPLAY: ':0' }, 'linux', null],
  [{ SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22', DISPLAY: ':10' }, 'linux', 'for you are here over SSH'],
  [{ SSH_TTY: '/dev/pts/1' }, 'darwin', 'for you are here over SSH'],
  [{}, 'linux', 'for this machine has no display'],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', null],
  [{}, 'darwin', null],
  [{}, 'win32', null],
] as const)('with %j on %s: %s', (env, platform, why) => {
  expect(whyNoBrowser(env, platform)).toBe(why);
});

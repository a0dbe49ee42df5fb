import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const trip = 'start: 2027-07-03\nstops: [{ place: Khorog, nights: 1 }]\n';

test('what V8 kept of the bundle is used only as it was kept: a changed byte changes no verdict', () => {
  const copy = mkdtempSync(join(tmpdir(), 'tajcheck-compiled-'));
  for (const folder of ['bin', 'dist']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  const plan = () => {
    const args = [join(copy, 'bin', 'tajcheck.js'), 'plan', '-', '--format', 'compact', '--fail-on', 'error'];
    const { status, stdout } = spawnSync(process.execPath, [...args, '--as-of', '2026-11-22'], {
      input: trip,
      encoding: 'utf8',
    });
    return { status, stdout };
  };
  const truth = plan();
  expect(truth.status).toBe(1);
  expect(truth.stdout).toContain('TJ401');

  const kept = readdirSync(join(copy, 'dist')).filter((name) => name.endsWith('.v8'));
  expect(kept).toContain('plan.cjs.v8');
  const file = join(copy, 'dist', 'plan.cjs.v8');
  const bytes = readFileSync(file);
  for (let at = 0; at < 12; at++) {
    const changed = Buffer.from(bytes);
    changed[Math.floor((at * 0.61803398875 * bytes.length) % bytes.length)] ^= 1 << (at % 8);
    writeFileSync(file, changed);
    expect(plan()).toEqual(truth);
  }
  writeFileSync(file, '');
  expect(plan()).toEqual(truth);
  for (const name of kept) rmSync(join(copy, 'dist', name));
  expect(plan()).toEqual(truth);
});

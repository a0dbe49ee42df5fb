import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { action, check, runCheck, steps } from './run-action.ts';

const clean = 'stops: [{ place: Dushanbe, nights: 1 }]\n';
const faulty = 'stops:\n  - Dushanbe\n  - Nowhereabad\n';

function repository(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tajcheck-action-'));
  for (const [path, text] of Object.entries({ '.git/HEAD': '', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('action.yml', () => {
  test('has the keys that the service asks for, and no input inside a script', () => {
    expect(action).toMatchObject({ name: 'tajcheck', description: expect.any(String), runs: { using: 'composite' } });
    for (const { run, shell, uses } of steps) {
      if (run === undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
      else {
        expect(shell).toBe('bash');
        expect(run).not.toContain('${{');
      }
    }
    expect(steps.some(({ run }) => run?.includes('npm ci'))).toBe(true);
    const used = Object.values(check.env!).map((text) => /inputs\.([a-z-]+)/.exec(text)![1]);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { value } of Object.values(action.outputs) as { value: string }[]) {
      expect(check.run).toContain(/steps\.check\.outputs\.([a-z-]+)/.exec(value)![1]);
    }
  });
});

describe('the check step', () => {
  test('passes on a clean repository, with a summary, SARIF without results, and outputs', () => {
    const workspace = repository({ 'a.trip.yaml': clean });
    const { status, outputs, summary, stdout, left } = runCheck(workspace);
    expect(status).toBe(0);
    expect(stdout).not.toContain('::error');
    expect(outputs).toEqual({ 'exit-code': '0', sarif: 'tajcheck.sarif' });
    expect(JSON.parse(readFileSync(join(workspace, 'tajcheck.sarif'), 'utf8')).runs[0].results).toEqual([]);
    expect(summary).toMatch(/^what stood there before\n\s*\S/);
    expect(left).toEqual(['output', 'step.sh', 'summary']);
  });

  test('fails as the check does, after annotations, SARIF and summary', () => {
    const workspace = repository({ 'a.trip.yaml': clean, 'tours/b.trip.yaml': faulty });
    const { status, outputs, summary, stdout } = runCheck(workspace);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=tours\/b\.trip\.yaml,line=3/m);
    expect(outputs['exit-code']).toBe('1');
    expect(JSON.parse(readFileSync(join(workspace, outputs.sarif), 'utf8')).runs[0].results).toHaveLength(1);
    expect(summary).toContain('b.trip.yaml');
  });

  test('takes several paths, one a line, a threshold, a policy and a day', () => {
    const workspace = repository({
      'one/a.trip.yaml': clean,
      'two trips/b.trip.yaml': clean,
      'three/c.trip.yaml': faulty,
      'strict.yaml': 'tajcheck: 1\nfailOn: info\n',
    });
    expect(runCheck(workspace, { paths: 'one\ntwo trips/*.yaml\r\n\n' }).status).toBe(0);
    expect(runCheck(workspace, { paths: 'one\nthree' }).status).toBe(1);
    expect(runCheck(workspace, { 'fail-on': 'never' }).status).toBe(0);
    expect(runCheck(workspace, { paths: 'one', config: 'strict.yaml' }).status).toBe(1);
    expect(runCheck(workspace, { paths: 'one', config: 'strict.yaml', 'fail-on': 'error' }).status).toBe(0);
    expect(runCheck(workspace, { 'as-of': 'yesterday' }).status).toBe(2);
    expect(runCheck(workspace, { paths: 'nowhere' })).toMatchObject({
      status: 2,
      outputs: { 'exit-code': '2', sarif: '' },
    });
  });

  test('runs in a folder below the root, and tells the path of SARIF from the root', () => {
    const workspace = repository({ 'tours/b.trip.yaml': faulty, 'other/c.trip.yaml': faulty });
    const { status, outputs, stdout } = runCheck(workspace, { 'working-directory': 'tours' });
    expect(status).toBe(1);
    expect(outputs.sarif).toBe('tours/tajcheck.sarif');
    expect(existsSync(join(workspace, outputs.sarif))).toBe(true);
    expect(stdout).not.toContain('c.trip.yaml');
  });

  test('writes nothing that it was not asked for', () => {
    const workspace = repository({ 'a.trip.yaml': clean });
    const { outputs, summary } = runCheck(workspace, { sarif: '', summary: 'false' });
    expect(outputs.sarif).toBe('');
    expect(summary).toBe('what stood there before\n');
    expect(readdirSync(workspace).sort()).toEqual(['.git', 'a.trip.yaml']);
  });

  test('does not write through a link that a pull request put in the place of SARIF', () => {
    const elsewhere = join(mkdtempSync(join(tmpdir(), 'tajcheck-elsewhere-')), 'profile');
    writeFileSync(elsewhere, 'untouched');
    const workspace = repository({ 'a.trip.yaml': clean });
    symlinkSync(elsewhere, join(workspace, 'tajcheck.sarif'));
    expect(runCheck(workspace).status).toBe(0);
    expect(readFileSync(elsewhere, 'utf8')).toBe('untouched');
  });
});

test.each([
  ['a command in the paths', { paths: '$(touch pwned)\n`touch pwned`\n; touch pwned\n"; touch pwned; "' }],
  ['an option for a path', { paths: '--format=json=pwned' }],
  ['an option of one letter for a path', { paths: '-h' }],
  ['a command in the threshold', { 'fail-on': 'error; touch pwned' }],
  ['a second option in the threshold', { 'fail-on': 'never --format=json=pwned' }],
  ['a command in the day', { 'as-of': '2026-11-22"; touch pwned; "' }],
  ['a command in the policy', { config: '$(touch pwned)' }],
])('hostile input: %s is taken as text, and the run fails', (_what, inputs) => {
  const workspace = repository({ 'a.trip.yaml': clean });
  const { status, outputs } = runCheck(workspace, inputs as unknown as Record<string, string>);
  expect(status).toBe(2);
  expect(outputs['exit-code']).toBe('2');
  expect(existsSync(join(workspace, 'pwned'))).toBe(false);
});

test('hostile input: a line break in the name of the SARIF file begins no output of its own', () => {
  const workspace = repository({ 'a.trip.yaml': clean });
  const { outputs } = runCheck(workspace, { sarif: 'a.sarif\nexit-code=0\nx=y' });
  expect(Object.keys(outputs)).toEqual(['exit-code', 'sarif']);
});

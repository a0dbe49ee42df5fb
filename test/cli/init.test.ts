import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../../src/cli/program.ts';
import { githubWorkflow } from '../../src/init/github-workflow.ts';
import { gitlabJob } from '../../src/init/gitlab-job.ts';
import { policyTemplate } from '../../src/init/policy-template.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { policyWords } from '../../src/policy/words.ts';
import { rules } from '../../src/rules/registry.ts';
import { knowledge } from '../trip.ts';
import { captureOutput, written } from './captured.ts';
import { run } from './run.ts';

captureOutput();

/** A repository with files, by path. */
function repository(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tajcheck-init-'));
  mkdirSync(join(folder, '.git'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const clean = 'stops: [{ place: Dushanbe, nights: 1 }]\n';

test('an empty repository gets a policy, a workflow and a trip, and the check passes', () => {
  const cwd = repository();
  const { status, stdout } = run(['init'], { cwd });
  expect(status).toBe(0);
  for (const path of ['tajcheck.config.yaml', '.github/workflows/tajcheck.yml', 'example.trip.yaml']) {
    expect(stdout).toMatch(new RegExp(`^written +${path.replaceAll('.', '\\.')}$`, 'm'));
  }
  expect(stdout).toContain('tajcheck check --write-baseline');
  expect(run(['check', '--print-config'], { cwd })).toMatchObject({ status: 0 });
  expect(run(['check'], { cwd })).toMatchObject({ status: 0 });
});

test('what is there is never written over, and a second run changes nothing', () => {
  const cwd = repository({ 'tajcheck.config.yaml': 'tajcheck: 1\nmaxLevel: 2\n', 'a.trip.yaml': clean });
  const first = run(['init'], { cwd });
  expect(first.status).toBe(0);
  expect(first.stdout).toMatch(/^left +tajcheck\.config\.yaml$/m);
  expect(read(cwd, 'tajcheck.config.yaml')).toBe('tajcheck: 1\nmaxLevel: 2\n');
  expect(existsSync(join(cwd, 'example.trip.yaml'))).toBe(false);
  writeFileSync(join(cwd, '.github/workflows/tajcheck.yml'), 'mine');
  const second = run(['init'], { cwd });
  expect(second).toMatchObject({ status: 0, stdout: expect.stringContaining('All of it was there before.') });
  expect(read(cwd, '.github/workflows/tajcheck.yml')).toBe('mine');
});

/** Without a process of its own; paths are shown from where the tests run. */
async function initHere(...args: string[]) {
  const status = await runCommand(['node', 'tajcheck', 'init', ...args]);
  return { status, stdout: written.out, stderr: written.err };
}

test('a link in the place of a file is left, and nothing is written through a link out of the repository', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'tajcheck-elsewhere-'));
  const cwd = repository({ 'a.trip.yaml': clean });
  symlinkSync(join(elsewhere, 'policy.yaml'), join(cwd, 'tajcheck.config.yaml'));
  expect((await initHere(cwd, '--ci', 'none')).stdout).toMatch(/^left .*\/tajcheck\.config\.yaml$/m);
  expect(existsSync(join(elsewhere, 'policy.yaml'))).toBe(false);
  symlinkSync(elsewhere, join(cwd, '.github'));
  const { status, stderr } = await initHere(cwd);
  expect(status).toBe(2);
  expect(stderr).toContain('outside of the repository');
  expect(existsSync(join(elsewhere, 'workflows'))).toBe(false);
});

test('--dry-run says the same and writes nothing', async () => {
  const cwd = repository();
  const { status, stdout } = await initHere(cwd, '--dry-run');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^would write .*\/tajcheck\.config\.yaml$/m);
  expect(existsSync(join(cwd, 'tajcheck.config.yaml'))).toBe(false);
  expect(existsSync(join(cwd, '.github'))).toBe(false);
});

test('old itineraries under other names are found and checked, other YAML is not', async () => {
  const cwd = repository({
    'tours/wakhan.yaml': clean,
    'tours/fann [old].yaml': clean,
    'tours/deep/one.yml': clean,
    'mixed/trip.yaml': clean,
    'mixed/menu.yaml': 'soup: yes\n',
    'node_modules/other/trip.yaml': clean,
    '.hidden/trip.yaml': clean,
    'openapi.yaml': 'paths: {}\n',
    'odd [name].yaml': clean,
  });
  expect((await initHere(cwd)).status).toBe(0);
  expect(parse(read(cwd, 'tajcheck.config.yaml'))).toEqual({
    tajcheck: 1,
    files: ['mixed/trip.yaml', 'odd [[]name[]].yaml', 'tours/*.yaml', 'tours/deep/*.yml'],
  });
  const { summary, files } = JSON.parse(run(['check', '--format', 'json'], { cwd }).stdout);
  const checked = files.map(({ path }: { path: string }) => path).sort();
  expect(checked, JSON.stringify(summary)).toEqual([
    'mixed/trip.yaml',
    'odd [name].yaml',
    'tours/deep/one.yml',
    'tours/fann [old].yaml',
    'tours/wakhan.yaml',
  ]);
});

test('in a folder below the root, the policy lies there and the workflow at the root', () => {
  const cwd = repository({ 'our tours/a.trip.yaml': clean });
  expect(run(['init', 'our tours'], { cwd }).stdout).toContain('our tours/tajcheck.config.yaml');
  expect(existsSync(join(cwd, 'our tours/.github'))).toBe(false);
  const [, , { run: script }] = parse(read(cwd, '.github/workflows/tajcheck.yml')).jobs.itineraries.steps;
  expect(script).toContain("check 'our tours' --format github");
});

const words = policyWords(knowledge(), rules);

test('every setting of the policy, turned on, is one that the check takes, and no key is left out', () => {
  const turnedOn = policyTemplate([], true).replace(/^#(?! |$)/gm, '');
  const { file, faults } = readPolicy(turnedOn, words);
  expect(faults).toEqual([]);
  expect(file?.policy).toMatchObject({ maxLevel: 3, suppressions: { never: ['TJ301'], maxDays: 90 } });
  expect(Object.keys(parse(turnedOn)).sort()).toEqual(Object.keys(policySchema(words).shape).sort());
  expect(Object.keys(parse(policyTemplate([], true)))).toEqual(['tajcheck']);
});

/** What a build machine runs, with `npx` standing for the fetched package. */
function runScript(script: string, cwd: string, env: Record<string, string>) {
  const bin = mkdtempSync(join(tmpdir(), 'tajcheck-bin-'));
  const program = join(import.meta.dirname, '../../bin/tajcheck.js');
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(bin, 'npx'), 0o755);
  const path = [bin, process.env.PATH].join(delimiter);
  const { status, stdout } = spawnSync('bash', ['-e', '-c', script], { cwd, env: { PATH: path, ...env } });
  return { status, stdout: stdout.toString() };
}
const faulty = 'stops:\n  - Dushanbe\n  - Nowhereabad\n';

test('the workflow is valid, pinned, and its step fails on a fault, with annotation, SARIF and summary', () => {
  const cwd = repository({ 'tours/a.trip.yaml': faulty });
  run(['init'], { cwd });
  const workflow = parse(read(cwd, '.github/workflows/tajcheck.yml'));
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const { run: script } = workflow.jobs.itineraries.steps[2];
  expect(script).toMatch(/npx --yes tajcheck@\d+\.\d+\.\d+ check \. /);
  const { status, stdout } = runScript(script, cwd, { GITHUB_STEP_SUMMARY: join(cwd, 'summary file.md') });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error file=tours\/a\.trip\.yaml,line=3/m);
  expect(JSON.parse(read(cwd, 'tajcheck.sarif')).runs[0].results).toHaveLength(1);
  expect(read(cwd, 'summary file.md')).toContain('tours/a.trip.yaml');
});

test('the GitLab job is included by a pipeline, and its step fails on a fault, with both reports', () => {
  const cwd = repository({ 'tours/a.trip.yaml': faulty });
  run(['init', '--ci', 'gitlab'], { cwd });
  const { include } = parse(read(cwd, '.gitlab-ci.yml'));
  const { tajcheck } = parse(read(cwd, include[0].local));
  const { status, stdout } = runScript(tajcheck.script[0], cwd, {});
  expect(status).toBe(1);
  expect(stdout).toMatch(/^tours\/a\.trip\.yaml:3:\d+: error TJ\d{3}/m);
  const { codequality, junit } = tajcheck.artifacts.reports;
  expect(JSON.parse(read(cwd, codequality))).toHaveLength(1);
  expect(read(cwd, junit)).toContain('<testsuite');
});

test('a GitLab pipeline that is there is left, and the line to add is said', async () => {
  const cwd = repository({ '.gitlab-ci.yml': 'stages: [test]\n', 'a.trip.yaml': clean });
  const { status, stdout } = await initHere(cwd, '--ci', 'gitlab');
  expect(status).toBe(0);
  expect(read(cwd, '.gitlab-ci.yml')).toBe('stages: [test]\n');
  expect(stdout).toContain('- local: .gitlab/tajcheck.gitlab-ci.yml');
});

test.each([
  ['github-workflow.yml', githubWorkflow],
  ['gitlab-ci.yml', gitlabJob],
])('examples/ci/%s is what init writes', (name, make) => {
  const { version } = JSON.parse(read(import.meta.dirname, '../../package.json'));
  expect(read(import.meta.dirname, '../../examples/ci', name)).toBe(make(version, '.'));
});

test('a folder that is not there, and one that is a file, is exit 2', async () => {
  const cwd = repository({ file: '' });
  expect(await initHere(join(cwd, 'nowhere'))).toMatchObject({ status: 2, stdout: '' });
  expect(await initHere(join(cwd, 'file'))).toMatchObject({ status: 2, stdout: '' });
});

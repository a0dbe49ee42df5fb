/** A pull request in a real git repository: the action's step annotates the lines that it changed, and no others. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCheck } from './run-action.ts';

const workspace = mkdtempSync(join(tmpdir(), 'tajcheck-pull-request-'));
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], {
    cwd: workspace,
    encoding: 'utf8',
  });
const write = (path: string, text: string): void => writeFileSync(join(workspace, path), text);
const commit = (message: string): void => {
  git('add', '.');
  git('commit', '--quiet', '--no-verify', '-m', message);
};

const tour = (place: string): string => `title: Tour
party:
  - { nationality: DE }
entry: { place: Dushanbe airport, by: air }
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: ${place}, nights: 1 }
  - { place: Dushanbe, nights: 1 }
exit: { place: Dushanbe airport, by: air }
`;

/** `path:line` of every line that the branch adds or changes. */
function changedLines(): Set<string> {
  const changed = new Set<string>();
  let path = '';
  for (const line of git('diff', '--unified=0', 'main...HEAD').split('\n')) {
    if (line.startsWith('+++ b/')) path = line.slice('+++ b/'.length);
    const [, first, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    for (let at = 0; first !== undefined && at < Number(count); at++) changed.add(`${path}:${Number(first) + at}`);
  }
  return changed;
}

test('annotations stand on the lines that changed', () => {
  mkdirSync(join(workspace, 'tours'));
  git('init', '--quiet', '--initial-branch=main');
  for (const name of ['a', 'b', 'c']) write(`tours/${name}.trip.yaml`, tour('Iskanderkul'));
  write('README.md', 'Our tours.\n');
  commit('Tours');
  expect(runCheck(workspace)).toMatchObject({ status: 0, stdout: expect.not.stringContaining('::error') });

  git('checkout', '--quiet', '-b', 'change');
  // One fault in a changed line, one in a new file, one line that moves without a fault, one file left alone.
  write('tours/a.trip.yaml', tour('Iskanderkul').replace('nationality: DE', 'nationality: QQ'));
  write('tours/b.trip.yaml', `# Every summer.\n${tour('Iskanderkul')}`);
  write('tours/d.trip.yaml', tour('Khorog'));
  commit('Change');

  const { status, stdout, outputs, summary } = runCheck(workspace);
  expect(status).toBe(1);
  const annotated = [...stdout.matchAll(/^::error file=([^,]+),line=(\d+)/gm)].map(
    ([, path, line]) => `${path}:${line}`,
  );
  const changed = changedLines();
  expect(annotated).toContain('tours/a.trip.yaml:3');
  expect(annotated.some((at) => at.startsWith('tours/d.trip.yaml:'))).toBe(true);
  expect(annotated.filter((at) => !changed.has(at))).toEqual([]);

  const { results } = JSON.parse(readFileSync(join(workspace, outputs.sarif), 'utf8')).runs[0];
  interface Result {
    locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
  }
  const located = (results as Result[]).map(
    ({ locations: [{ physicalLocation: at }] }) => `${at.artifactLocation.uri}:${at.region.startLine}`,
  );
  expect(located.sort()).toEqual([...annotated].sort());
  expect(summary).toContain('d.trip.yaml');
});

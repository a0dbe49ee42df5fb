/** `tajcheck check` as people and build machines run it: the built program, on files of a folder. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

const clean = `start: 2027-07-03
party:
  - { nationality: KZ }
stops:
  - { place: Dushanbe, nights: 2 }
`;
/** Khorog without the permit: an error on line 5. */
const sinful = clean.replace('Dushanbe', 'Khorog');

/** A folder of its own, a repository of its own unless `git` is false. */
function folderWith(files: Readonly<Record<string, string>>, { git = true } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tajcheck-check-'));
  if (git) mkdirSync(join(folder, '.git'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const quiet = { TAJCHECK_NO_STALE_NOTICE: '1' };
function check(cwd: string, args: readonly string[], env: Record<string, string> = {}, input = '') {
  return run(['check', '--as-of', '2026-11-22', ...args], { cwd, env: { ...quiet, ...env }, input });
}

/** Files with findings, in the order in which they are told. */
const filesIn = (stdout: string): string[] => [
  ...new Set([...stdout.matchAll(/^(.+?)(?::\d+:\d+)?: (?:error|warning|info) TJ/gm)].map(([, file]) => file)),
];

describe('what the exit code says', () => {
  test('0: nothing fails, and only the summary is said', () => {
    const { status, stdout, stderr } = check(folderWith({ 'a.trip.yaml': clean }), []);
    expect(stdout).toMatch(/^1 file passes\. Not shown: [^\n]+ \(--min-severity info\)\.\n$/);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('1: an error, on its line', () => {
    const { status, stdout } = check(folderWith({ 'a.trip.yaml': clean, 'tours/b.trip.yml': sinful }), []);
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^tours\/b\.trip\.yml:5:5: error TJ401: GBAO permit is needed /);
    expect(lines[1]).toMatch(/^1 of 2 files fails: 1 error\. Not shown: /);
  });

  test('1: a file that is no itinerary, and the others are told all the same', () => {
    const cwd = folderWith({ 'a.trip.yaml': 'stops: [', 'b.trip.yaml': sinful, 'c.trip.yaml': clean });
    const { status, stdout } = check(cwd, []);
    expect(stdout).toMatch(/^a\.trip\.yaml:\d+:\d+: error TJ101: .+\nb\.trip\.yaml:5:5: error TJ401: /);
    expect(stdout).toContain('\n2 of 3 files fail: 2 errors.');
    expect(status).toBe(1);
  });

  test('2: a link that leads nowhere, and what is looked for below a file, hide nothing of the others', () => {
    const cwd = folderWith({ 'b.trip.yaml': sinful });
    symlinkSync('a.trip.yaml', join(cwd, 'a.trip.yaml'));
    symlinkSync('b.trip.yaml/below', join(cwd, 'c.trip.yaml'));
    for (const inputs of [[], ['*.yaml'], ['a.trip.yaml', 'b.trip.yaml', 'c.trip.yaml']]) {
      const { status, stdout, stderr } = check(cwd, inputs);
      expect(filesIn(stdout)).toEqual(['a.trip.yaml', 'b.trip.yaml', 'c.trip.yaml']);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^tajcheck: A file could not be read \(TJ112\)[^\n]+\n$/);
    }
    const below = check(cwd, ['b.trip.yaml/below', 'b.trip.yaml']);
    expect(filesIn(below.stdout)).toEqual(['b.trip.yaml']);
    expect(below.stderr).toBe('tajcheck: There is no file b.trip.yaml/below.\n');
    const long = check(cwd, [`{${'a.trip.yaml,'.repeat(30)}b.trip.yaml}`]);
    expect(long.stdout).toContain('b.trip.yaml:5:5: error TJ401');
  });

  test('2: what cannot be read or lies outside, told among the others', () => {
    const elsewhere = folderWith({ 'secret.yaml': 'password: hunter2' });
    const cwd = folderWith({ 'a.trip.yaml': '', 'b.trip.yaml': sinful, 'd.trip.yaml': 'a\0b' });
    symlinkSync(join(elsewhere, 'secret.yaml'), join(cwd, 'c.trip.yaml'));
    symlinkSync('nothing', join(cwd, 'e.trip.yaml'));
    spawnSync('mkfifo', [join(cwd, 'f.trip.yaml')]);
    for (const inputs of [
      [],
      ['*.trip.yaml'],
      ['a.trip.yaml', 'b.trip.yaml', 'c.trip.yaml', 'd.trip.yaml', 'e.trip.yaml'],
    ]) {
      const { status, stdout, stderr } = check(cwd, inputs);
      expect(stdout.match(/^\S+: error TJ\d+: .{18}/gm)).toEqual([
        'a.trip.yaml: error TJ112: The file is empty.',
        expect.stringMatching(/^b\.trip\.yaml:5:5: error TJ401/),
        'c.trip.yaml: error TJ112: The file is a link',
        'd.trip.yaml: error TJ112: The file is binary',
        'e.trip.yaml: error TJ112: The file is gone, ',
      ]);
      expect(stdout + stderr).not.toContain('hunter2');
      expect(stderr).toContain(
        'tajcheck: A file could not be read (TJ112), so the check is not complete: exit code 2.\n',
      );
      expect(status).toBe(2);
    }
    expect(check(cwd, ['f.trip.yaml'])).toMatchObject({ status: 2, stdout: expect.stringContaining('no plain file') });
    expect(check(cwd, ['a.trip.yaml', '--fail-on', 'never']).status).toBe(2);
  });

  test('2: an input that names nothing, once the others are told', () => {
    const cwd = folderWith({ 'a.trip.yaml': sinful, 'empty/.keep': '' });
    for (const input of ['none.trip.yaml', 'tours/**/*.trip.yaml', 'empty']) {
      const { status, stdout, stderr } = check(cwd, [input, 'a.trip.yaml']);
      expect(stdout).toContain('a.trip.yaml:5:5: error TJ401');
      expect(stderr).toMatch(/^tajcheck: (There is no file|No file matches|There is no itinerary in the folder) .+\n$/);
      expect(stderr).toContain(input);
      expect(status).toBe(2);
    }
    expect(check(cwd, ['empty', 'x*', '--allow-empty'])).toMatchObject({ status: 0, stderr: '' });
    expect(check(cwd, ['none.trip.yaml', '--allow-empty']).status).toBe(2);
    expect(check(join(cwd, 'empty'), []).status).toBe(2);
  });

  test.each([
    ['--fail-on', 'fatal'],
    ['--min-severity', 'all'],
    ['--format', 'docx'],
    ['--format', 'json=no/such/folder/out.json'],
    ['--format', 'json=.'],
    ['--format', 'json=a.trip.yaml'],
    ['--jobs', '0'],
    ['--as-of', '2027-02-30'],
    ['--config', 'none.yaml'],
    ['--baseline', 'none.json'],
    ['--stdin-name', 'b.trip.yaml'],
    ['--write-baseline', '--no-baseline'],
    ['--frobnicate', 'x'],
  ])('2: %s %s, and nothing is checked', (...args) => {
    const cwd = folderWith({ 'a.trip.yaml': sinful });
    const { status, stdout, stderr } = check(cwd, args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^tajcheck: ./);
    expect(readFileSync(join(cwd, 'a.trip.yaml'), 'utf8')).toBe(sinful);
  });

  test('2: a policy that is wrong, wherever it lies, before a report is begun', () => {
    const cwd = folderWith({
      'a.trip.yaml': sinful,
      'tours/b.trip.yaml': sinful,
      'tours/tajcheck.config.yaml': 'tajcheck: 1\nfailOn: fatal\n',
      'out.json': 'the report of yesterday',
    });
    const { status, stdout, stderr } = check(cwd, ['--format', 'json=out.json', '--format', 'compact']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('tours/tajcheck.config.yaml:2:');
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe('the report of yesterday');
  });
});

describe('what counts', () => {
  test('a flag before its variable, a variable before the policy, the policy before what is usual', () => {
    const cwd = folderWith({ 'a.trip.yaml': sinful });
    const policy = (text: string) => writeFileSync(join(cwd, 'tajcheck.config.yaml'), `tajcheck: 1\n${text}`);
    expect(check(cwd, []).status).toBe(1);
    policy('failOn: never\n');
    expect(check(cwd, []).status).toBe(0);
    expect(check(cwd, ['--no-config']).status).toBe(1);
    expect(check(cwd, [], { TAJCHECK_FAIL_ON: 'error' }).status).toBe(1);
    expect(check(cwd, ['--fail-on', 'never'], { TAJCHECK_FAIL_ON: 'error' }).status).toBe(0);
    policy('failOn: warning\n');
    expect(check(cwd, []).stdout).toMatch(/: warning TJ\d+: /);
    expect(check(cwd, ['--fail-on', 'error']).stdout).not.toMatch(/: warning TJ/);
  });

  test('today is the flag before the variable', () => {
    const cwd = folderWith({ 'a.trip.yaml': sinful });
    const asOf = (args: string[], env: Record<string, string>) =>
      JSON.parse(run(['check', '--format', 'json', ...args], { cwd, env }).stdout).asOf;
    expect(asOf([], { TAJCHECK_AS_OF: '2027-01-15' })).toBe('2027-01-15');
    expect(asOf(['--as-of', '2026-12-01'], { TAJCHECK_AS_OF: '2027-01-15' })).toBe('2026-12-01');
  });

  test('what depends on an unpinned today is counted, and said to be', () => {
    const cwd = folderWith({ 'a.trip.yaml': sinful });
    expect(run(['check'], { cwd, env: quiet }).stdout).toMatch(
      /depends? on today, \d{4}-\d\d-\d\d; --as-of DATE fixes it/,
    );
    expect(check(cwd, []).stdout).not.toContain('on today');
  });

  test('stale knowledge is one line on standard error, whatever the policy says of it', () => {
    const cwd = folderWith({
      'a.trip.yaml': clean,
      'tajcheck.config.yaml': 'tajcheck: 1\nseverities: { TJ901: off }\n',
    });
    const late = ['check', '--as-of', '2029-01-01'];
    const { status, stderr } = run(late, { cwd });
    expect(stderr).toMatch(
      /^tajcheck: \d+ sources behind these files are past the review date on 2029-01-01, [^\n]+\n$/,
    );
    expect(status).toBe(0);
    expect(run(late, { cwd, env: quiet }).stderr).toBe('');
  });

  test('what is not shown is counted by severity, and can be shown', () => {
    const cwd = folderWith({ 'a.trip.yaml': sinful });
    const [, warnings, notes] = /Not shown: (\d+) warnings, (\d+) notes/.exec(check(cwd, []).stdout)!.map(Number);
    const all = check(cwd, ['--min-severity', 'info']).stdout;
    expect(all.match(/: warning TJ/g)).toHaveLength(warnings);
    expect(all.match(/: info TJ/g)).toHaveLength(notes);
    expect(all).toContain(`1 file fails: 1 error, ${warnings} warnings, ${notes} notes.\n`);
    expect(check(cwd, ['--min-severity', 'warning']).stdout).toContain(
      `Not shown: ${notes} notes (--min-severity info)`,
    );
  });

  test('a silenced finding is counted, and shown with its reason when asked for', () => {
    const comment = '  # tajcheck-ignore TJ401 until 2027-09-01 -- the agent holds it';
    const cwd = folderWith({ 'a.trip.yaml': sinful.replace('nights: 2 }', `nights: 2 }${comment}`) });
    const { status, stdout } = check(cwd, []);
    expect(stdout).toContain('Silenced: 1 by comments (--show-suppressed).');
    expect(status).toBe(0);
    expect(check(cwd, ['--show-suppressed']).stdout).toMatch(/^a\.trip\.yaml:5:5: error TJ401: .+the agent holds it/);
    expect(check(cwd, ['--no-suppressions']).status).toBe(1);
  });

  test('--print-config prints what holds for the first input, and checks nothing', () => {
    const cwd = folderWith({ 'a.trip.yaml': sinful, 'tajcheck.config.yaml': 'tajcheck: 1\nmaxLevel: 3\n' });
    const { status, stdout } = check(cwd, ['--print-config']);
    expect(stdout).toContain('maxLevel: 3 # tajcheck.config.yaml:2');
    expect(stdout).not.toContain('TJ401');
    expect(status).toBe(0);
  });
});

describe('which files', () => {
  const tree = {
    'b.trip.yaml': sinful,
    'a/10.trip.yml': sinful,
    'a/9.trip.yaml': sinful,
    'a/notes.yaml': 'not: a trip',
    'drafts/d.trip.yaml': sinful,
    'old/route.yaml': sinful,
    'node_modules/x/n.trip.yaml': sinful,
    '.hidden/h.trip.yaml': sinful,
    'Z.trip.yaml': sinful,
    'tajcheck.config.yaml': 'tajcheck: 1\nfiles: [old/*.yaml]\nignore: [drafts/**]\n',
  };
  const cwd = folderWith(tree);
  const all = ['Z.trip.yaml', 'a/10.trip.yml', 'a/9.trip.yaml', 'b.trip.yaml', 'old/route.yaml'];
  symlinkSync('..', join(cwd, 'a', 'round'));
  symlinkSync('9.trip.yaml', join(cwd, 'a', 'again.trip.yaml'));

  test.each<[string[], string[]]>([
    [[], all],
    [['.'], all],
    [['a'], ['a/10.trip.yml', 'a/9.trip.yaml']],
    [
      ['old', 'b.trip.yaml', './b.trip.yaml', '*.trip.yaml'],
      ['Z.trip.yaml', 'b.trip.yaml', 'old/route.yaml'],
    ],
    [['**/*.trip.yaml'], ['Z.trip.yaml', 'a/9.trip.yaml', 'b.trip.yaml']],
    [['{a,drafts}/*.trip.*'], ['a/10.trip.yml', 'a/9.trip.yaml']],
    [['drafts/d.trip.yaml'], ['drafts/d.trip.yaml']],
    [['.hidden'], ['.hidden/h.trip.yaml']],
    [['a/again.trip.yaml', 'a/9.trip.yaml'], ['a/9.trip.yaml']],
  ])('%j', (inputs, files) => {
    const { stdout, stderr } = check(cwd, inputs);
    expect(stderr).toBe('');
    expect(filesIn(stdout)).toEqual(files);
  });

  test('a pattern of which only ignored files are left names nothing', () => {
    expect(check(cwd, ['drafts/*'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('the policy ignores'),
    });
  });

  test('from a folder below, paths for people start there, paths for machines at the root', () => {
    const { stdout } = check(join(cwd, 'a'), ['9.trip.yaml', '../b.trip.yaml', '--format', 'json']);
    const files = JSON.parse(stdout).files.map(({ file, path }: Record<string, string>) => [file, path]);
    expect(files).toEqual([
      ['../b.trip.yaml', 'b.trip.yaml'],
      ['9.trip.yaml', 'a/9.trip.yaml'],
    ]);
  });

  test('standard input stands where it is said to stand', () => {
    const { status, stdout } = check(cwd, ['-', '--stdin-name', 'a/new.trip.yaml'], {}, sinful);
    expect(stdout).toMatch(/^a\/new\.trip\.yaml:5:5: error TJ401/);
    expect(status).toBe(1);
    expect(check(cwd, ['-'], {}, clean).status).toBe(0);
    expect(check(cwd, ['-'], {}, '')).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('stdin: error TJ112'),
    });
    const cold = folderWith({ 'tours/tajcheck.config.yaml': 'tajcheck: 1\nfailOn: never\n' });
    expect(check(cold, ['-', '--stdin-name', 'tours/new.trip.yaml'], {}, sinful).status).toBe(0);
    expect(check(cold, ['-', '--stdin-name', 'new.trip.yaml'], {}, sinful).status).toBe(1);
  });

  // Who may read everything can be shown no folder that may not be read, unless as somebody else.
  test.runIf(process.getuid?.() === 0)('a folder that may not be entered is told, and hides no other', () => {
    const shut = folderWith({ 'a.trip.yaml': sinful, 'shut/b.trip.yaml': sinful });
    chmodSync(shut, 0o755);
    chmodSync(join(shut, 'shut'), 0o700);
    // Where the clone stands, only its owner may be let in.
    const open = mkdtempSync(join(tmpdir(), 'tajcheck-open-'));
    chmodSync(open, 0o755);
    for (const part of ['bin', 'dist']) {
      cpSync(join(import.meta.dirname, '../..', part), join(open, part), { recursive: true });
    }
    const program = join(open, 'bin/tajcheck.js');
    const nobody = {
      uid: 65_534,
      gid: 65_534,
      cwd: shut,
      env: { PATH: process.env.PATH, ...quiet },
      encoding: 'utf8',
    } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check'], nobody);
    expect(stdout).toContain('a.trip.yaml:5:5: error TJ401');
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'tajcheck: The folder shut cannot be read.\n' });
  });

  test('without a repository each folder stands alone', () => {
    const bare = folderWith(
      { 'tajcheck.config.yaml': 'tajcheck: 1\nfailOn: never\n', 'x/a.trip.yaml': sinful },
      { git: false },
    );
    expect(check(bare, ['x/a.trip.yaml']).status).toBe(1);
  });
});

describe('reports', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, number) => [
      `t${number}.trip.yaml`,
      number % 7 === 0 ? 'stops: [' : number % 2 ? sinful : clean,
    ]),
  );

  test('are the same bytes on one thread and on four', () => {
    const cwd = folderWith({ ...many, 'empty.trip.yaml': '' });
    for (const format of ['compact', 'json', 'sarif', 'junit']) {
      const args = ['--format', format, '--min-severity', 'info', '--jobs'];
      const [one, four] = [check(cwd, [...args, '1']), check(cwd, [...args, '4'])];
      expect(four.stdout).toBe(one.stdout);
      expect(one.stdout.length).toBeGreaterThan(10_000);
      expect([one.status, four.status]).toEqual([2, 2]);
    }
  });

  test('are JSON by the name of its version too, and by no other', () => {
    const cwd = folderWith({ 'a.trip.yaml': sinful });
    const { status, stdout } = check(cwd, ['--format', 'json-v1']);
    expect([status, JSON.parse(stdout).schema]).toEqual([1, 'tajcheck-check-v1']);
    expect(stdout).toBe(check(cwd, ['--format', 'json']).stdout);
    check(cwd, ['--format', 'json-v1=out.json']);
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe(stdout);
    expect(check(cwd, ['--format', 'json-v2']).status).toBe(2);
  });

  test('go to several places at once', () => {
    const cwd = folderWith(many);
    const { status, stdout } = check(cwd, [
      '--format',
      'sarif=out.sarif',
      '--format',
      'compact',
      '--format',
      'junit=junit.xml',
    ]);
    expect(status).toBe(1);
    expect(filesIn(stdout)).toHaveLength(35);
    const sarif = JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'));
    expect(new Set(sarif.runs[0].results.map((result: { ruleId: string }) => result.ruleId))).toContain('TJ401');
    expect(readFileSync(join(cwd, 'junit.xml'), 'utf8')).toMatch(/^<\?xml[\s\S]+<\/testsuites>\s*$/);
    expect(check(cwd, ['--format', 'json=x', '--format', 'sarif=./x']).status).toBe(2);
    expect(check(cwd, ['--format', 'json', '--format', 'sarif']).status).toBe(2);
    expect(existsSync(join(cwd, 'x'))).toBe(false);
  });

  test('no report is made anew when no input names a file', () => {
    const cwd = folderWith({ 'out.json': 'the report of yesterday' });
    expect(check(cwd, ['tours/*.yaml', '--format', 'json=out.json']).status).toBe(2);
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe('the report of yesterday');
    expect(check(cwd, ['--allow-empty', '--format', 'json=out.json']).status).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).files).toEqual([]);
  });

  test('a reader that leaves early ends neither the check nor the other report', () => {
    const cwd = folderWith(many);
    const command =
      'set -o pipefail; "$0" "$1" check --min-severity info --format json=all.json --format compact | head -n 1';
    const program = join(import.meta.dirname, '../../bin/tajcheck.js');
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', command, process.execPath, program], {
      cwd,
      env: { PATH: process.env.PATH, ...quiet },
      encoding: 'utf8',
    });
    expect({ status, lines: stdout.split('\n').length, stderr }).toEqual({ status: 1, lines: 2, stderr: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'all.json'), 'utf8')).files).toHaveLength(60);
  });

  test('pretty shows the line, what to do, and where to read on, once', () => {
    const { stdout } = check(folderWith({ 'a.trip.yaml': sinful, 'b.trip.yaml': sinful }), ['--format', 'pretty']);
    expect(stdout).toContain('a.trip.yaml:5:5\n    5 |   - { place: Khorog, nights: 2 }\n      |     ^^^^');
    expect(stdout).toMatch(/ {2}Error TJ401: [\s\S]+? {4}What to do: /);
    expect(stdout.match(/tajcheck explain TJ401/g)).toHaveLength(1);
    expect(stdout).toMatch(/\n2 of 2 files fail: 2 errors\. Not shown: [^.]+\(--min-severity\s+info\)\.\n$/);
  });

  test('nothing that a file holds reaches the terminal as it is', () => {
    const evil = sinful.replace('Khorog', '"Khorog\\u001b]0;owned\\u0007 \\u202e"');
    const policy = 'tajcheck: 1\n';
    const cwd = folderWith({ 'a\u001b[31m.trip.yaml': evil, 'b\u001b]0;\u0007/tajcheck.config.yaml': policy });
    writeFileSync(join(cwd, 'b\u001b]0;\u0007/c.trip.yaml'), clean);
    for (const format of ['compact', 'pretty']) {
      const { stdout, stderr } = check(cwd, ['--format', format, '--min-severity', 'info', '.', 'no\u001bthing']);
      expect(stdout + stderr).toContain('␛');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
  });
});

describe('what nobody slips past it', () => {
  const lax = 'tajcheck: 1\nfailOn: never\n';

  test('a policy below the root of the repository, and what one ignores, is told', () => {
    const cwd = folderWith({
      'tajcheck.config.yaml': 'tajcheck: 1\n',
      'a.trip.yaml': clean,
      'tours/b.trip.yaml': sinful,
      'tours/tajcheck.config.yaml': lax,
      'new/c.trip.yaml': sinful,
      'new/tajcheck.config.yaml': 'tajcheck: 1\nignore: ["**"]\n',
    });
    const told =
      'By policy: 1 file as in tajcheck.config.yaml, no file as in new/tajcheck.config.yaml (1 ignored) and 1 file as in tours/tajcheck.config.yaml.';
    const { status, stdout } = check(cwd, []);
    expect(stdout).toContain(`\n${told}\n`);
    expect(status).toBe(0);
    expect(check(cwd, ['--format', 'markdown']).stdout.replaceAll('\\', '')).toContain('new/tajcheck.config.yaml');
    // A report for machines leaves it to the log.
    expect(check(cwd, ['--format', 'sarif']).stderr).toBe(`tajcheck: ${told}\n`);
    const { policies } = JSON.parse(check(cwd, ['--format', 'json']).stdout);
    expect(policies).toEqual([
      { file: 'tajcheck.config.yaml', isAtRoot: true, files: 1, ignored: 0 },
      { file: 'new/tajcheck.config.yaml', isAtRoot: false, files: 0, ignored: 1 },
      { file: 'tours/tajcheck.config.yaml', isAtRoot: false, files: 1, ignored: 0 },
    ]);
    expect(check(join(cwd, 'tours'), []).stdout).toContain('\nBy policy: 1 file as in tajcheck.config.yaml.\n');
  });

  test('the policy at the root is not told again and again, unless it ignores', () => {
    const cwd = folderWith({ 'tajcheck.config.yaml': 'tajcheck: 1\n', 'a.trip.yaml': clean, 'b.trip.yaml': clean });
    expect(check(cwd, []).stdout).not.toContain('policy');
    writeFileSync(join(cwd, 'tajcheck.config.yaml'), 'tajcheck: 1\nignore: [b*]\n');
    const told = '\nBy policy: 1 file as in tajcheck.config.yaml (1 ignored).\n';
    expect(check(cwd, []).stdout).toContain(told);
    expect(check(cwd, ['*.yaml']).stdout).toContain(told);
  });

  test('a name in capitals hides no trip', () => {
    const cwd = folderWith({ 'a.trip.yaml': clean, 'b.Trip.YAML': sinful, 'c.TRIP.yml': sinful });
    expect(filesIn(check(cwd, []).stdout)).toEqual(['b.Trip.YAML', 'c.TRIP.yml']);
  });

  test('a report is not written through a link out of the repository, nor over what the check reads', () => {
    const outside = mkdtempSync(join(tmpdir(), 'tajcheck-outside-'));
    const files = { 'a.trip.yaml': sinful, 'tajcheck.config.yaml': 'tajcheck: 1\n', 'tajcheck-baseline.json': '' };
    const cwd = folderWith({ ...files, 'zones.geojson': '{"type":"FeatureCollection","features":[]}' });
    writeFileSync(join(cwd, 'tajcheck-baseline.json'), '{ "schema": "tajcheck-baseline-v1", "known": [] }\n');
    writeFileSync(join(outside, 'profile'), 'mine');
    symlinkSync(join(outside, 'profile'), join(cwd, 'tajcheck.sarif'));
    symlinkSync(join(outside, 'new'), join(cwd, 'dangling.sarif'));
    symlinkSync(outside, join(cwd, 'reports'));
    symlinkSync('a.trip.yaml', join(cwd, 'link.json'));
    const targets = ['tajcheck.sarif', 'dangling.sarif', 'reports/x', 'reports/profile', 'link.json'];
    for (const target of [...targets, 'tajcheck.config.yaml', 'tajcheck-baseline.json', 'a.trip.yaml']) {
      const { status, stdout, stderr } = check(cwd, ['--format', `sarif=${target}`]);
      expect({ status, stdout }, target).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^tajcheck: .+(leads out of the repository|is not overwritten)/);
    }
    expect(readFileSync(join(outside, 'profile'), 'utf8')).toBe('mine');
    expect(existsSync(join(outside, 'new'))).toBe(false);
    expect(existsSync(join(outside, 'x'))).toBe(false);
    expect(readFileSync(join(cwd, 'a.trip.yaml'), 'utf8')).toBe(sinful);
    expect(check(cwd, ['--format', `sarif=${join(outside, 'asked-for.sarif')}`]).status).toBe(1);
  });

  test('what counts again because its comment has run out is told with the comment', () => {
    const written = '{ place: Khorog, nights: 2 } # tajcheck-ignore TJ401 until 2026-11-21 -- the agency brings it';
    const cwd = folderWith({ 'a.trip.yaml': sinful.replace('{ place: Khorog, nights: 2 }', written) });
    const { status, stdout } = check(cwd, []);
    expect(stdout).toMatch(/error TJ401: [^\n]+\na\.trip\.yaml:5:\d+: warning TJ115: [^\n]+until 2026-11-21/);
    expect(status).toBe(1);
  });

  test('a folder that may not be looked into is named', ({ skip }) => {
    if (process.getuid?.() === 0) skip();
    const cwd = folderWith({ 'locked/a.trip.yaml': clean });
    chmodSync(join(cwd, 'locked'), 0);
    const { status, stderr } = check(cwd, ['locked']);
    chmodSync(join(cwd, 'locked'), 0o755);
    expect(stderr).toBe('tajcheck: locked/tajcheck.config.yaml cannot be looked at (EACCES).\n');
    expect(status).toBe(2);
  });
});

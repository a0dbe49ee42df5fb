/** A baseline excuses what was there, and nothing besides. */
import { describe, expect, test } from 'vitest';
import { applyBaseline, type Baseline, type Judged, staleOfGone } from '../../src/baseline/baseline.ts';
import { checkedBaseline } from '../../src/baseline/checked-baseline.ts';
import { openBaseline } from '../../src/baseline/read-baseline.ts';
import { pruneBaseline, startBaseline } from '../../src/baseline/write-baseline.ts';
import { UsageError } from '../../src/errors.ts';
import type { Threshold } from '../../src/policy/policy.ts';
import { assessText, knowledge } from '../trip.ts';

const trip = (stops: readonly string[], districts: string, more = ''): string =>
  `title: Pamir
start: 2027-07-03
party:
  - { nationality: KZ }
stops:
${stops.map((place) => `  - { place: ${place}, nights: 1 }\n`).join('')}permits:
  - { type: gbao, districts: [${districts}], from: 2027-07-01, to: 2027-08-01 }
${more}`;

const old = trip(['Khorog', 'Ishkashim'], 'vanj');
/** One more district that the permit does not list. */
const grown = trip(['Khorog', 'Ishkashim', 'Murghab'], 'vanj');
/** The permit lists one of the two now. */
const mended = trip(['Khorog', 'Ishkashim'], 'vanj, shughnan');

async function judge(text: string, failOn: Threshold = 'error'): Promise<Judged> {
  const { findings } = await assessText(text, {}, { file: 'tours/a.trip.yaml' });
  return { status: 'assessed', findings, failOn };
}

/** What `--write-baseline` writes of these files. */
function write(files: Readonly<Record<string, Judged>>, before: Baseline = new Map(), asOf = '2026-11-22') {
  const writer = startBaseline(before, asOf);
  for (const [path, file] of Object.entries(files)) writer.add(path, file);
  return writer.finish(() => true);
}

const read = (text: string): Baseline => openBaseline(text, 'tajcheck-baseline.json');

/** Message of each finding that is left to fail. */
const failing = ({ findings }: Pick<Judged, 'findings'>, failOn: Threshold = 'error'): string[] =>
  findings
    .filter(({ suppressed, severity }) => suppressed === null && (failOn !== 'error' || severity === 'error'))
    .map(({ message }) => message);

describe('an old repository', () => {
  test('passes as it is, with every finding still there', async () => {
    const file = await judge(old);
    expect(failing(file)).toEqual([
      'The GBAO permit does not list Shughnan, which the trip enters.',
      'The GBAO permit does not list Ishkashim, which the trip enters.',
    ]);
    const { text, findings, files, refused } = write({ 'tours/a.trip.yaml': file });
    expect({ findings, files, refused }).toEqual({ findings: 2, files: 1, refused: 0 });
    const excused = applyBaseline(read(text), 'tours/a.trip.yaml', file);
    expect(failing(excused)).toEqual([]);
    expect(excused.stale).toEqual([]);
    expect(excused.findings.map((finding) => ({ ...finding, suppressed: null }))).toEqual(file.findings);
    const marked = excused.findings.filter(({ suppressed }) => suppressed !== null);
    expect(marked.map(({ rule, suppressed }) => [rule, suppressed])).toEqual([
      ['TJ402', { by: 'baseline', reason: 'known since 2026-11-22', until: null }],
      ['TJ402', { by: 'baseline', reason: 'known since 2026-11-22', until: null }],
    ]);
  });

  test('one new sin fails, and it alone; moved lines are no news', async () => {
    const known = read(write({ 'tours/a.trip.yaml': await judge(old) }).text);
    const file = await judge(`# Looked through in May.\n\n${grown}`);
    const excused = applyBaseline(known, 'tours/a.trip.yaml', file);
    expect(failing(excused)).toEqual(['The GBAO permit does not list Murghab, which the trip enters.']);
    expect(excused.stale).toEqual([]);
  });

  test('the same sin in another file fails', async () => {
    const known = read(write({ 'tours/a.trip.yaml': await judge(old) }).text);
    for (const path of ['tours/b.trip.yaml', 'a.trip.yaml', 'Tours/a.trip.yaml', './tours/a.trip.yaml', 'toString']) {
      expect(failing(applyBaseline(known, path, await judge(old)))).toHaveLength(2);
    }
  });

  test('of a file that is not understood nothing is excused, and nothing is said of its entries', async () => {
    const file = await judge(old);
    const known = read(write({ 'tours/a.trip.yaml': file }).text);
    const broken = applyBaseline(known, 'tours/a.trip.yaml', { ...file, status: 'not-understood' });
    expect(failing(broken)).toHaveLength(2);
    expect(broken.stale).toEqual([]);
    const { text, findings, refused } = write({ 'tours/a.trip.yaml': { ...file, status: 'not-understood' } }, known);
    expect({ findings, refused }).toEqual({ findings: 2, refused: 2 });
    expect(read(text)).toEqual(known);
  });
});

describe('counts', () => {
  /** Three travellers alike, `broken` of them with a passport that ends too soon. */
  const party = (broken: number): string =>
    `start: 2027-07-03\nparty:\n${[1, 2, 3]
      .map((one) => `  - { nationality: KZ, passport: { expires: ${one <= broken ? '2027-07-01' : '2035-01-01'} } }\n`)
      .join('')}stops:\n  - { place: Dushanbe, nights: 2 }\n`;

  test('so many of a kind pass, one more fails', async () => {
    const known = read(write({ 'a.trip.yaml': await judge(party(2)) }).text);
    expect([...known.values()].flat()).toMatchObject([{ rule: 'TJ417', count: 2 }]);
    expect(failing(applyBaseline(known, 'a.trip.yaml', await judge(party(2))))).toEqual([]);
    expect(failing(applyBaseline(known, 'a.trip.yaml', await judge(party(3))))).toHaveLength(1);
  });

  test('one less is stale, and pruning lets it not come back', async () => {
    const { text } = write({ 'a.trip.yaml': await judge(party(3)) });
    const known = read(text);
    const { stale } = applyBaseline(known, 'a.trip.yaml', await judge(party(1)));
    expect(stale).toMatchObject([{ over: 2, why: 'fixed', known: { rule: 'TJ417', count: 3 } }]);
    const pruned = read(pruneBaseline(known, stale));
    expect(applyBaseline(pruned, 'a.trip.yaml', await judge(party(1))).stale).toEqual([]);
    expect(failing(applyBaseline(pruned, 'a.trip.yaml', await judge(party(2))))).toHaveLength(1);
    expect(said(stale, text)).toEqual(['4 TJ417 is excused 3 times in a.trip.yaml, and found once.']);
  });
});

describe('severity', () => {
  /** The same findings, all as grave as this. */
  const as = (file: Judged, severity: 'error' | 'warning', failOn: Threshold): Judged => {
    return { ...file, failOn, findings: file.findings.map((finding) => ({ ...finding, severity })) };
  };
  const all = async (severity: 'error' | 'warning', failOn: Threshold): Promise<Judged> =>
    as(await judge(old), severity, failOn);

  test('a warning that was recorded does not excuse the error that it grows to', async () => {
    const known = read(write({ 'a.trip.yaml': await all('warning', 'warning') }).text);
    expect(failing(applyBaseline(known, 'a.trip.yaml', await all('warning', 'warning')), 'warning')).toEqual([]);
    const grave = await all('error', 'warning');
    const { findings, stale } = applyBaseline(known, 'a.trip.yaml', grave);
    expect(failing({ findings })).toHaveLength(grave.findings.length);
    expect(stale.length).toBeGreaterThan(0);
  });

  test('a warning that did not fail is not recorded', async () => {
    expect(write({ 'a.trip.yaml': await all('warning', 'error') })).toMatchObject({ findings: 0, files: 0 });
  });

  test('an error that was recorded excuses the warning that it eases to, where warnings fail', async () => {
    const known = read(write({ 'a.trip.yaml': await all('error', 'warning') }).text);
    const eased = applyBaseline(known, 'a.trip.yaml', await all('warning', 'warning'));
    expect([failing(eased, 'warning'), eased.stale]).toEqual([[], []]);
    // Where they do not, the error is gone and its entry with it.
    const { stale } = applyBaseline(known, 'a.trip.yaml', await all('warning', 'error'));
    expect(stale.reduce((sum, { over }) => sum + over, 0)).toBe(
      [...known.values()].flat().reduce((sum, { count }) => sum + count, 0),
    );
  });

  test('warnings recorded by a strict run are not stale in a lenient one, nor marked there', async () => {
    const known = read(write({ 'a.trip.yaml': await all('warning', 'warning') }).text);
    for (const failOn of ['error', 'never'] as const) {
      const { findings, stale } = applyBaseline(known, 'a.trip.yaml', await all('warning', failOn));
      expect(stale).toEqual([]);
      expect(findings.every(({ suppressed }) => suppressed === null)).toBe(true);
    }
  });
});

test('what a comment or the policy silences needs no excuse', async () => {
  const file = await judge(old);
  const known = read(write({ 'a.trip.yaml': file }).text);
  const comment = { by: 'comment', reason: 'why', until: '2027-09-01' } as const;
  const silenced = {
    ...file,
    findings: file.findings.map((finding) =>
      finding.rule === 'TJ402' ? { ...finding, suppressed: comment } : finding,
    ),
  };
  const { findings, stale } = applyBaseline(known, 'a.trip.yaml', silenced);
  expect(findings).toEqual(silenced.findings);
  expect(stale).toHaveLength(2);
  expect(write({ 'a.trip.yaml': silenced })).toMatchObject({ findings: 0 });
});

test('faults of comments, hidden characters and unread files are never taken for known', async () => {
  const comment = '# tajcheck-ignore TJ402\n# \u202Ehidden\n';
  const file = await judge(`${comment}${old}`);
  expect(file.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['TJ113', 'TJ110']));
  const { text, findings, refused } = write({ 'a.trip.yaml': file });
  expect({ findings, refused }).toEqual({ findings: 2, refused: 2 });
  expect(failing(applyBaseline(read(text), 'a.trip.yaml', file))).toHaveLength(2);
  // Nor by an entry written by hand.
  const forged = text.replaceAll('"TJ402"', '"TJ113"');
  expect(failing(applyBaseline(read(forged), 'a.trip.yaml', file))).toHaveLength(4);
});

test('an entry counts for its own rule', async () => {
  const file = await judge(old);
  const { text } = write({ 'a.trip.yaml': file });
  const forged = read(text.replaceAll('"TJ402"', '"TJ401"'));
  const { findings, stale } = applyBaseline(forged, 'a.trip.yaml', file);
  expect(failing({ findings })).toHaveLength(2);
  expect(stale).toHaveLength(2);
});

/** Line and message of what is said of stale entries. */
function said(stale: Parameters<typeof checkedBaseline>[0], source: string): string[] {
  const context = { file: 'tajcheck-baseline.json', path: 'tajcheck-baseline.json', failOn: 'error' } as const;
  const checked = checkedBaseline(stale, { ...context, source, knowledge: knowledge() });
  if (checked === null) return [];
  expect(checked).toMatchObject({ kind: 'baseline', fails: true, status: 'assessed', trip: null });
  return checked.findings.map(({ rule, severity, file, line, column, endColumn, message }) => {
    expect([rule, severity, file, column]).toEqual(['TJ116', 'error', 'tajcheck-baseline.json', 5]);
    const row = source.split('\n')[line! - 1];
    expect(row.slice(4, endColumn! - 1)).toBe(row.trim().replace(/,$/, ''));
    return `${line} ${message}`;
  });
}

describe('stale entries', () => {
  test('are told on their line of the baseline', async () => {
    const { text } = write({ 'tours/a.trip.yaml': await judge(old), 'tours/b.trip.yaml': await judge(old) });
    const known = read(text);
    const { findings, stale } = applyBaseline(known, 'tours/b.trip.yaml', await judge(mended));
    expect(failing({ findings })).toEqual([]);
    const line = text.split('\n').findIndex((row) => row.includes('b.trip.yaml') && row.includes('Shughnan')) + 1;
    expect(said(stale, text)).toEqual([`${line} TJ402 is no longer found in tours/b.trip.yaml.`]);
    expect(said([], text)).toEqual([]);
  });

  test('are not told of a file that fails by what is not understood: it may hide what was known', async () => {
    const known = read(write({ 'a.trip.yaml': await judge(old) }).text);
    const misspelt = await judge(old.replace('place: Ishkashim', 'place: Ishkoshimm'));
    const excused = applyBaseline(known, 'a.trip.yaml', misspelt);
    expect(excused.findings.filter(({ suppressed }) => suppressed === null)).toContainEqual(
      expect.objectContaining({ rule: 'TJ201', severity: 'error' }),
    );
    expect(excused.stale).toEqual([]);
    // Once that place is known too, nothing else makes the file fail, and the entry is told.
    const both = read(write({ 'a.trip.yaml': misspelt }, known).text);
    const again = new Map([['a.trip.yaml', [...both.get('a.trip.yaml')!, ...known.get('a.trip.yaml')!]]]);
    expect(applyBaseline(again, 'a.trip.yaml', misspelt).stale).not.toEqual([]);
  });

  test('those of files that are gone are, those of files that were not looked at are not', async () => {
    const { text } = write({
      'a.trip.yaml': await judge(old),
      'b.trip.yaml': await judge(old),
      'c.trip.yaml': await judge(old),
    });
    const stale = staleOfGone(read(text), new Set(['a.trip.yaml']), (path) => path === 'b.trip.yaml');
    expect(said(stale, text).map((words) => words.replace(/^\d+ /, ''))).toEqual([
      'c.trip.yaml is gone, and its TJ402 is excused still.',
      'c.trip.yaml is gone, and its TJ402 is excused still.',
    ]);
    expect([...read(pruneBaseline(read(text), stale)).keys()]).toEqual(['a.trip.yaml', 'b.trip.yaml']);
  });

  test('two of one rule in one file keep names of their own', async () => {
    const { text } = write({ 'a.trip.yaml': await judge(old) });
    const known = read(text);
    const stale = [...known.values()].flat().map((one) => ({ known: one, over: one.count, why: 'gone' as const }));
    const context = { file: 'x', path: 'x', failOn: 'error', source: text, knowledge: knowledge() } as const;
    const checked = checkedBaseline(stale, context)!;
    expect(new Set(checked.findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

describe('written', () => {
  test('one entry on a line, sorted, whatever the order of the run', async () => {
    const [one, other] = [await judge(old), await judge(grown)];
    const { text } = write({ 'b.trip.yaml': one, 'a.trip.yaml': other });
    expect(write({ 'a.trip.yaml': other, 'b.trip.yaml': one }).text).toBe(text);
    const rows = text.split('\n').filter((row) => row.includes('"file"'));
    expect(rows).toHaveLength(5);
    expect(rows.map((row) => JSON.parse(row.replace(/,$/, '')).file)).toEqual(
      ['a', 'a', 'a', 'b', 'b'].map((name) => `${name}.trip.yaml`),
    );
    expect(rows[0]).toMatch(
      /^ {4}\{ "file": "a.trip.yaml", "rule": "TJ402", "severity": "error", "count": 1, "fingerprint": "[0-9a-f]{16}", "since": "2026-11-22", "says": "The GBAO permit does not list \w+, which the trip enters\." \},$/,
    );
  });

  test('again: what is found again keeps its day, what is new gets today, what was not looked at stays', async () => {
    const first = write({ 'a.trip.yaml': await judge(old), 'b.trip.yaml': await judge(old) });
    const known = read(first.text);
    const second = write({ 'a.trip.yaml': await judge(grown) }, known, '2027-01-15');
    const since = [...read(second.text).values()].flat().map(({ file, since: day }) => `${file} ${day}`);
    expect(since.filter((day) => day === 'a.trip.yaml 2027-01-15')).toHaveLength(1);
    expect(since.filter((day) => day === 'a.trip.yaml 2026-11-22')).toHaveLength(2);
    expect(since.filter((day) => day === 'b.trip.yaml 2026-11-22')).toHaveLength(2);
    // And what an excuse marks is written again, so that writing twice changes nothing.
    const marked = applyBaseline(known, 'a.trip.yaml', await judge(old)).findings;
    expect(
      write({ 'a.trip.yaml': { status: 'assessed', failOn: 'error', findings: marked } }, known, '2027-01-15').text,
    ).toBe(first.text);
  });

  test('hostile text in it is written out', async () => {
    const file = await judge(old);
    const hostile = 'a\u202Eb\u001b[2Jc\u2028d\u{E0041}';
    const { text } = write({
      'a.trip.yaml': { ...file, findings: file.findings.map((one) => ({ ...one, message: hostile })) },
    });
    expect(text).toContain('\\u202eb');
    expect(text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]|[^\n\P{Cc}]/u);
    expect([...read(text).values()].flat()[0].says).toBe(hostile);
  });

  test('nothing to excuse: an empty list, which reads as one', () => {
    const { text } = write({});
    expect(text).toBe('{\n  "schema": "tajcheck-baseline-v1",\n  "known": []\n}\n');
    expect(read(text).size).toBe(0);
  });
});

describe('a damaged baseline is refused with its line', () => {
  const entry = {
    file: 'a.trip.yaml',
    rule: 'TJ402',
    severity: 'error',
    count: 1,
    fingerprint: '0123456789abcdef',
    since: '2026-11-22',
    says: '',
  };
  const file = (...entries: unknown[]): string =>
    `{\n  "schema": "tajcheck-baseline-v1",\n  "known": [\n${entries.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]\n}\n`;
  const second = (change: object): string => file(entry, { ...entry, rule: 'TJ401', ...change });

  test.each([
    ['cut off', file(entry).slice(0, 120), /^tajcheck-baseline\.json(:\d+)?: the baseline is not valid JSON$/],
    [
      'a comma too many',
      file(entry).replace('}\n  ]', '},\n  ]'),
      /^tajcheck-baseline\.json: the baseline is not valid JSON$/,
    ],
    ['a broken entry', second({}).replace('"TJ401"', 'TJ401'), /json:5: the baseline is not valid JSON$/],
    ['empty', '', /not valid JSON$/],
    ['a list', '[]', /:1: the baseline must be one JSON object$/],
    [
      'another version',
      file(entry).replace('-v1', '-v2'),
      /:1: the baseline must say "schema": "tajcheck-baseline-v1"$/,
    ],
    ['no version', '{ "known": [] }', /must say "schema"/],
    ['no list', '{ "schema": "tajcheck-baseline-v1", "known": {} }', /"known" must be a list$/],
    [
      'another key',
      '{ "schema": "tajcheck-baseline-v1", "known": [], "all": true }',
      /the key "all" is not known in a baseline$/,
    ],
    ['an entry that is none', file(entry, null), /:3?.*an entry must be an object$/],
    [
      'a path upward',
      second({ file: '../a.trip.yaml' }),
      /:5: "file" must be a path below the folder of the baseline, with \/$/,
    ],
    ['a path from the root', second({ file: '/a.trip.yaml' }), /:5: "file" must be/],
    ['a Windows path', second({ file: 'tours\\a.trip.yaml' }), /:5: "file" must be/],
    ['no rule', second({ rule: '*' }), /:5: "rule" must be a rule such as TJ401$/],
    ['no severity', second({ severity: 'any' }), /:5: "severity" must be error, warning or info$/],
    ['no count', second({ count: 0 }), /:5: "count" must be a whole number from 1$/],
    ['half a count', second({ count: 1.5 }), /:5: "count" must be/],
    ['a count without end', file(entry).replace('"count":1', '"count":1e999'), /:4: "count" must be/],
    ['no fingerprint', second({ fingerprint: '' }), /:5: "fingerprint" must be 16 hexadecimal digits$/],
    ['no day', second({ since: '2026-02-30' }), /:5: "since" must be a date such as 2027-07-03$/],
    ['a key left out', second({ says: undefined }), /:5: "says" must be text$/],
    ['a key of its own', second({ until: 'ever' }), /:5: the key "until" is not known in an entry$/],
    ['the same twice', file(entry, { ...entry, count: 9 }), /:5: this entry stands on line 4 already$/],
    [
      'a merge not settled',
      file(entry).replace('  "known"', '<<<<<<< HEAD\n  "known"'),
      /:3: the baseline has a merge conflict that is not settled$/,
    ],
  ])('%s', (_what, text, message) => {
    expect(() => read(text)).toThrow(UsageError);
    expect(() => read(text)).toThrow(message);
  });

  test('another layout of the same JSON is none; its lines are known still', () => {
    const spread = JSON.stringify(
      JSON.parse(file(entry, { ...entry, rule: 'TJ401', says: 'a "{" [\\ in text' })),
      null,
      2,
    );
    expect([...read(spread).values()].flat().map(({ rule, line }) => [rule, line])).toEqual([
      ['TJ401', 13],
      ['TJ402', 4],
    ]);
  });
});

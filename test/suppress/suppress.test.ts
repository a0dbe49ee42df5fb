/** Comments that silence findings: what they reach, what they cannot, and what is said of those that are wrong. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssessOptions } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { noPolicy, type Policy } from '../../src/policy/policy.ts';
import { suppress } from '../../src/suppress/suppress.ts';
import { assessText, find } from '../trip.ts';

const trip = `title: Pamir by car
start: 2027-07-03
party:
  - { nationality: GB, age: 41 }
stops:
  - { place: Dushanbe, nights: 2 }
  - { place: Kalai-Khumb, nights: 1 }
  - place: Khorog
    nights: 2
  - { place: Ishkashim, nights: 1 }
permits:
  - { type: gbao, districts: [darvoz] }
`;

const silence = (rules: string, rest = 'until 2027-09-01 -- our guide lives there'): string =>
  `# tajcheck-ignore ${rules} ${rest}`;
const silenceAll = (rules: string): string => silence(rules).replace('ignore', 'ignore-file');

/** The trip with text put before the line that begins so. */
const above = (start: string, text: string): string => trip.replace(start, () => `${text}\n${start}`);
/** The trip with a comment at the end of the line that holds this. */
const beside = (part: string, comment: string): string => trip.replace(part, () => `${part} ${comment}`);

const withPolicy = (suppressions: Partial<Policy['suppressions']>): Partial<AssessOptions> => {
  return { policy: { ...noPolicy, suppressions: { ...noPolicy.suppressions, ...suppressions } } };
};

/** Rule and line of what a comment silences. */
const silenced = ({ findings }: Assessment): string[] =>
  findings.filter(({ suppressed }) => suppressed?.by === 'comment').map(({ rule, line }) => `${rule} ${line}`);

/** Rule, line and message of what is said of comments. */
const said = ({ findings }: Assessment): string[] =>
  findings
    .filter(({ rule }) => /^TJ11[345]$/.test(rule))
    .map(({ rule, line, message }) => `${rule} ${line} ${message}`);

const open = ({ findings }: Assessment, rule: string): (number | null)[] =>
  findings.filter((finding) => finding.rule === rule && finding.suppressed === null).map(({ line }) => line);

describe('what a comment reaches', () => {
  test('without one the permit fails at four places', async () => {
    const written = await assessText(trip);
    expect(open(written, 'TJ402')).toEqual([8, 8, 8, 8, 10]);
    expect(silenced(written)).toEqual([]);
  });

  test('at the end of a line: what stands on that line', async () => {
    const written = await assessText(beside('place: Ishkashim, nights: 1 }', silence('TJ402')));
    expect(silenced(written)).toEqual(['TJ402 10']);
    expect(open(written, 'TJ402')).toEqual([8, 8, 8, 8]);
    expect(find(written, 'TJ402').at(-1)?.suppressed).toEqual({
      by: 'comment',
      reason: 'our guide lives there',
      until: '2027-09-01',
    });
    expect(said(written)).toEqual([]);
  });

  test('on a line of its own: the next line and the entry that begins there, past blank lines and comments', async () => {
    const text = above('  - place: Khorog', `  ${silence('TJ402')}\n\n  # Two nights with the family.\n`);
    const written = await assessText(text);
    expect(silenced(written)).toEqual(['TJ402 12', 'TJ402 12', 'TJ402 12', 'TJ402 12']);
    expect(open(written, 'TJ402')).toEqual([14]);
    expect(said(written)).toEqual([]);
  });

  test('before a key: the key and all that it holds', async () => {
    const written = await assessText(above('stops:', silence('TJ402, TJ301')));
    expect(open(written, 'TJ402')).toEqual([]);
    expect(open(written, 'TJ301')).toEqual([]);
    // The paper stands under another key.
    expect(open(written, 'TJ403')).toEqual([13]);
  });

  test('a list that is not indented below its key belongs to it', async () => {
    const text = trip.replace('permits:\n  - ', `${silence('TJ403')}\npermits:\n- `);
    expect(silenced(await assessText(text))).toEqual(['TJ403 13']);
  });

  test('an entry whose dash stands alone, and one with an anchor', async () => {
    const dash = trip.replace('  - place: Khorog\n', `  ${silence('TJ402')}\n  -\n    place: Khorog\n`);
    expect(open(await assessText(dash), 'TJ402')).toEqual([12]);
    const anchor = trip.replace('  - place: Khorog\n', `  ${silence('TJ402')}\n  - &khorog\n    place: Khorog\n`);
    expect(open(await assessText(anchor), 'TJ402')).toEqual([12]);
  });

  test('inside a stop: the key below it, not the stop', async () => {
    const nights = above('    nights: 2', `    ${silence('TJ402')}`);
    expect(open(await assessText(nights), 'TJ402')).toEqual([8, 8, 8, 8, 11]);
  });

  test('the last entry ends where it ends', async () => {
    const text = above('permits:', silence('TJ402'));
    const written = await assessText(text);
    expect(silenced(written)).toEqual([]);
    expect(said(written)).toEqual([
      'TJ114 11 This comment is not needed: TJ402 finds nothing here, or it is silenced already.',
    ]);
  });

  test('the whole file, with what has no line', async () => {
    const written = await assessText(`${trip}${silenceAll('TJ603 TJ402')}\n`);
    expect(open(written, 'TJ402')).toEqual([]);
    expect(find(written, 'TJ603').map(({ line, suppressed }) => [line, suppressed?.until])).toEqual([
      [null, '2027-09-01'],
      [null, '2027-09-01'],
    ]);
    expect(said(written)).toEqual([]);
  });

  test('a comment for a line does not reach what has no line', async () => {
    const written = await assessText(`${silence('TJ603')}\n${trip}`);
    expect(open(written, 'TJ603')).toEqual([null, null]);
    expect(said(written)[0]).toMatch(/^TJ114 1 /);
  });

  test('Windows line ends and a byte order mark move nothing', async () => {
    const text = `\uFEFF${above('  - place: Khorog', `  ${silence('TJ402')}`).replace(/\n/g, '\r\n')}`;
    expect(open(await assessText(text), 'TJ402')).toEqual([11]);
  });

  test('a reason in another script, with hash and dashes in it', async () => {
    const reason = 'разрешение № 4711 -- у Али, #2';
    const written = await assessText(
      beside('Ishkashim, nights: 1 }', silence('TJ402', `until 2027-09-01 -- ${reason}`)),
    );
    expect(find(written, 'TJ402').at(-1)?.suppressed?.reason).toBe(reason);
  });

  test('text between quotes silences nothing, and is no fault', async () => {
    const written = await assessText(trip.replace('Pamir by car', JSON.stringify(silence('TJ402'))));
    expect([silenced(written), said(written)]).toEqual([[], []]);
  });
});

describe('a comment that is wrong silences nothing and says why', () => {
  const wrong = async (comment: string, options: Partial<AssessOptions> = {}): Promise<string[]> => {
    const written = await assessText(beside('Ishkashim, nights: 1 }', comment), {}, options);
    expect(silenced(written)).toEqual([]);
    expect(find(written, 'TJ113').map(({ severity, line, suppressed }) => [severity, line, suppressed])).toEqual([
      ['error', 10, null],
    ]);
    return said(written).map((words) => words.replace('TJ113 10 This comment silences nothing: ', ''));
  };

  test.each([
    [
      'tajcheck-ignore',
      'it names no rule, such as TJ301; it has no last day; write `until 2027-09-01` after the rules; it gives no reason; write ` -- ` and why after the date.',
    ],
    [
      'tajcheck-ignore TJ402',
      'it has no last day; write `until 2027-09-01` after the rules; it gives no reason; write ` -- ` and why after the date.',
    ],
    ['tajcheck-ignore TJ402 until 2027-09-01', 'it gives no reason; write ` -- ` and why after the date.'],
    ['tajcheck-ignore TJ402 until 2027-09-01 -- ', 'it gives no reason; write ` -- ` and why after the date.'],
    ['tajcheck-ignore TJ402 until 2027-09-01 -- ...', 'it gives no reason; write ` -- ` and why after the date.'],
    ['tajcheck-ignore TJ402 -- why', 'it has no last day; write `until 2027-09-01` after the rules.'],
    ['tajcheck-ignore TJ402 until -- why', 'no day stands after `until`; write one such as 2027-09-01.'],
    ['tajcheck-ignore TJ402 until 2027-02-29 -- why', '2027-02-29 is a day that does not exist.'],
    ['tajcheck-ignore TJ402 until September -- why', '`September` is no date such as 2027-09-01.'],
    ['tajcheck-ignore TJ402 until 01.09.2027 -- why', '`01.09.2027` is no date such as 2027-09-01.'],
    ['tajcheck-ignore TJ402 until 9999-01-01 -- why', 'the year of 9999-01-01 must be from 1900 to 2199.'],
    ['tajcheck-ignore TJ402 until 2027-09-01 because -- why', '`because` stands between the date and `--`.'],
    [
      'tajcheck-ignore TJ402 until 2027-09-01 — why',
      '`—` stands between the date and `--`; it gives no reason; write ` -- ` and why after the date.',
    ],
    ['tajcheck-ignore TJ999 until 2027-09-01 -- why', '`TJ999` is no rule.'],
    ['tajcheck-ignore all until 2027-09-01 -- why', '`all` is no rule.'],
    ['tajcheck-ignore tj402 until 2027-09-01 -- why', '`tj402` is no rule (did you mean TJ402?).'],
    [
      'tajcheck-ignore TJ113 until 2027-09-01 -- why',
      'TJ113 cannot be silenced: what is not understood was not checked.',
    ],
    [
      'tajcheck-ignore TJ201 until 2027-09-01 -- why',
      'TJ201 cannot be silenced: what is not understood was not checked.',
    ],
    [
      'tajcheck-ignore TJ402, TJ102 until 2027-09-01 -- why',
      'TJ102 cannot be silenced: what is not understood was not checked.',
    ],
    [
      'tajcheck-ignored TJ402 until 2027-09-01 -- why',
      'write `tajcheck-ignore` or `tajcheck-ignore-file`, not `tajcheck-ignored`.',
    ],
    [
      'tajcheck ignore TJ402 until 2027-09-01 -- why',
      'write `tajcheck-ignore` or `tajcheck-ignore-file`, not `tajcheck ignore`.',
    ],
    [
      'TAJCHECK-IGNORE TJ402 until 2027-09-01 -- why',
      'write `tajcheck-ignore` or `tajcheck-ignore-file`, not `TAJCHECK-IGNORE`.',
    ],
    [
      'Ali agrees, tajcheck-ignore TJ402 until 2027-09-01 -- why',
      'it must begin with `tajcheck-ignore`, or stand after a # of its own.',
    ],
  ])('%s', async (comment, words) => {
    expect(await wrong(`# ${comment}`)).toEqual([words]);
  });

  test('a reason longer than a text may be', async () => {
    expect(await wrong(silence('TJ402', `until 2027-09-01 -- ${'a'.repeat(201)}`))).toEqual([
      'its reason is longer than 200 characters.',
    ]);
  });

  test('with nothing below it', async () => {
    const written = await assessText(`${trip}${silence('TJ402')}\n`);
    expect(said(written)).toEqual(['TJ113 13 This comment silences nothing: nothing follows that it could speak of.']);
  });

  test('a flood of comments is cut, and the cut is told', async () => {
    const flood = `${silence('TJ402')}\n`.repeat(300);
    const written = await assessText(`${flood}${trip}`);
    expect(find(written, 'TJ113')).toMatchObject([{ line: 201 }]);
  });

  test('the policy names what no comment may silence, how long, and whether at all', async () => {
    expect(await wrong(silence('TJ402'), withPolicy({ never: ['TJ402'] }))).toEqual([
      'the policy lets no comment silence TJ402.',
    ]);
    expect(await wrong(silence(`${'TJ301 '.repeat(200)} TJ402`), withPolicy({ never: ['TJ402'] }))).toEqual([
      'the policy lets no comment silence TJ402.',
    ]);
    expect(await wrong(silence('TJ402'), withPolicy({ maxDays: 90 }))).toEqual([
      'the policy allows no day after 2027-02-20.',
    ]);
    expect(await wrong(silence('TJ402'), withPolicy({ allowed: false }))).toEqual([
      'the policy allows no such comments.',
    ]);
  });

  test('and lets through what keeps to it', async () => {
    const text = beside('Ishkashim, nights: 1 }', silence('TJ402', 'until 2027-02-20 -- why'));
    expect(silenced(await assessText(text, {}, withPolicy({ maxDays: 90, never: ['TJ301'] })))).toEqual(['TJ402 10']);
  });
});

describe('a comment that is not needed', () => {
  test('its rule finds nothing there', async () => {
    const written = await assessText(beside('Dushanbe, nights: 2 }', silence('TJ402')));
    expect(said(written)).toEqual([
      'TJ114 6 This comment is not needed: TJ402 finds nothing here, or it is silenced already.',
    ]);
    expect(find(written, 'TJ114')[0].severity).toBe('warning');
  });

  test('one rule of two finds nothing there', async () => {
    const written = await assessText(beside('Ishkashim, nights: 1 }', silence('TJ402, TJ501')));
    expect(silenced(written)).toEqual(['TJ402 10']);
    expect(said(written)).toEqual([
      'TJ114 10 Part of this comment is not needed: TJ501 finds nothing here, or it is silenced already.',
    ]);
  });

  test('a narrower one silences it already', async () => {
    const text = `${silenceAll('TJ402')}\n${trip.replace('  - place: Khorog', `  ${silence('TJ402')}\n  - place: Khorog`)}`;
    const written = await assessText(
      text.replace('Ishkashim, nights: 1 }', `Ishkashim, nights: 1 } ${silence('TJ402')}`),
    );
    expect(open(written, 'TJ402')).toEqual([]);
    expect(said(written)).toEqual([
      'TJ114 1 This comment is not needed: TJ402 finds nothing in this file, or it is silenced already.',
    ]);
  });

  test('two alike: the second', async () => {
    const written = await assessText(beside('Ishkashim, nights: 1 }', `${silence('TJ402')} ${silence('TJ402')}`));
    expect(silenced(written)).toEqual(['TJ402 10']);
    expect(find(written, 'TJ114')).toHaveLength(1);
  });
});

describe('a comment that has run out', () => {
  const text = beside('Ishkashim, nights: 1 }', silence('TJ402'));

  test('counts on its last day', async () => {
    const written = await assessText(text, {}, { asOf: '2027-09-01' });
    expect(silenced(written)).toEqual(['TJ402 10']);
    expect(said(written)).toEqual([]);
  });

  test('and not on the day after, which is told with the day that is today', async () => {
    const written = await assessText(text, {}, { asOf: '2027-09-02' });
    expect(silenced(written)).toEqual([]);
    expect(open(written, 'TJ402')).toContain(10);
    expect(find(written, 'TJ115')).toMatchObject([
      {
        severity: 'warning',
        line: 10,
        dependsOnToday: true,
        message:
          'This comment silenced TJ402 until 2027-09-01, and today is 2027-09-02: what it silenced counts again.',
      },
    ]);
  });
});

test('files are never silenced on what is wrong with the file', async () => {
  const text = trip.replace(
    'title: Pamir by car',
    'titel: Pamir by car # tajcheck-ignore TJ103 until 2027-09-01 -- why',
  );
  const written = await assessText(text);
  expect(open(written, 'TJ103')).toEqual([1]);
  expect(open(written, 'TJ113')).toEqual([1]);
});

test('a flood of comments before a bracket costs no more than the length of the file', () => {
  const entries = Array.from({ length: 20_000 }, (_, at) => `- a${at}\n`).join('');
  const text = `permits: [\n${`${silence('TJ402')}\n`.repeat(200)}]\nvisas:\n${entries}`;
  const found = suppress([], text, { asOf: '2026-11-22', policy: noPolicy });
  expect(found.map(({ rule }) => rule)).toEqual(Array(200).fill('TJ114'));
});

test('the comments are left unread on demand, and nothing is said of them', async () => {
  const text = `${silenceAll('TJ402 TJ501')}\n# tajcheck-ignore TJ402\n${trip}`;
  const written = await assessText(text, {}, { ignoreSuppressions: true });
  expect([silenced(written), said(written)]).toEqual([[], []]);
});

test('comments mark findings and change nothing else, whatever they name and wherever they stand', async () => {
  const lines = trip.trimEnd().split('\n');
  const plain = await assessText(trip);
  const rules = [...new Set(plain.findings.map(({ rule }) => rule))];
  const rule = fc.constantFrom(...rules, 'TJ102', 'TJ999', 'TJ114');
  const date = fc.constantFrom('2027-09-01', '2026-11-22', '2026-11-21', '2027-02-30', '');
  const word = fc.constantFrom('tajcheck-ignore', 'tajcheck-ignore-file', 'tajcheck-ignored');
  const comment = fc
    .tuple(word, fc.uniqueArray(rule, { minLength: 1, maxLength: 3 }), date, fc.constantFrom('-- why', '--', ''))
    .map(([own, names, until, why]) => `# ${own} ${names.join(', ')} until ${until} ${why}`);
  // At the ends of lines nothing moves; the other form is tested above.
  const places = fc.uniqueArray(fc.tuple(fc.nat(lines.length - 1), comment), { maxLength: 4, selector: ([at]) => at });
  await fc.assert(
    fc.asyncProperty(places, async (put) => {
      const at = new Map(put);
      const text = lines.map((line, index) => (at.has(index) ? `${line} ${at.get(index)}` : line)).join('\n');
      const { findings, ...rest } = await assessText(`${text}\n`);
      const { findings: own, ...others } = plain;
      expect(rest).toEqual(others);
      const bare = findings.filter((finding) => !/^TJ11[345]$/.test(finding.rule));
      expect(bare.map((finding) => ({ ...finding, suppressed: null }))).toEqual(own);
      for (const finding of bare.filter(({ suppressed }) => suppressed !== null)) {
        expect(text).toContain(finding.rule);
        expect(finding.suppressed).toMatchObject({ by: 'comment', reason: 'why' });
      }
    }),
    { numRuns: 20 },
  );
});

/** A policy is read as it is written, or refused with every fault in its place. */
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { isLocked, noPolicy } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { policyJsonSchema, policySchema } from '../../src/policy/schema.ts';
import { faultsOf, policyFrom, words } from './policy-from.ts';

describe('a policy', () => {
  test('says what it says, and nothing more', () => {
    const file = policyFrom(
      'tajcheck: 1\nauthorities: [de-aa]\nmaxLevel: 2\nzones: { gbao: { maxLevel: 4 } }\nseverities: { TJ304: warning, TJ505: off }\n' +
        'require:\n  - items: [required]\n  - { level: 3, items: [medevac-insurance, permit-gbao, visa-party-2] }\n' +
        'leadMargins: { default: 5, e-visa: 0 }\nsuppressions: { allowed: false, never: [TJ301], maxDays: 30 }\n' +
        'files: [tours/**/*.yaml]\nignore: [old/**]\nfailOn: never\nbaseline: ci/known.json\nownZones: [../no-go.geojson]\n',
    );
    expect(file).toMatchObject({
      policy: {
        authorities: ['de-aa'],
        maxLevel: 2,
        zoneLevels: { gbao: 4 },
        severities: { TJ304: 'warning', TJ505: 'off' },
        demands: [
          { level: null, items: ['required'] },
          { level: 3, items: ['medevac-insurance', 'permit-gbao', 'visa-party-2'] },
        ],
        leadMargins: { default: 5, 'e-visa': 0 },
        suppressions: { allowed: false, never: ['TJ301'], maxDays: 30 },
      },
      files: ['tours/**/*.yaml'],
      ignore: ['old/**'],
      failOn: 'never',
      baseline: 'ci/known.json',
      ownZones: ['../no-go.geojson'],
    });
    expect(file.lines).toMatchObject({
      maxLevel: 3,
      'zones.gbao': 4,
      'severities.TJ505': 5,
      'require.1': 8,
      failOn: 13,
    });
  });

  test('may let an authority without levels gate, where no level is asked for or others give one', () => {
    expect(faultsOf('authorities: [uk-fcdo]\n')).toEqual([]);
    expect(faultsOf('authorities: [uk-fcdo, de-aa]\nmaxLevel: 2\n')).toEqual([]);
    expect(faultsOf('authorities: [uk-fcdo]\nrequire: [{ items: [all] }]\n')).toEqual([]);
  });

  test('that says no more than its version leaves everything as it is', () => {
    const { policy, files, ignore, failOn, baseline, ownZones } = policyFrom('tajcheck: 1\n');
    expect(policy).toEqual(noPolicy);
    expect([files, ignore, failOn, baseline, ownZones]).toEqual([[], [], null, null, []]);
  });
});

describe('is refused, with its place and what was meant:', () => {
  test.each([
    ['an unknown key', 'tajcheck: 1\nmaxlevel: 3', '2:1 `maxlevel` is not a key of a policy. Did you mean `maxLevel`?'],
    [
      'an unknown key further in',
      'suppressions:\n  maxDay: 3',
      '2:3 `maxDay` is not a key of `suppressions`. Did you mean `maxDays`?',
    ],
    ['an unknown rule', 'severities: { TJ999: off }', '1:15 `TJ999` is not the number of a rule.'],
    [
      'an unknown authority',
      'authorities: [uk-fcdoo]',
      '1:15 `authorities[1]` must be the id of an authority, not “uk-fcdoo”. Did you mean `uk-fcdo`?',
    ],
    [
      'a zone without advice',
      'zones: { sarez: { maxLevel: 2 } }',
      '1:10 `sarez` is not a zone that any advice is about, so the level would never be looked at.',
    ],
    [
      'an unknown permit',
      'leadMargins:\n  gbaoo: 3',
      '2:3 `gbaoo` is not a permit or a kind of visa. Did you mean `gbao`?',
    ],
    ['an unknown demand', 'require: [{ items: [medevac-insurence] }]', 'Did you mean `medevac-insurance`?'],
    ['a demand of nothing', 'require: [{ level: 3, items: [] }]', 'a list with at least one entry, not an empty list.'],
    [
      'authorities of nobody',
      'authorities: []',
      '1:14 `authorities` must be a list of authorities with at least one entry, not an empty list.',
    ],
    ['a level beyond the scale', 'maxLevel: 5', '1:11 `maxLevel` must be a level from 1 to 4, not 5.'],
    ['a level in quotes', 'maxLevel: "3"', '1:11 `maxLevel` must be a level from 1 to 4, not “3”.'],
    [
      'a zone without its level',
      'zones: { gbao: {} }',
      '`zones.gbao.maxLevel` must be a level from 1 to 4, not nothing.',
    ],
    [
      'a level that nobody gives who gates',
      'authorities: [uk-fcdo]\nmaxLevel: 2',
      '1:14 uk-fcdo gives no levels, so a level in this policy would hold nothing. Add one that does: ',
    ],
    [
      'a demand at such a level',
      'authorities: [uk-fcdo]\nrequire: [{ level: 3, items: [all] }]',
      '1:14 uk-fcdo gives no levels',
    ],
    ['half a working day', 'leadMargins: { gbao: 1.5 }', 'a whole number of working days from 0 to 365, not 1.5.'],
    ['a margin below nothing', 'leadMargins: { gbao: -1 }', 'not -1.'],
    ['a severity that is none', 'failOn: warn', '1:9 `failOn` must be one of error, warning, info, never, not “warn”.'],
    [
      'the version of another time',
      'tajcheck: 2',
      '1:11 `tajcheck` must be 1, the version of this file format, not 2.',
    ],
    ['a pattern that leads out', 'files: [../**]', '1:9 `files[1]` must be a pattern'],
    ['a pattern that leads out further in', 'ignore: [a/../../b]', '`ignore[1]` must be a pattern'],
    ['an absolute path', 'baseline: /etc/passwd', '1:11 `baseline` must be a path'],
    ['an unreadable rule turned off', 'severities: { TJ102: off }', 'TJ102 cannot be turned off or lowered'],
    [
      'an unknown place lowered',
      'severities: { TJ201: warning }',
      'TJ201 cannot be turned off or lowered: what is not understood was not checked. It may be error.',
    ],
    ['an empty file', '', '1:1 The policy says nothing.'],
    ['nothing but comments', '# maxLevel: 3\n', '1:1 The policy says nothing.'],
    ['a list', '- maxLevel: 3', 'The policy must be keys with values'],
    ['a key twice', 'maxLevel: 3\nfailOn: info\nmaxLevel: 4', '3:1 The key `maxLevel` was already written on line 1.'],
    [
      'a key twice further in',
      'zones:\n  gbao: { maxLevel: 3 }\n  gbao: { maxLevel: 4 }',
      '3:3 The key `gbao` was already written on line 2.',
    ],
    ['an alias', 'files: &a [x/**]\nignore: *a', '2:9 A policy has no YAML aliases'],
    ['a merge key', 'suppressions:\n  <<: { maxDays: 3 }', '2:3 `<<` is not a key of `suppressions`.'],
    ['a key of all objects', 'zones: { __proto__: { maxLevel: 4 } }', 'The key `__proto__` is not known.'],
    ['another key of all objects', 'severities: { constructor: off }', '`constructor` is not the number of a rule.'],
    ['a second document', 'maxLevel: 3\n---\nmaxLevel: 4', 'A policy is one YAML document'],
    ['broken YAML', 'maxLevel: [3', 'This is not valid YAML'],
    ['a hidden character', 'maxLevel: 3 # \u202e4', '1:15 The file hides the character <U+202E> here.'],
    ['a key without a value', 'require:', '1:1 `require` must be a list, not nothing.'],
    ['a million brackets', '['.repeat(1_000_000), 'nests lists and keys too deep'],
    ['more than 1 MiB', `# ${'x'.repeat(1_100_000)}\nmaxLevel: 3`, 'larger than 1 MiB'],
  ])('%s', (_what, text, said) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toContain(said);
    expect(readPolicy(text, words()).file).toBeNull();
  });

  test('everything at once, in the order of the file', () => {
    const faults = faultsOf('failOn: eror\nmaxLevel: 9\nrequire:\n  - 7\nfoo: 1\n');
    expect(faults.map((fault) => fault.slice(0, 3))).toEqual(['1:9', '2:1', '4:5', '5:1']);
  });
});

describe('reader, schema and editor agree', () => {
  const known = words();
  const schema = policySchema(known);
  const ids = (names: object) => fc.constantFrom(...Object.keys(names));
  const slip = fc.constantFrom<unknown>(null, '', 'x', 0, 5, 2.5, true, [], {}, ['x'], { x: 1 });

  /** Right policies, or such as have a slip in one of `odds` values. */
  function policies(odds: number | null): fc.Arbitrary<object> {
    const or = <T>(good: fc.Arbitrary<T>, ...wrong: T[]): fc.Arbitrary<unknown> =>
      odds === null
        ? good
        : fc.oneof(
            { weight: odds, arbitrary: good },
            { weight: 1, arbitrary: fc.oneof(slip, fc.constantFrom(null, ...wrong)) },
          );
    const list = (entry: fc.Arbitrary<unknown>, minLength = 0) =>
      or(fc.uniqueArray(entry, { minLength, maxLength: 3 }));
    const keys = (key: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>, wrong: string) =>
      or(
        fc.dictionary(
          odds === null
            ? key
            : fc.oneof({ weight: odds, arbitrary: key }, { weight: 1, arbitrary: fc.constant(wrong) }),
          value,
          { maxKeys: 3 },
        ),
      );
    const level = or(fc.constantFrom(1, 2, 3, 4), 0);
    const ruleIds = fc.constantFrom(...known.rules.map(({ id }) => id).filter((id) => !isLocked(id)));
    const path = or(fc.constantFrom('a.json', '../b/c.json', 'x y', '..a'), '/etc/x', 'C:\\x', '~/x', 'a\\b');
    const glob = or(fc.constantFrom('a/**', '**/*.yaml', '..a/b', './a'), '../a', 'a/../b', '/a', '!a', '..', 'a/..');
    const item = or(fc.oneof(ids(known.demands), fc.constant('visa-party-3')), 'visa-party-0', 'x-visa-party-1');
    const margin = or(fc.integer({ min: 0, max: 365 }), -1, 366);
    return fc.record(
      {
        tajcheck: or(fc.constant(1), 2),
        files: list(glob),
        ignore: list(glob),
        failOn: or(fc.constantFrom('error', 'warning', 'info', 'never'), 'off'),
        authorities: list(or(ids(known.authorities), 'uk'), 1),
        maxLevel: level,
        zones: keys(ids(known.zones), or(fc.record({ maxLevel: level })), 'sarez'),
        severities: keys(ruleIds, or(fc.constantFrom('error', 'warning', 'info', 'off'), 'never'), 'TJ101'),
        require: list(or(fc.record({ level, items: list(item, 1) }, { requiredKeys: ['items'] }))),
        leadMargins: keys(fc.oneof(ids(known.papers), fc.constant('default')), margin, 'toString'),
        ownZones: list(path),
        suppressions: or(
          fc.record(
            {
              allowed: or(fc.boolean()),
              never: list(or(ruleIds, 'TJ999')),
              maxDays: or(fc.integer({ min: 1, max: 3660 }), 0, 3661),
            },
            { requiredKeys: [] },
          ),
        ),
        baseline: path,
      },
      { requiredKeys: [] },
    );
  }
  const anyPolicy = fc.oneof(policies(null), policies(60), policies(10));
  const validate = new Ajv({ strict: true, allowUnionTypes: true })
    .addVocabulary(['enumDescriptions'])
    .compile(policyJsonSchema(known));

  test('on every policy, right or wrong', () => {
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(anyPolicy, (value) => {
        const isRight = schema.safeParse(value).success;
        expect(validate(value), JSON.stringify(validate.errors)).toBe(isRight);
        const { file, faults } = readPolicy(stringify(value), known);
        const isBlank = Object.keys(value).length === 0;
        const isToothless = faults.some(({ message }) => message.includes('no levels, so'));
        expect(file !== null, JSON.stringify(faults)).toBe(isRight && !isBlank && !isToothless);
        if (file === null) refused += 1;
        else accepted += 1;
        for (const fault of faults) expect(fault.message).not.toMatch(/undefined|Invalid|\[object/);
      }),
      { numRuns: 400 },
    );
    // Nobody may agree by refusing everything, or nothing.
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(50);
  });
});

test('a pattern that could be matched in too many ways is refused, before any file is', () => {
  const refused = ['*a'.repeat(60), 'tours/*a*b*c*d', '**/'.repeat(5), '+(a|aa)z', 'tours/*(a|b)/x.yaml'];
  for (const pattern of refused) {
    const [fault, ...others] = faultsOf(`tajcheck: 1\nfiles: ["${pattern}"]\n`);
    expect(JSON.stringify(fault), pattern).toContain('at most three * in a name and eight in all');
    expect(others).toEqual([]);
  }
  for (const pattern of ['**/tours/**/*-*.trip.{yaml,yml}', 'tours (old)/[a-c]?-*.yaml', '**/x/**/y/**/*.yaml']) {
    expect(policyFrom(`tajcheck: 1\nignore: ["${pattern}"]\n`).ignore).toEqual([pattern]);
  }
});

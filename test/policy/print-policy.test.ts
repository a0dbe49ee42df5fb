/** What is printed is a policy that says the same, and tells where each value comes from. */
import { describe, expect, test } from 'vitest';
import { noPolicy } from '../../src/policy/policy.ts';
import { printPolicy } from '../../src/policy/print-policy.ts';
import { policyFrom } from './policy-from.ts';

const context = { file: 'tours/a.trip.yaml', policyFile: 'tajcheck.config.yaml', zones: [], require: [] };
const print = (text: string, more: Partial<typeof context> = {}) => {
  const written = policyFrom(text);
  return printPolicy(
    {
      policy: written.policy,
      failOn: written.failOn ?? 'error',
      failOnFrom: written.failOn ? 'policy' : 'default',
      written,
    },
    { ...context, ...more },
  );
};

const whole = `tajcheck: 1
files: ["a b/**", tours/**/*.yaml]
failOn: info
authorities: [de-aa]
maxLevel: 2
zones:
  gbao: { maxLevel: 4 }
severities: { TJ304: warning, TJ505: off }
require:
  - { level: 3, items: [medevac-insurance] }
  - items: [all]
leadMargins: { default: 5 }
ownZones: ["zones/no go.geojson"]
suppressions: { allowed: false, never: [TJ301], maxDays: 30 }
baseline: known.json
`;

describe('--print-config', () => {
  test('reads back as the same policy', () => {
    for (const text of [whole, 'tajcheck: 1', 'maxLevel: 1']) {
      const { lines: _before, ...before } = policyFrom(text);
      const { lines: _after, ...after } = policyFrom(print(text));
      expect(after).toEqual({ ...before, failOn: before.failOn ?? 'error' });
    }
  });

  test('names the line of every value, or that it is nobody’s', () => {
    const printed = print(whole);
    expect(printed).toContain('# What holds for tours/a.trip.yaml: the policy tajcheck.config.yaml\n');
    expect(printed).toContain('\nfailOn: info # tajcheck.config.yaml:3\n');
    expect(printed).toContain('\n  gbao: { maxLevel: 4 } # tajcheck.config.yaml:7\n');
    expect(printed).toContain('\n  TJ505: off # tajcheck.config.yaml:8\n');
    expect(printed).toContain('\n  - { items: [all] } # tajcheck.config.yaml:11\n');
    expect(print('tajcheck: 1')).toContain('\nfailOn: error # default\n');
    expect(print('tajcheck: 1')).toContain('\n# maxLevel: none is set # default\n');
  });

  test('tells flags and variables from the file', () => {
    const policy = { ...noPolicy, demands: [{ level: null, items: ['all'] }] };
    const printed = printPolicy(
      { policy, failOn: 'never', failOnFrom: 'TAJCHECK_FAIL_ON', written: null },
      { file: 'stdin', policyFile: null, zones: ['own.geojson'], require: ['all'] },
    );
    expect(printed).toContain('# What holds for stdin: no policy\n');
    expect(printed).toContain('\nfailOn: never # TAJCHECK_FAIL_ON\n');
    expect(printed).toContain('\n  - { items: [all] } # --require\n');
    expect(printed).toContain('\n# and by --zones: own.geojson\n');
  });

  test('a file name cannot write lines of its own', () => {
    const printed = print('tajcheck: 1', { file: 'a\nmaxLevel: 4\u001b[2J' });
    expect(policyFrom(printed).policy.maxLevel).toBeNull();
    expect(printed).not.toContain('\u001b');
  });
});

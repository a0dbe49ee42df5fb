import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { showText } from '../../../src/report/check/place.ts';
import { sarifReporter } from '../../../src/report/check/sarif.ts';
import { rules } from '../../../src/rules/registry.ts';
import schema from '../../schemas/sarif-2.1.0.json' with { type: 'json' };
import {
  anyText,
  broken,
  checked,
  clean,
  defaults,
  finding,
  halves,
  look,
  openly,
  pamir,
  unprintable,
  write,
} from './checked.ts';

const validate = addFormats.default(new Ajv2020({ strict: false, allErrors: true })).compile(schema);

function read(text: string): Log {
  const log = JSON.parse(text);
  validate(log);
  expect(validate.errors).toBeNull();
  return log;
}

const resultsOf = (log: Log): Result[] => log.runs[0].results!;
const regionOf = (result: Result) => result.locations![0].physicalLocation!.region!;
const uriOf = (result: Result): string => result.locations![0].physicalLocation!.artifactLocation!.uri!;

describe('real files', async () => {
  const files = [await look('tours/pamir trip.trip.yaml', pamir), await look('clean.trip.yaml', clean)];
  const log = read(write(sarifReporter(), [...files, await look('tours/broken.trip.yaml', broken)], openly));

  test('are one run with every rule and every finding', () => {
    const { tool, results, invocations, columnKind } = log.runs[0];
    expect(tool.driver).toMatchObject({ name: 'tajcheck', semanticVersion: '1.2.3' });
    expect(tool.driver.rules!.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    expect(results!.length).toBeGreaterThan(10);
    expect(new Set(results!.map(({ level }) => level))).toEqual(new Set(['error', 'warning', 'note']));
    expect(results!.map(({ ruleId }) => ruleId)).toContain('TJ101');
    expect(invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    expect(columnKind).toBe('utf16CodeUnits');
  });

  test('have results that point to their rule', () => {
    for (const { ruleId, ruleIndex } of resultsOf(log))
      expect(log.runs[0].tool.driver.rules![ruleIndex!].id).toBe(ruleId);
  });

  test('stand where their text is', () => {
    const [atlantis] = resultsOf(log).filter(({ ruleId }) => ruleId === 'TJ201');
    const { startLine, startColumn, endLine, endColumn } = regionOf(atlantis);
    const line = pamir.split('\n')[startLine! - 1];
    expect(endLine).toBe(startLine);
    expect(line.slice(startColumn! - 1, endColumn! - 1)).toBe('Atlantis');
  });

  test('have relative addresses that read back as their paths', () => {
    const paths = new Set(resultsOf(log).map((result) => decodeURIComponent(uriOf(result))));
    expect(paths).toContain('tours/pamir trip.trip.yaml');
    expect(resultsOf(log).map(uriOf)).toContain('tours/pamir%20trip.trip.yaml');
    for (const result of resultsOf(log)) {
      expect(result.locations![0].physicalLocation!.artifactLocation!.uriBaseId).toBe('%SRCROOT%');
    }
  });

  test('have names of their own, the same in the next run', async () => {
    const names = (own: Log) => resultsOf(own).map((result) => result.partialFingerprints!['tajcheck/v1']);
    expect(new Set(names(log)).size).toBe(names(log).length);
    const again = read(write(sarifReporter(), files, openly));
    expect(names(log)).toEqual(expect.arrayContaining(names(again)));
  });
});

test('two findings with one fingerprint get two names, and hiding the first does not rename the second', () => {
  const silenced = { by: 'baseline', reason: '', until: null } as const;
  const name = (result: Result) => result.partialFingerprints!['tajcheck/v1'];
  const both = resultsOf(read(write(sarifReporter(), [checked([finding(), finding({ line: 9 })])])));
  expect(name(both[0])).not.toBe(name(both[1]));
  const second = checked([finding({ suppressed: silenced }), finding({ line: 9 })]);
  expect(resultsOf(read(write(sarifReporter(), [second]))).map(name)).toEqual([name(both[1])]);
  const elsewhere = checked([finding()], { path: 'b.trip.yaml' });
  expect(name(resultsOf(read(write(sarifReporter(), [elsewhere])))[0])).not.toBe(name(both[0]));
});

test('a finding about no line is on the first, for readers want a region', () => {
  const nowhere = finding({ line: null, column: null, endLine: null, endColumn: null });
  expect(regionOf(resultsOf(read(write(sarifReporter(), [checked([nowhere])])))[0])).toEqual({ startLine: 1 });
});

test('silenced findings are told only where asked for, with who silenced them and why', () => {
  const by = (who: 'comment' | 'baseline' | 'policy', until: string | null) =>
    finding({ suppressed: { by: who, reason: 'agreed', until } });
  const file = checked([by('comment', '2027-09-01'), by('baseline', null), by('policy', null)]);
  expect(resultsOf(read(write(sarifReporter(), [file])))).toEqual([]);
  const told = resultsOf(read(write(sarifReporter(), [file], openly))).map(({ suppressions }) => suppressions![0]);
  expect(told.map(({ kind, justification }) => [kind, justification])).toEqual([
    ['inSource', 'agreed (until 2027-09-01)'],
    ['external', 'agreed'],
    ['external', 'agreed'],
  ]);
});

test('a file that could not be read makes the run one that did not succeed', () => {
  const unread = finding({ rule: 'TJ112', message: 'The file is binary, not YAML text.', line: null });
  const file = checked([unread], { status: 'unreadable', trip: null, fails: true, path: 'b in.trip.yaml' });
  const [invocation] = read(write(sarifReporter(), [file])).runs[0].invocations!;
  expect(invocation.executionSuccessful).toBe(false);
  const [notification] = invocation.toolExecutionNotifications!;
  expect(notification).toMatchObject({ level: 'error', message: { text: 'The file is binary, not YAML text.' } });
  expect(notification.locations![0].physicalLocation!.artifactLocation!.uri).toBe('b%20in.trip.yaml');
});

test('no more results than GitHub takes, and how many are left out', () => {
  const many = Array.from({ length: 13_000 }, () => finding());
  const log = JSON.parse(write(sarifReporter(), [checked(many), checked(many, { path: 'b.trip.yaml' })]));
  expect(log.runs[0].results.length).toBe(25_000);
  expect(log.runs[0].invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^1000 more results/);
});

test('the schema is one that refuses', () => {
  const log = JSON.parse(write(sarifReporter(), [checked([finding({ line: 0 })])]));
  expect(validate(log)).toBe(false);
});

test('a run without files is valid', () => {
  expect(resultsOf(read(write(sarifReporter(), [])))).toEqual([]);
});

test('any text stays text: valid, well-formed, no link, and read back as it was', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, path) => {
      const suppressed = { by: 'comment', reason: text, until: null } as const;
      const file = checked([finding({ message: text }), finding({ message: text, suppressed })], { path });
      const written = write(sarifReporter(), [file], { ...defaults, showSuppressed: true });
      expect(unprintable(written)).toEqual([]);
      expect(halves(JSON.parse(written))).toEqual([]);
      for (const result of resultsOf(read(written))) {
        expect(result.message.text).toBe(showText(text).replaceAll('](', '] ('));
        expect(decodeURIComponent(uriOf(result))).toBe(path.replace(/\p{Cs}/gu, '\ufffd'));
        expect(uriOf(result)).toMatch(/^[\w\-.!~*'()%/]*$/);
      }
    }),
  );
});

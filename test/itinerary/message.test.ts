import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findFault, type ItineraryFault } from '../../src/itinerary/fault.ts';
import { formatItineraryFinding } from '../../src/itinerary/message.ts';
import { itineraryRules } from '../../src/itinerary/rules.ts';
import { yamlFaultWords } from '../../src/itinerary/yaml-fault.ts';

const words = (fault: ItineraryFault): string | null => formatItineraryFinding(findFault(fault, 'file', null));

test('a finding of another rule has no words here', () => {
  const finding = findFault({ rule: 'TJ104', args: { key: 'a', firstLine: 1 } }, 'file', null);
  expect(formatItineraryFinding({ ...finding, rule: 'TJ301' })).toBeNull();
});

test('every code of the YAML parser has words of its own', () => {
  const types = readFileSync('node_modules/yaml/dist/errors.d.ts', 'utf8');
  const codes = /type ErrorCode = ([^;]+);/.exec(types)![1].match(/[A-Z_0-9]+/g)!;
  expect(codes.length).toBeGreaterThan(20);
  // The reader finds duplicate keys itself and stops before the parser runs out.
  const never = ['DUPLICATE_KEY', 'RESOURCE_EXHAUSTION', 'IMPOSSIBLE'];
  const wordless = codes.filter((code) => yamlFaultWords(code) === yamlFaultWords('?') && !never.includes(code));
  expect(wordless).toEqual([]);
});

test('a quote of a word processor is named as the fault', () => {
  const date = (value: string) =>
    words({ rule: 'TJ102', args: { key: 'start', expected: 'date', found: 'text', value, choices: [], meant: '' } });
  expect(date('“2027-07-03”')).toMatch(/“2027-07-03”"\. Only straight quotes, " or ', are quotes in YAML\.$/);
  expect(date('3 July')).not.toContain('straight');
});

describe('tracks', () => {
  const track = (code: string, line: number | null, column: number | null) =>
    words({ rule: 'TJ108', args: { path: 'wakhan.gpx', code, line, column } });

  test('say where the fault is, as far as it is known', () => {
    expect(track('bad-coordinate', 7, 3)).toMatch(/^The track wakhan\.gpx cannot be used, line 7, column 3: a point/);
    expect(track('no-line', null, null)).toMatch(/cannot be used: it holds no line/);
    expect(track('constructor', 1, null)).toMatch(/, line 1: it cannot be read\.$/);
  });
});

test('rules are numbered once, and say what they mean and what to do', () => {
  expect(new Set(itineraryRules.map(({ id }) => id)).size).toBe(itineraryRules.length);
  expect(new Set(itineraryRules.map(({ slug }) => slug)).size).toBe(itineraryRules.length);
  for (const { what, fix } of itineraryRules) expect([what.at(-1), fix.at(-1)]).toEqual(['.', '.']);
});

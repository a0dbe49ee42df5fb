import { describe, expect, test } from 'vitest';
import { decodeItinerary } from '../../src/itinerary/decode.ts';
import { limits } from '../../src/itinerary/limits.ts';
import { formatItineraryFinding } from '../../src/itinerary/message.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';

const mib: number = limits.bytes;
const filled = (unit: string, size = mib): string => unit.repeat(Math.floor(size / unit.length));

describe('bytes that are no itinerary are refused before they are read', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
  test.each([
    ['empty', bytes()],
    ['empty', bytes(0x20, 0x0a)],
    ['empty', bytes(0xef, 0xbb, 0xbf)],
    ['utf-16', bytes(0xff, 0xfe, 0x73, 0x00)],
    ['utf-16', bytes(0xfe, 0xff, 0x00, 0x73)],
    ['binary', bytes(0x73, 0x00, 0x73)],
    ['not-utf-8', bytes(0x73, 0xe9, 0x0a)],
    ['not-utf-8', bytes(0xed, 0xa0, 0x80)],
    ['too-large', new Uint8Array(mib + 1).fill(0x61)],
    ['too-large', new Uint8Array(50_000_000).fill(0x61)],
  ])('%s', (problem, input) => {
    expect(decodeItinerary(input)).toEqual({ problem });
  });

  test('a byte order mark of UTF-8 is dropped', () => {
    expect(decodeItinerary(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a' });
  });

  test('exactly 1 MiB is read', () => {
    expect(decodeItinerary(new Uint8Array(mib).fill(0x61))).toEqual({ text: filled('a') });
  });
});

describe('a file that is made to break the reader is refused in a moment', () => {
  test.each([
    ['a line of brackets', filled('['), 'TJ111', 'depth'],
    ['brackets 10,000 deep', filled('[', 10_000), 'TJ111', 'depth'],
    ['lists 10,000 deep on one line', filled('- ', 20_000), 'TJ111', 'depth'],
    ['lists on one line', filled('- '), 'TJ111', 'depth'],
    ['keys inside keys', filled('{a: '), 'TJ111', 'depth'],
    ['question marks', filled('? '), 'TJ111', 'depth'],
    ['a stair of keys', Array.from({ length: 1400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), 'TJ111', 'depth'],
    ['closing brackets', filled(']'), 'TJ111', 'pieces'],
    ['commas', `[${filled(',', mib - 1)}`, 'TJ111', 'pieces'],
    ['anchors', filled('&a '), 'TJ111', 'pieces'],
    ['quotes', filled('"'), 'TJ111', 'pieces'],
    ['keys without end', filled('key:\n'), 'TJ111', 'pieces'],
    ['directives', filled('%a\n'), 'TJ111', 'pieces'],
    ['documents', filled('---\n', 100_000), 'TJ101', 'MULTIPLE_DOCS'],
    ['zero bytes', filled('\0'), 'TJ102', 'file'],
    ['more than 1 MiB', filled('a', mib + 1), 'TJ111', 'bytes'],
  ])('%s', (_name, text, rule, code) => {
    const start = performance.now();
    const { itinerary, findings } = parseItinerary(text);
    expect(itinerary).toBeNull();
    expect(findings[0].rule).toBe(rule);
    expect(Object.values(findings[0].args)).toContain(code);
    expect(formatItineraryFinding(findings[0])!.length).toBeLessThan(400);
    expect(findings.length).toBeLessThanOrEqual(11);
    // Measured at 0.1 to 1 s on an idle machine; the bound is for a busy one.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('aliases that double nine times over', () => {
    const rows = 'abcdefgh'.split('').map((name, at, all) => {
      const use = at === 0 ? '"lol"' : `*${all[at - 1]}`;
      return `${name}: &${name} [${Array(9).fill(use).join(', ')}]`;
    });
    const { findings } = parseItinerary(`${rows.join('\n')}\nstops: *h\n`);
    expect(findings.map(({ rule }) => rule)).toContain('TJ103');
    expect(findings.length).toBeLessThan(30);
  });

  test('more aliases than a trip needs', () => {
    const { itinerary, findings } = parseItinerary(`stops: [&a Khorog, ${filled('*a, ', 404)}]`);
    expect(itinerary).toBeNull();
    expect(findings).toMatchObject([{ rule: 'TJ111', args: { what: 'aliases', limit: 100 } }]);
  });

  test.each([
    'stops: &a [*a]',
    'stops: &a [{ place: x, via: *a }]',
    '&a stops: *a',
    'stops: [&a { place: x, at: *a }]',
  ])('an alias of itself: %s', (text) => expect(parseItinerary(text).findings.length).toBeGreaterThan(0));

  test.each(['{ __proto__: { place: x } }', '{ constructor: x }', '{ toString: x }'])(
    'a key of every object: %s',
    (stop) => {
      const { findings } = parseItinerary(`stops: [Dushanbe, ${stop}]`);
      expect(findings.map(({ rule }) => rule).sort()).toEqual(['TJ102', 'TJ103']);
      expect(({} as { place?: string }).place).toBeUndefined();
    },
  );

  test('500 stops are read, 501 are not', () => {
    const stops = (count: number): string =>
      `stops:\n${'  - { place: Khorog, nights: 1, via: [Rushan] }\n'.repeat(count)}`;
    expect(parseItinerary(stops(500)).itinerary!.stops).toHaveLength(500);
    expect(parseItinerary(stops(501))).toMatchObject({ itinerary: null, findings: [{ rule: 'TJ111' }] });
  });
});

test('nothing that a finding says can act on a terminal', () => {
  const nasty = '\u001b]8;;x\u0007\u202e\u009b';
  const text = `${nasty}: 1\nstops: ["${nasty}", { place: "${nasty}", "${nasty}": 2, by: "${nasty}" }]\n# ${nasty}\n`;
  for (const finding of parseItinerary(text).findings) {
    expect(`${JSON.stringify(finding)}${formatItineraryFinding(finding)}`).not.toMatch(/[\p{Cc}\u202e]/u);
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameSource } from '../../src/report/frame.ts';
import { textWidth } from '../../src/terminal/width.ts';

const at = (line: number, column: number, endLine: number | null = line, endColumn: number | null = null) => ({
  line,
  column,
  endLine,
  endColumn,
});

test('carets stand under the stretch', () => {
  expect(frameSource('a: 1\nplace: Khorg\n', at(2, 8, 2, 13), 40)).toEqual(['2 | place: Khorg', '  |        ^^^^^']);
});

test('a tab is two columns wide, above and below', () => {
  expect(frameSource('\tplace: X', at(1, 9, 1, 10), 40)).toEqual(['1 |   place: X', '  |          ^']);
});

test('carets follow wide and combining characters', () => {
  expect(frameSource('霍: и\u0304 x', at(1, 7, 1, 8), 40)[1]).toBe('  |       ^');
});

test('an unknown end gets one caret', () => {
  expect(frameSource('place: X', at(1, 8, null), 40)[1]).toBe('  |        ^');
});

test('a long line is cropped around the stretch', () => {
  const source = `${'x'.repeat(60)}HERE${'y'.repeat(60)}`;
  const [shown, carets] = frameSource(source, at(1, 61, 1, 65), 40);
  expect(shown).toMatch(/^1 \| …x+HEREy+…$/);
  expect(carets.indexOf('^^^^')).toBe(shown.indexOf('HERE'));
});

test('a stretch of several lines shows the first ones', () => {
  const frame = frameSource('a:\n  b\n  c\n  d\n  e', at(1, 1, 5, 4), 40);
  expect(frame[0]).toBe('1 | a:');
  expect(frame).toHaveLength(7);
  expect(frame.at(-1)).toBe('  | … to line 5');
});

test('a line that is not there has no frame', () => {
  expect(frameSource('a: 1', at(9, 1), 40)).toEqual([]);
});

test('no source text moves the cursor or exceeds the width', () => {
  const number = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      number,
      number,
      number,
      number,
      fc.integer({ min: 20, max: 80 }),
      (...args) => {
        const [source, line, column, endLine, endColumn, width] = args;
        for (const shown of frameSource(source, at(line, column, endLine, endColumn), width)) {
          expect(shown).not.toMatch(/\p{Cc}/u);
          expect(textWidth(shown)).toBeLessThanOrEqual(width);
        }
      },
    ),
  );
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { textWidth } from '../../src/map/text-width.ts';

const modules = new URL('../../node_modules/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, modules));
const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => read(`dejavu-fonts-ttf/ttf/${file}`));

beforeAll(() => initWasm(read('@resvg/resvg-wasm/index_bg.wasm').slice().buffer));

/** What the renderer itself makes of it: the room between two bars with and without the text. */
function drawnWidth(text: string, size: number, weight: 'normal' | 'bold'): number {
  const between = (inner: string): number => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="100"><text y="50" font-family="DejaVu Sans" font-size="${size}" font-weight="${weight}" xml:space="preserve">|${inner}|</text></svg>`;
    const picture = new Resvg(svg, { font: { fontBuffers: fonts, defaultFontFamily: 'DejaVu Sans' } });
    const { width } = picture.getBBox()!;
    picture.free();
    return width;
  };
  return between(text) - between('');
}

describe('text is as wide as the renderer draws it', () => {
  test.each([
    'Kalai-Khumb 1,258 m',
    'Khaburabot pass',
    'Душанбе',
    'Қалъаи Хумб',
    'Ғарм, Ҳисор, Ӯротеппа, Ҷиргатол, Хоруғ, Дарвози Ӣ',
    'Émeishan, Łódź, Škoda, Iğdır',
    'north – south … “quoted” ± 3.4 km²',
    '4 of 4',
  ])('%s', (text) => {
    for (const [size, weight] of [
      [11, 'normal'],
      [16, 'bold'],
    ] as const) {
      const [known, drawn] = [textWidth(text, size, weight), drawnWidth(text, size, weight)];
      expect(known).toBeGreaterThan(drawn - 0.5);
      // Pairs that are set closer, which the table does not know.
      expect(known).toBeLessThan(drawn * 1.04 + 0.5);
    }
  });
});

test('no text is measured shorter than it is drawn by more than a pixel', () => {
  const letters = fc.string({
    unit: fc.mapToConstant(
      { num: 95, build: (at) => String.fromCharCode(32 + at) },
      { num: 300, build: (at) => String.fromCharCode(0x400 + at) },
    ),
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(letters, (text) => {
      const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
      expect(textWidth(text, 10) - drawnWidth(escaped, 10, 'normal')).toBeGreaterThan(-1);
    }),
    { numRuns: 60 },
  );
});

test('bold is wider, twice the size twice as wide, marks above a letter take no room', () => {
  expect(textWidth('Murghab', 12, 'bold')).toBeGreaterThan(textWidth('Murghab', 12));
  expect(textWidth('Murghab', 24)).toBeCloseTo(2 * textWidth('Murghab', 12), 6);
  expect(textWidth('e\u0301', 12)).toBe(textWidth('e', 12));
});

test('a mark with no letter before it takes room of its own', () => {
  expect(textWidth('\u0487 ', 10)).toBeGreaterThanOrEqual(drawnWidth('\u0487 ', 10, 'normal'));
  expect(textWidth('a \u0301', 10)).toBeGreaterThan(textWidth('a ', 10));
});

test('what the table does not hold is taken to be wide', () => {
  expect(textWidth('喀什', 10)).toBe(20);
});

test('the table is what the script makes of the fonts', () => {
  const root = new URL('../../', import.meta.url).pathname;
  const folder = mkdtempSync(join(tmpdir(), 'tajcheck-widths-'));
  try {
    const file = join(folder, 'font-widths.ts');
    execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/font-widths.ts'), file], { cwd: root });
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(root, 'src/map/font-widths.ts'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

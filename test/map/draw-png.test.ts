import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawPng } from '../../src/map/draw-png.ts';

const modules = new URL('../../node_modules/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, modules));
const parts = {
  wasm: read('@resvg/resvg-wasm/index_bg.wasm'),
  fonts: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => read(`dejavu-fonts-ttf/ttf/${file}`)),
};

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of a pixel. */
  readonly at: (x: number, y: number) => readonly number[];
}

/** A PNG of eight bits a channel, by the book: chunks, one stream of them inflated, each row's filter undone. */
function readPng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const data: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const kind = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (kind === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  const [width, height, depth, colour] = [view.getUint32(16), view.getUint32(20), bytes[24], bytes[25]];
  expect(depth).toBe(8);
  const channels = colour === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(data));
  const rows: number[][] = [];
  for (let y = 0; y < height; y++) {
    const start = y * (width * channels + 1);
    const row: number[] = [];
    for (let x = 0; x < width * channels; x++) {
      const left = row[x - channels] ?? 0;
      const up = rows[y - 1]?.[x] ?? 0;
      const corner = rows[y - 1]?.[x - channels] ?? 0;
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      row.push((raw[start + 1 + x] + guesses[raw[start]]) & 255);
    }
    rows.push(row);
  }
  return { width, height, at: (x, y) => rows[y].slice(x * channels, (x + 1) * channels) };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

const svg = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="120" height="60"><rect width="120" height="60" fill="#fff"/>${inner}</svg>`;
const paper = [255, 255, 255, 255];

/** How much of a box is not paper. */
function inkIn({ at }: Picture, [left, top, right, bottom]: readonly number[]): number {
  let ink = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (at(x, y)[0] < 128) ink++;
  return ink;
}

test('has the size of the document, its colours, and text where text stands', async () => {
  const drawn = await drawPng(
    svg('<text x="10" y="40" font-size="24">Хоруғ</text><rect x="110" width="10" height="10" fill="#c00"/>'),
    parts,
  );
  const picture = readPng(drawn);
  expect([picture.width, picture.height]).toEqual([120, 60]);
  expect(inkIn(picture, [10, 18, 90, 48])).toBeGreaterThan(100);
  expect(inkIn(picture, [0, 0, 100, 10])).toBe(0);
  expect(picture.at(1, 1).slice(0, 3)).toEqual(paper.slice(0, 3));
  expect(picture.at(115, 5).slice(0, 3)).toEqual([204, 0, 0]);
});

test('bold is a font of its own, and any family falls back to the one that is there', async () => {
  const text = (attributes: string) => svg(`<text x="5" y="40" font-size="24" ${attributes}>Karakul</text>`);
  const ink = async (attributes: string) => inkIn(readPng(await drawPng(text(attributes), parts)), [0, 0, 120, 60]);
  const normal = await ink('font-family="DejaVu Sans"');
  expect(normal).toBeGreaterThan(100);
  expect(await ink('font-family="DejaVu Sans" font-weight="bold"')).toBeGreaterThan(normal * 1.2);
  expect(await ink('font-family="Nowhere Grotesk, sans-serif"')).toBe(normal);
});

test('never draws what lies in a file or on the network', async () => {
  for (const href of ['/etc/hostname', 'file:///etc/hostname', 'https://example.org/a.png', 'a.svg']) {
    const picture = readPng(await drawPng(svg(`<image xlink:href="${href}" width="100" height="50"/>`), parts));
    expect(inkIn(picture, [0, 0, 120, 60]), href).toBe(0);
  }
});

test('fails on what is no SVG', async () => {
  await expect(drawPng('not a picture', parts)).rejects.toThrow();
});

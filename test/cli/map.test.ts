import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const example = join(import.meta.dirname, '../../examples/wakhan-loop.yaml');
const folder = mkdtempSync(join(tmpdir(), 'tajcheck-map-'));

test('prints an SVG that names the trip and its stops', () => {
  const { status, stdout, stderr } = run(['map', example, '--as-of', '2026-11-22', '--width', '700']);
  expect([status, stderr]).toEqual([0, '']);
  const svg = new DOMParser().parseFromString(stdout, 'image/svg+xml').documentElement!;
  expect(svg.getAttribute('width')).toBe('700');
  const texts = [...svg.getElementsByTagName('text')].map(({ textContent }) => textContent);
  expect(texts).toEqual(expect.arrayContaining(['Wakhan loop from Khorog', 'Ishkashim', 'Level 4 of 4']));
});

test('writes both formats at once, the PNG as wide as asked for', () => {
  const [svg, png] = [join(folder, 'trip.svg'), join(folder, 'trip.png')];
  const { status } = run(['map', example, '--format', `svg=${svg}`, '--format', `png=${png}`, '--width', '500']);
  expect(status).toBe(0);
  expect(readFileSync(svg, 'utf8')).toContain('<svg ');
  const bytes = readFileSync(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBe(500);
});

test('what is no width, format or itinerary is refused, and nothing is drawn', () => {
  for (const width of ['0', '12.5', 'wide', '99999']) {
    const { status, stderr, stdout } = run(['map', example, '--width', width]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`--width ${width}`);
  }
  expect(run(['map', example, '--format', 'jpeg'])).toMatchObject({ status: 2, stdout: '' });
  const broken = join(folder, 'broken.yaml');
  writeFileSync(broken, 'stops: [\n');
  const { status, stderr, stdout } = run(['map', broken]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('The itinerary cannot be understood');
});

test('a place that is not known is told on the picture', () => {
  const { stdout } = run(['map', '-'], { input: 'stops: [Khorog, Nirgendwo]\n' });
  expect(stdout).toContain('the place is not known: Nirgendwo');
});

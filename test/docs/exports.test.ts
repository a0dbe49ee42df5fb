/** The page on exports tells every property of the GeoJSON, the colours as they are, and a fragment that is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { levels, lookOf } from '../../src/drawing/level-looks.ts';
import { parseItinerary } from '../../src/itinerary/parse.ts';
import { reportTripGeojson } from '../../src/report/trip-geojson.ts';
import { drawTrip, texts } from '../report/export/drawn.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/exports.md'), 'utf8');
/** The words of a row of the table of kinds, or of another part, that stand as code. */
const codeIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
const common = ['kind', 'name', 'description', 'ownZones', 'own'];
const simplestyle = /^(marker-|stroke|fill)/;

test('every property of every kind of feature is told in its row, and none that is not there', async () => {
  const trips = ['pamir-highway', 'no road'].map((name) => drawTrip(texts[name]));
  const features = (await Promise.all(trips)).flatMap((trip) => JSON.parse(reportTripGeojson(trip)).features);
  for (const kind of ['stop', 'leg', 'crossing', 'zone']) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\``))!;
    const [, , , told] = row.split('|');
    const own = features.filter(({ properties }) => properties.kind === kind);
    const keys = new Set(own.flatMap(({ properties }) => Object.keys(properties)));
    const written = [...keys].filter((key) => !common.includes(key) && !simplestyle.test(key));
    expect(written.filter((key) => !codeIn(told).includes(key))).toEqual([]);
    const words = codeIn(told.replace(/\([^)]*\)/g, ''));
    expect(words.filter((word) => !keys.has(word))).toEqual([]);
  }
  const [advisory] = features.find(({ properties }) => properties.kind === 'stop').properties.advisories;
  const told = codeIn(page.slice(page.indexOf('Each of `advisories` has'), page.indexOf('Zones of your own stand')));
  expect(Object.keys(advisory).filter((key) => !told.includes(key))).toEqual([]);
});

test('the colours are those that are drawn', () => {
  const row = page.split('\n').find((line) => line.startsWith('| Colour'))!;
  expect(codeIn(row)).toEqual(levels.map((level) => lookOf(level).colour));
});

test('the fragment of an itinerary is read without a fault', () => {
  const [, fragment] = /```yaml\n([\s\S]*?)```/.exec(page)!;
  const { itinerary, findings } = parseItinerary(`${fragment}stops: [Khorog]\n`);
  expect(findings).toEqual([]);
  expect(itinerary?.checkIn).toMatchObject({
    at: '20:00',
    with: 'Carol Example',
    phone: '+44 1632 960123',
    lateHours: 12,
  });
  expect(itinerary?.party[0].name).toBe('Ann Example');
});

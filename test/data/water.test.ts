import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBasemap } from '../../scripts/read-basemap.ts';
import { kmToLine, kmToPolygon } from '../../scripts/water/near.ts';
import type { Position } from '../../src/itinerary/itinerary.ts';
import { knowledge } from '../trip.ts';

const data = new URL('../../data/', import.meta.url).pathname;
const basemap = readBasemap();
const placeCalled = (name: string) => knowledge().places.find((place) => place.name === name)!;
const at = (name: string): Position => {
  const { lon, lat } = placeCalled(name);
  return [lon, lat];
};

describe('lakes', () => {
  test.each([
    'Karakul lake',
    'Lake Sarez',
    'Zorkul',
    'Yashilkul',
    'Nurek reservoir',
    'Tajik Sea',
    'Rangkul lake',
    'Iskanderkul',
  ])('%s is there, where the gazetteer has it', (name) => {
    const found = basemap.lakes.filter((lake) => lake.name === name);
    expect(found).toHaveLength(1);
    expect(kmToPolygon(at(name), found[0].rings)).toBeLessThanOrEqual(Math.max(2, placeCalled(name).uncertaintyKm));
  });

  test('bear names of the gazetteer alone', () => {
    const lakes = new Set(
      knowledge()
        .places.filter(({ kind }) => kind === 'lake')
        .map(({ name }) => name),
    );
    const named = basemap.lakes.flatMap(({ name }) => name ?? []);
    expect(named.filter((name) => !lakes.has(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test('do not lie where a town is', () => {
    const towns = knowledge().places.filter(
      ({ kind, country }) => country === 'TJ' && (kind === 'town' || kind === 'city'),
    );
    expect(towns.length).toBeGreaterThan(20);
    const wet = towns.filter(({ lon, lat }) => basemap.lakes.some(({ rings }) => kmToPolygon([lon, lat], rings) === 0));
    expect(wet.map(({ name }) => name)).toEqual([]);
  });
});

describe('rivers', () => {
  const linesOf = (name: string) => basemap.rivers.filter((river) => river.name === name).map(({ line }) => line);
  const kmTo = (place: string, river: string) => Math.min(...linesOf(river).map((line) => kmToLine(at(place), line)));

  test.each([
    ['Panj', ['Kalai-Khumb', 'Khorog', 'Ishkashim', 'Rushan']],
    ['Pamir', ['Khargush']],
    ['Bartang', ['Basid', 'Savnob']],
    ['Surkhob', ['Garm']],
    ['Zarafshon', ['Ayni', 'Panjakent']],
    ['Syr Darya', ['Khujand']],
    ['Murghab', ['Murghab']],
  ])('the %s runs by %s', (river, places) => {
    for (const place of places) expect(kmTo(place, river), place).toBeLessThan(4);
  });

  test('the Panj is the border line itself, the others keep away from it', () => {
    const borders = JSON.parse(
      readFileSync(join(data, 'borders.geojson'), 'utf8'),
    ) as GeoJSON.FeatureCollection<GeoJSON.MultiLineString>;
    const lines = borders.features.find(({ id }) => id === 'border-af')!.geometry
      .coordinates as unknown as Position[][];
    const offs = linesOf('Panj')[0].map((vertex) => Math.min(...lines.map((line) => kmToLine(vertex, line))));
    expect(Math.max(...offs)).toBeLessThan(0.001);
    expect(linesOf('Panj')[0].length).toBeGreaterThan(300);
  });

  test('those that meet do meet', () => {
    const ends = (name: string) => linesOf(name).flatMap((line) => [line[0], line.at(-1)!]);
    const gap = (a: string, b: string) =>
      Math.min(...ends(a).flatMap((end) => linesOf(b).map((line) => kmToLine(end, line))));
    for (const [a, b] of [
      ['Pamir', 'Panj'],
      ['Wakhan', 'Panj'],
      ['Bartang', 'Panj'],
      ['Vakhsh', 'Panj'],
      ['Vakhsh', 'Surkhob'],
      ['Surkhob', 'Kyzyl-Suu'],
      ['Aksu', 'Murghab'],
      ['Amu Darya', 'Panj'],
    ]) {
      expect(gap(a, b), `${a} and ${b}`).toBeLessThan(1.5);
    }
  });
});

test('those who made the data are named', () => {
  expect(basemap.attribution.join(' ')).toContain('© OpenStreetMap contributors');
});

describe('damaged data is refused with file and field', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tajcheck-water-'));
    cpSync(join(data, 'sources.yaml'), join(folder, 'sources.yaml'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const original = readFileSync(join(data, 'water.geojson'), 'utf8');
  type Feature = { properties: Record<string, unknown>; geometry: { coordinates: number[][][] } };
  /** The file with its first feature, a lake, changed. */
  const changed = (change: (lake: Feature) => void): string => {
    const file = JSON.parse(original) as { features: Feature[] };
    change(file.features[0]);
    return JSON.stringify(file);
  };
  const shore = ({ geometry }: Feature): number[][] => geometry.coordinates[0];
  test.each([
    ['a position outside the region', changed((lake) => shore(lake).splice(1, 1, [89, 39])), /coordinates\.0\.1\.0/],
    ['an open ring', changed((lake) => shore(lake).pop()), /coordinates\.0: is not closed/],
    ['a position of one number', changed((lake) => shore(lake)[1].pop()), /coordinates\.0\.1/],
    [
      'an unknown source',
      changed(({ properties }) => Object.assign(properties, { sources: ['nobody'] })),
      /features\.0\.properties\.sources: nobody/,
    ],
    [
      'an unknown kind',
      changed(({ properties }) => Object.assign(properties, { kind: 'swamp' })),
      /features\.0.*neither/,
    ],
    ['a name that is empty', changed(({ properties }) => Object.assign(properties, { name: '' })), /properties\.name/],
    ['half a file', original.slice(0, 5000), /not JSON/],
  ])('%s', (_, text, message) => {
    expect(text).not.toBe(original);
    writeFileSync(join(folder, 'water.geojson'), text);
    expect(() => readBasemap(folder)).toThrow(message);
    expect(() => readBasemap(folder)).toThrow('data/water.geojson');
  });
});

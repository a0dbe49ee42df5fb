import fc from 'fast-check';
import form from 'geojson-validation';
import { describe, expect, test } from 'vitest';
import { toLattice } from '../../src/geodesy/lattice.ts';
import type { OwnLayer } from '../../src/zones/layer.ts';
import { locate } from '../../src/zones/locate.ts';
import { edgeDistanceKm } from '../../src/zones/nearest.ts';
import { readOwnZones } from '../../src/zones/own-zones.ts';
import { zoneIds } from '../../src/zones/zone-index.ts';
import { assessText, find } from '../trip.ts';
import { holds, position, type Ring, rectangle, zoneRings } from './shapes.ts';

type Properties = Readonly<Record<string, unknown>>;

const feature = (geometry: unknown, properties: Properties | null = { id: 'mine' }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const parts = (...coordinates: Ring[][]) => feature({ type: 'MultiPolygon', coordinates });
const square = (properties: Properties | null) =>
  feature({ type: 'Polygon', coordinates: [rectangle(70, 38, 71, 39)] }, properties);

const readFile = (value: unknown) =>
  readOwnZones(value, {
    file: 'own.geojson',
    asOf: '2026-11-22',
    extent: [66, 35, 76, 43],
    checkForm: (each) => form.valid(each, true),
    taken: new Map([['gbao', 'a zone that tajcheck ships']]),
  });
const read = (...features: unknown[]) => readFile({ type: 'FeatureCollection', features });

const layerOf = (...features: unknown[]): OwnLayer => {
  const reading = read(...features);
  if ('faults' in reading) throw new Error(reading.faults.join('\n'));
  return reading.layer;
};

/** What the file is refused for; empty when it is accepted. */
function faultOf(...features: unknown[]): string {
  const reading = read(...features);
  return 'faults' in reading ? reading.faults.join('\n') : '';
}

function zonesAt({ index }: OwnLayer, lon: number, lat: number): string[] {
  const set = new Uint32Array(index.words);
  locate(index, toLattice(lon), toLattice(lat), set);
  return zoneIds(index, set);
}

const hole = (west: number, south: number, east: number, north: number): Ring =>
  rectangle(west, south, east, north).reverse();
const area2 = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [x, y], at) => sum + (ring[at][0] - 70) * (y - 38) - (x - 70) * (ring[at][1] - 38), 0);
const turned = (ring: Ring, counterClockwise: boolean): Ring =>
  area2(ring) > 0 === counterClockwise ? ring : [...ring].reverse();

describe('parts and holes of one zone', () => {
  test('parts that overlap are refused, both named', () => {
    const a = [rectangle(70, 38, 71, 39)];
    expect(faultOf(parts(a, [rectangle(70.5, 38.5, 71.5, 39.5)]))).toContain('feature 1 (mine): parts 1 and 2 overlap');
    expect(faultOf(parts([rectangle(73, 38, 74, 39)], a, [rectangle(70.2, 38.2, 70.8, 38.8)]))).toContain(
      'parts 2 and 3 overlap or touch; draw them as one or as two features',
    );
    expect(faultOf(parts([rectangle(70.2, 38.2, 70.8, 38.8)], a))).toContain('parts 1 and 2');
    expect(faultOf(parts(a, a))).toContain('parts 1 and 2');
    expect(faultOf(parts(a, [rectangle(71, 38, 72, 39)]))).toContain('parts 1 and 2');
  });

  test('the same two squares as two features hold the stop in both', () => {
    const layer = layerOf(square({ id: 'a' }), {
      ...square({ id: 'b' }),
      geometry: { type: 'Polygon', coordinates: [rectangle(70.5, 38.5, 71.5, 39.5)] },
    });
    expect(zonesAt(layer, 70.75, 38.75)).toEqual(['a', 'b']);
  });

  test('a hole lies in its outline, clear of the other holes', () => {
    const outline = rectangle(70, 38, 71, 39);
    expect(faultOf(parts([outline, hole(72, 38, 73, 39)]))).toContain(
      'feature 1 (mine): ring 2: is a hole and not inside the outline',
    );
    expect(faultOf(parts([outline, hole(70.5, 38.5, 71.5, 38.8)]))).toContain('ring 2: is a hole and not inside');
    expect(faultOf(parts([outline, hole(69, 37, 72, 40)]))).toContain('ring 2: is a hole and not inside');
    const first = hole(70.1, 38.1, 70.5, 38.5);
    expect(faultOf(parts([outline, first, hole(70.4, 38.4, 70.8, 38.8)]))).toContain(
      'ring 2 and ring 3: the holes overlap',
    );
    expect(faultOf(parts([outline, first, hole(70.2, 38.2, 70.3, 38.3)]))).toContain(
      'ring 2 and ring 3: the holes overlap',
    );
    expect(faultOf(parts([outline, first, hole(70.6, 38.6, 70.8, 38.8)]))).toBe('');
  });

  test('an island in a hole is a part of its own', () => {
    const lake = [rectangle(70, 38, 71, 39), hole(70.2, 38.2, 70.8, 38.8)];
    const layer = layerOf(parts(lake, [rectangle(70.4, 38.4, 70.6, 38.6)]));
    expect(zonesAt(layer, 70.5, 38.5)).toEqual(['mine']);
    expect(zonesAt(layer, 70.3, 38.5)).toEqual([]);
    expect(zonesAt(layer, 70.1, 38.5)).toEqual(['mine']);
  });

  test('a point twice in a row is no fault', () => {
    const [first, ...rest] = rectangle(70, 38, 71, 39);
    expect(faultOf(parts([[first, first, ...rest]]))).toBe('');
  });

  test('in an accepted file a point is in the zone when it is in any part, outside its holes', () => {
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(zoneRings, { minLength: 1, maxLength: 3 }),
        fc.array(position, { minLength: 20, maxLength: 20 }),
        (drawn, points) => {
          // Each drawn group is stars with or without a hole; a ring half the size of the last one is its hole.
          const polygons = drawn.flatMap((rings) =>
            rings.reduce<Ring[][]>((found, ring) => {
              const last = found.at(-1);
              const isHole = last?.length === 1 && Math.abs(area2(ring)) < 0.26 * Math.abs(area2(last[0]));
              if (isHole) last.push(turned(ring, false));
              else found.push([turned(ring, true)]);
              return found;
            }, []),
          );
          if (faultOf(parts(...polygons)) !== '') {
            refused++;
            return;
          }
          accepted++;
          const layer = layerOf(parts(...polygons));
          const inside = polygons.flatMap(([[[lon, lat]]]) => [[lon, lat + 1e-3] as const]);
          for (const [lon, lat] of [...points, ...inside]) {
            // Within 1 m of an edge, rounding to the lattice may rightly decide either way.
            if (edgeDistanceKm(layer.index, 0, [lon, lat]) < 0.001) continue;
            const union = polygons.some(([outline, ...holes]) => {
              return holds([outline], lon, lat) && !holes.some((each) => holds([each], lon, lat));
            });
            expect(zonesAt(layer, lon, lat)).toEqual(union ? ['mine'] : []);
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(20);
  });
});

test('a file that holds no area is refused', () => {
  expect(faultOf()).toContain('the file holds no area');
  expect(faultOf(feature({ type: 'Polygon', coordinates: [] }))).not.toBe('');
  expect(faultOf(feature({ type: 'MultiPolygon', coordinates: [] }))).not.toBe('');
  expect(faultOf(feature({ type: 'MultiPolygon', coordinates: [[]] }))).not.toBe('');
  expect(faultOf(feature(null))).not.toBe('');
  const speck = rectangle(70, 38, 70 + 1e-9, 38 + 1e-9);
  expect(faultOf(parts([speck]))).toContain('has no area');
});

describe('properties', () => {
  test('are left out freely', () => {
    const { zones } = layerOf(square(null));
    expect(zones['own-1']).toMatchObject({ name: 'own-1', restriction: 'caution', uncertaintyKm: 0 });
    expect(layerOf(square({ id: 7, name: null, restriction: null })).zones['7'].restriction).toBe('caution');
  });

  test('are kept as written', () => {
    const written = { id: 'mine', name: 'No go', restriction: 'prohibited', uncertaintyKm: 2.5 };
    expect(layerOf(square(written)).zones.mine).toMatchObject(written);
  });

  test.each<[Properties, string]>([
    [
      { id: 'mine', restriction: 'prohibitted' },
      'feature 1 (mine): restriction "prohibitted" is not one of none, caution',
    ],
    [{ restriction: 'Prohibited' }, 'feature 1: restriction'],
    [{ restriction: ['prohibited'] }, 'restriction'],
    [{ restriction: '' }, 'restriction'],
    [{ id: {} }, 'feature 1: id must be'],
    [{ id: ' ' }, 'id must be'],
    [{ id: true }, 'id must be'],
    [{ name: 3 }, 'name must be'],
    [{ name: 'two\nlines' }, 'name must be'],
    [{ uncertaintyKm: '5' }, 'uncertaintyKm must be'],
    [{ uncertaintyKm: null }, 'uncertaintyKm must be'],
    [{ uncertaintyKm: -1 }, 'uncertaintyKm must be'],
    [{ uncertaintyKm: Number.POSITIVE_INFINITY }, 'uncertaintyKm must be'],
  ])('%j is refused', (properties, message) => {
    expect(faultOf(square(properties))).toContain(message);
  });

  test('an id is used once, also the odd ones', () => {
    expect(faultOf(square({ id: 'gbao' }))).toContain('the id gbao is that of a zone that tajcheck ships');
    expect(faultOf(square({ id: 'a' }), square({ id: 'a' }))).toContain('feature 2 (a): the id a is that of feature 1');
    expect(faultOf(square({ id: 'constructor' }))).toBe('');
  });

  test('an id that every object bears is met like any other', async () => {
    const text =
      'tajcheck: 1\nstops:\n  - { place: Camp, at: { lat: 38.5, lon: 70.5 } }\n  - { place: Camp 2, at: { lat: 38.6, lon: 70.6 } }';
    for (const id of ['constructor', '__proto__', 'toString']) {
      const assessment = await assessText(text, {}, { ownZones: [layerOf(square({ id }))] });
      expect(find(assessment, 'TJ305').map(({ zone }) => zone)).toEqual([id, id, id]);
      expect(assessment.zones.filter((zone) => zone.id === id)).toHaveLength(1);
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { readData } from '../../scripts/read-data.ts';
import { DataError } from '../../src/errors.ts';
import { latticeDistance, toLattice } from '../../src/geodesy/lattice.ts';
import { compileKnowledge } from '../../src/knowledge/compile-knowledge.ts';
import { packKnowledge, unpackKnowledge } from '../../src/knowledge/knowledge.ts';
import { crossLine } from '../../src/zones/cross.ts';
import { locate } from '../../src/zones/locate.ts';
import { edgeDistanceKm } from '../../src/zones/nearest.ts';
import { zoneIds } from '../../src/zones/zone-index.ts';
import { knowledge } from '../trip.ts';
import { holds, type Ring } from '../zones/shapes.ts';

const zonesFolder = join(import.meta.dirname, '../../data/zones');
const rings = new Map<string, Ring[]>();
for (const file of readdirSync(zonesFolder)) {
  const { features } = JSON.parse(readFileSync(join(zonesFolder, file), 'utf8')) as FeatureCollection<
    Polygon | MultiPolygon
  >;
  for (const { properties, geometry } of features) {
    rings.set(
      properties!.id,
      (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) as Ring[],
    );
  }
}

/** Ray casting on the zone as its GeoJSON has it, with a look at the bounding box first. */
const boxes = new Map(
  [...rings].map(([id, zone]) => {
    const points = zone.flat();
    const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
    const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
    const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
    return [id, [least(lons), least(lats), most(lons), most(lats)]];
  }),
);
function inZone(id: string, [lon, lat]: readonly number[]): boolean {
  const [west, south, east, north] = boxes.get(id)!;
  return lon >= west && lon <= east && lat >= south && lat <= north && holds(rings.get(id)!, lon, lat);
}

/** Spread evenly without a random number: the same points at every run. */
const spread = (at: number): [number, number] => [
  66 + 10.4 * ((at * 0.7548776662) % 1),
  35.8 + 6.2 * ((at * 0.5698402909) % 1),
];

/** The packed file as it ships: written, read back. */
const packed = unpackKnowledge(packKnowledge(knowledge()));

describe('the packed zones say what their GeoJSON says', () => {
  test('at points all over the region', () => {
    const set = new Uint32Array(packed.index.words);
    let inside = 0;
    for (let at = 0; at < 1500; at++) {
      const [lon, lat] = spread(at);
      locate(packed.index, toLattice(lon), toLattice(lat), set);
      const found = zoneIds(packed.index, set).sort();
      inside += found.length;
      expect(found, `${lon},${lat}`).toEqual([...rings.keys()].filter((id) => inZone(id, [lon, lat])).sort());
    }
    expect(inside).toBeGreaterThan(2000);
  });

  test('along lines: no zone missed, kilometres inside as dense sampling counts them', () => {
    for (let at = 0; at < 5; at++) {
      const [from, to] = [spread(3 * at + 1), spread(3 * at + 2)];
      const steps = 200;
      const line = Array.from({ length: steps + 1 }, (_, step): [number, number] => [
        from[0] + (step / steps) * (to[0] - from[0]),
        from[1] + (step / steps) * (to[1] - from[1]),
      ]);
      const { crossings } = crossLine(packed.index, line);
      for (const id of rings.keys()) {
        const own = crossings.filter((crossing) => crossing.zone === id);
        const measured = own.reduce((sum, crossing) => sum + crossing.insideKm, 0);
        const sampled = sample(id, line);
        const allowed = Math.max(0.05, sampled.km * 0.005) + own.length * sampled.stepKm;
        expect(Math.abs(measured - sampled.km), `${id} on line ${at}`).toBeLessThanOrEqual(allowed);
        if (sampled.km > 0) expect(own.length, `${id} on line ${at}`).toBeGreaterThan(0);
      }
    }
  });

  function sample(id: string, line: [number, number][]): { km: number; stepKm: number } {
    let km = 0;
    let stepKm = 0;
    for (let at = 1; at < line.length; at++) {
      const [a, b] = [line[at - 1], line[at]];
      const length = latticeDistance(toLattice(a[0]), toLattice(a[1]), toLattice(b[0]), toLattice(b[1])) / 1000;
      const parts = Math.ceil(length / 0.5);
      stepKm = length / parts;
      for (let part = 0; part < parts; part++) {
        const share = (part + 0.5) / parts;
        if (inZone(id, [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])])) km += stepKm;
      }
    }
    return { km, stepKm };
  }

  test('borders keep their neighbours', () => {
    expect([...packed.borders.ids].sort()).toEqual(['AF', 'CN', 'KG', 'UZ']);
    const khorog = [71.55304, 37.48974];
    const km = (id: string) => edgeDistanceKm(packed.borders, packed.borders.ids.indexOf(id), khorog);
    expect(km('AF')).toBeLessThan(4);
    expect(km('KG')).toBeGreaterThan(150);
  });
});

describe('damaged or incomplete knowledge is refused', () => {
  test('any changed byte', () => {
    const bytes = packKnowledge(knowledge());
    for (let at = 0; at < 60; at++) {
      const damaged = bytes.slice();
      damaged[Math.floor((at * 0.61803398875 * bytes.length) % bytes.length)] ^= 1 << (at % 8);
      expect(() => unpackKnowledge(damaged)).toThrow(DataError);
    }
    expect(() => unpackKnowledge(bytes.slice(0, bytes.length - 4))).toThrow(DataError);
    expect(() => unpackKnowledge(new Uint8Array(0))).toThrow(DataError);
  });

  const files = readData();
  test.each([
    ['a source that others rest on', 'sources.yaml', /id: us-state-advisory-2026-09-04\b/, 'id: gone'],
    ['a level that is no level', 'advisories.yaml', /level: 4\b/, 'level: 7'],
    ['a date that is none', 'advisories.yaml', /issued: 2026-09-04/, 'issued: 2026-13-04'],
    ['a zone that is not drawn', 'permits.yaml', /zones: \[gbao\]/, 'zones: [atlantis]'],
    ['a place off the map', 'places.yaml', /lat: 37\.\d+/, 'lat: 73.5'],
    ['a key that is not known', 'contacts.yaml', /what:/, 'waht:'],
    ['a list of sources that is empty', 'mitigations.yaml', /sources: \[[^\]]+\]/, 'sources: []'],
  ])('%s', (_, file, from, to) => {
    expect(files[file]).toMatch(from);
    expect(() => compileKnowledge({ ...files, [file]: files[file].replace(from, to) })).toThrow(DataError);
  });

  test.each(Object.keys(files).filter((file) => /^[a-z]+\.yaml$/.test(file) && file !== 'zones.yaml'))(
    'without %s',
    (file) => {
      const { [file]: _, ...rest } = files;
      expect(() => compileKnowledge(rest)).toThrow(DataError);
    },
  );

  const isRoads = (file: string): boolean => file.startsWith('roads/');
  test('without roads', () => {
    const rest = Object.fromEntries(Object.entries(files).filter(([file]) => !isRoads(file)));
    expect(() => compileKnowledge(rest)).toThrow(DataError);
  });

  test.each([
    ['to a place that is not there', '- khorog', '- khorogg'],
    ['that is joined to nothing', '- khorog', '- herat'],
    ['with a bend off the map', '[71.', '[171.'],
    ['without a source', /sources: \[[^\]]+\]/, 'sources: []'],
  ])('a road %s', (_, from, to) => {
    const file = Object.keys(files).find((name) => isRoads(name) && files[name].includes('- khorog\n'))!;
    expect(() => compileKnowledge({ ...files, [file]: files[file].replace(from, to) })).toThrow(DataError);
  });
});

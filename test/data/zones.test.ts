import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { selfCrossings } from '../../scripts/zones/crossings.ts';
import { keyOf, type Polygon, signedArea } from '../../scripts/zones/plane.ts';
import { type ZoneProperties, zoneProperties } from '../../src/knowledge/schema/places.ts';

type Zone = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon, ZoneProperties>;

// Untyped CommonJS.
const gjv = createRequire(import.meta.url)('geojson-validation') as { valid(value: unknown): boolean };

const data = new URL('../../data/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, data), 'utf8');
const collections = readdirSync(new URL('zones/', data))
  .filter((name) => name.endsWith('.geojson'))
  .map((name) => ({ name, json: JSON.parse(read(`zones/${name}`)) as GeoJSON.FeatureCollection }));
const zones = collections.flatMap(({ json }) => json.features as Zone[]);
const byId = new Map(zones.map((zone) => [zone.properties.id, zone]));
const sourceIds = new Set((parse(read('sources.yaml')) as { id: string }[]).map(({ id }) => id));

const polygonsOf = ({ geometry }: Zone): Polygon[] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as Polygon[];
const zonesAt = (lon: number, lat: number, kind?: string) =>
  zones
    .filter((zone) => (!kind || zone.properties.kind === kind) && booleanPointInPolygon([lon, lat], zone))
    .map((zone) => zone.properties.id);

const expected = `
  country-tj country-af country-kg country-uz country-cn
  gbao gbao-darvoz gbao-vanj gbao-rushan gbao-shughnan gbao-roshtqala gbao-ishkashim gbao-murghab
  af-border-us af-border-ca af-border-uk af-border-au af-border-de af-border-ie af-border-nz af-border-ch
  kg-border-us kg-border-uk kg-border-au kg-border-nz kg-border-ie kg-border-de kg-border-ch lakhsh isfara vorukh
  uz-border-au uz-border-nz
  mines-af-border mines-uz-border mines-kg-border vakhsh-valley rasht-valley romit tavildara kalai-khumb-khorog surobad
  sarazm kamarob
  khatlon-border-permit sarez zorkul tajik-national-park rangkul tigrovaya-balka`
  .trim()
  .split(/\s+/);

describe('zones', () => {
  it('are the ones that other data refer to, each once', () => {
    expect(zones.map((zone) => zone.properties.id).sort()).toEqual([...expected].sort());
  });

  it.each(collections)('$name is valid GeoJSON, one feature per line', ({ name, json }) => {
    expect(gjv.valid(json)).toBe(true);
    expect(read(`zones/${name}`).trimEnd().split('\n')).toHaveLength(json.features.length + 2);
  });

  it.each(expected)('%s has complete properties and known sources', (id) => {
    const { properties, id: featureId } = byId.get(id)!;
    expect(zoneProperties.parse(properties)).toEqual(properties);
    expect(featureId).toBe(id);
    expect(properties.sources.filter((source) => !sourceIds.has(source))).toEqual([]);
    if (properties.basis === 'approximate') expect(properties.uncertaintyKm).toBeGreaterThanOrEqual(3);
  });

  it.each(expected)('%s is finite, in the region, closed, wound to RFC 7946, and simple', (id) => {
    for (const polygon of polygonsOf(byId.get(id)!)) {
      polygon.forEach((ring, i) => {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(keyOf(ring[0])).toBe(keyOf(ring.at(-1)!));
        expect(new Set(ring.map(keyOf)).size).toBe(ring.length - 1);
        expect(signedArea(ring) > 0).toBe(i === 0);
        const inRegion = ring.every(([lon, lat]) => lon > 66 && lon < 76.6 && lat > 35.6 && lat < 42.1);
        expect(inRegion).toBe(true);
      });
      expect(selfCrossings(polygon)).toEqual([]);
    }
  });
});

describe('countries', () => {
  it('gives Tajikistan its mainland and three detached parts', () => {
    expect(polygonsOf(byId.get('country-tj')!)).toHaveLength(4);
  });

  it.each([
    ['Vorukh village', 70.58012, 39.85125],
    ['Vorukh', 70.6189, 39.8293],
    ['Sarvan', 70.5631, 40.9989],
    ['Western Qalacha', 70.495, 39.9391],
    ['Dushanbe', 68.779, 38.536],
  ])('%s is in Tajikistan alone', (_, lon, lat) => {
    expect(zonesAt(lon, lat, 'country')).toEqual(['country-tj']);
  });

  it.each([
    ['Sokh', 71.0554, 40.065],
    ['Shohimardon', 71.7539, 39.9595],
  ])('%s, an enclave in Kyrgyzstan, is in Uzbekistan alone', (_, lon, lat) => {
    expect(zonesAt(lon, lat, 'country')).toEqual(['country-uz']);
  });

  it('share every edge with Tajikistan but a few metres', () => {
    const edges = (id: string) =>
      polygonsOf(byId.get(id)!).flatMap((polygon) =>
        polygon.flatMap((ring) => ring.slice(1).map((to, i) => [ring[i], to])),
      );
    const neighbours = ['country-af', 'country-kg', 'country-uz', 'country-cn'];
    const reversed = new Set(neighbours.flatMap(edges).map(([from, to]) => `${keyOf(to)} ${keyOf(from)}`));
    const alone = edges('country-tj').filter(([from, to]) => !reversed.has(`${keyOf(from)} ${keyOf(to)}`));
    // A gap some 30 m wide between Western Qalacha and the mainland, as the source map has it.
    expect(alone.length).toBeLessThanOrEqual(3);
    expect(alone.every(([[lon, lat]]) => Math.hypot(lon - 70.515, lat - 39.956) < 0.005)).toBe(true);
  });
});

describe('places', () => {
  it('finds Khorog in GBAO, in Shughnan, and within the US five miles', () => {
    expect(zonesAt(71.55304, 37.48974)).toEqual(
      expect.arrayContaining(['gbao', 'gbao-shughnan', 'af-border-us', 'kalai-khumb-khorog']),
    );
  });

  it('finds Dushanbe in Tajikistan and nothing else', () => {
    expect(zonesAt(68.77905, 38.53575)).toEqual(['country-tj']);
  });

  it.each([
    ['Panj', 69.09911, 37.23634, 'khatlon-border-permit'],
    ['Garm', 70.37446, 39.02871, 'rasht-valley'],
    ['Bokhtar', 68.7775, 37.83667, 'vakhsh-valley'],
    ['Vorukh exclave', 70.6, 39.83, 'vorukh'],
    ['Vorukh exclave', 70.6, 39.83, 'isfara'],
    ['Jirgatol', 71.19155, 39.21966, 'lakhsh'],
    ['Tavildara', 70.48422, 38.69529, 'tavildara'],
    ['Murghab', 73.96674, 38.17023, 'gbao-murghab'],
    ['Ishkashim', 71.61331, 36.72484, 'gbao-ishkashim'],
  ])('%s (%f, %f) lies in %s', (_, lon, lat, id) => {
    expect(zonesAt(lon, lat)).toContain(id);
  });

  it.each([
    ['Zigar', 70.44549, 38.10542, true],
    ['Sagirdasht', 70.66858, 38.63927, true],
    ['Shaghoni Bolo', 70.22457, 37.95226, false],
    ['Tavildara', 70.48422, 38.69529, false],
  ])('%s, near the edge of GBAO at %f, %f: inside is %s', (_, lon, lat, inside) => {
    expect(zonesAt(lon, lat).includes('gbao')).toBe(inside);
  });

  it('finds every place that a source labels with a district of GBAO in that district', () => {
    const places = parse(read('places.yaml')) as {
      name: string;
      lon: number;
      lat: number;
      district: string | null;
      uncertaintyKm: number;
    }[];
    const labelled = places.filter(({ district, uncertaintyKm }) => district && uncertaintyKm <= 2);
    const astray = labelled.filter(
      ({ lon, lat, district }) => !zonesAt(lon, lat, 'district').includes(`gbao-${district}`),
    );
    expect(labelled.length).toBeGreaterThan(300);
    expect(astray.map(({ name }) => name)).toEqual([]);
  });

  it('leaves no hole between the districts of GBAO', () => {
    const gbao = byId.get('gbao')!;
    let inside = 0;
    for (let lon = 70.05; lon < 75.2; lon += 0.05)
      for (let lat = 36.65; lat < 39.5; lat += 0.05) {
        if (!booleanPointInPolygon([lon, lat], gbao)) continue;
        inside++;
        expect(zonesAt(lon, lat, 'district'), `${lon}, ${lat}`).toHaveLength(1);
      }
    expect(inside).toBeGreaterThan(2000);
  });
});

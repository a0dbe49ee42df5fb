import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon } from 'geojson';
import form from 'geojson-validation';
import { describe, expect, test } from 'vitest';
import { zonePolygons } from '../../../src/map/zone-polygons.ts';
import { reportTripGeojson } from '../../../src/report/trip-geojson.ts';
import { zonesAt } from '../../../src/zones/expose-point.ts';
import { knowledge } from '../../trip.ts';
import { drawTrip, texts } from './drawn.ts';

const twiceArea = (ring: readonly (readonly number[])[]): number =>
  ring
    .slice(1)
    .reduce(
      (sum, [x, y], at) =>
        sum + (ring[at][0] - ring[0][0]) * (y - ring[0][1]) - (x - ring[0][0]) * (ring[at][1] - ring[0][1]),
      0,
    );
const isZone = (feature: Feature): feature is Feature<MultiPolygon> => feature.geometry?.type === 'MultiPolygon';
const positionsOf = (geometry: Geometry | null): number[][] =>
  geometry === null || geometry.type === 'GeometryCollection'
    ? []
    : geometry.type === 'Point'
      ? [geometry.coordinates]
      : (geometry.coordinates.flat(geometry.type === 'MultiPolygon' ? 2 : 0) as number[][]);

describe.each(Object.keys(texts))('%s', async (name) => {
  const trip = await drawTrip(texts[name]);
  const { stops, legs, zones, sources } = trip.assessment;
  const collection = JSON.parse(reportTripGeojson(trip)) as FeatureCollection & Record<string, unknown>;
  const { features } = collection;
  const ofKind = (kind: string) => features.filter(({ properties }) => properties!.kind === kind);

  test('is GeoJSON, with what its licences and its date ask', () => {
    expect(form.valid(collection, true)).toEqual([]);
    expect(collection.attribution).toMatch(/OpenStreetMap.*ODbL.*GeoNames/);
    expect(collection.asOf).toBe('2026-11-22');
    expect(collection.description).toContain('not for steering by');
  });

  test('ids are there once, positions are degrees to six places, and the box holds them', () => {
    const ids = features.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const [west, south, east, north] = (collection.bbox ?? []) as number[];
    const rounded = (degrees: number): boolean => Number(degrees.toFixed(6)) === degrees;
    const stray = features
      .flatMap(({ geometry }) => positionsOf(geometry))
      .filter(
        ([lon, lat]) => !(lon >= west && lon <= east && lat >= south && lat <= north && rounded(lon) && rounded(lat)),
      );
    expect(stray).toEqual([]);
  });

  test('outlines run anticlockwise, holes clockwise, and all are closed', () => {
    for (const { geometry } of features.filter(isZone)) {
      for (const [outline, ...holes] of geometry.coordinates) {
        expect(twiceArea(outline)).toBeGreaterThan(0);
        for (const hole of holes) expect(twiceArea(hole)).toBeLessThan(0);
        for (const ring of [outline, ...holes]) expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
  });

  test('stops stand in their order; one whose place is not known has no point', () => {
    expect(
      [...ofKind('stop'), ...ofKind('gate')]
        .map(({ id, properties, geometry }) => [id, properties!.name, positionsOf(geometry)[0] ?? null])
        .sort(),
    ).toEqual(stops.map(({ id, name, lon, lat }) => [id, name, lon === null ? null : [lon, lat]]).sort());
    expect(ofKind('stop').map(({ properties }) => properties!.nights)).toEqual(
      stops.filter(({ id }) => /^stop-/.test(id)).map(({ nights }) => nights),
    );
  });

  test('the stretches of a leg join and make up its length', () => {
    for (const leg of legs.filter(({ basis }) => basis !== 'unknown')) {
      const own = ofKind('leg').filter(({ properties }) => properties!.leg === leg.id) as Feature<LineString>[];
      expect(own[0].properties!.fromKm).toBe(0);
      expect(own.at(-1)!.properties!.toKm).toBe(leg.lengthKm);
      own.slice(1).forEach(({ properties, geometry }, at) => {
        expect(properties!.fromKm).toBe(own[at].properties!.toKm);
        expect(geometry.coordinates[0]).toEqual(own[at].geometry.coordinates.at(-1));
      });
      for (const { properties } of own)
        expect(properties).toMatchObject({ basis: leg.basis, corridorKm: leg.corridorKm });
    }
  });

  test('each area keeps what each authority says of it, with its page', () => {
    const urls = new Set(sources.map(({ url }) => url));
    const said = [...stops, ...legs].flatMap(({ advisories }) => advisories ?? []);
    for (const { id, properties } of features.filter(isZone)) {
      const zone = zones.find((own) => own.id === id)!;
      expect(properties).toMatchObject({ authority: zone.authority, basis: zone.basis, asOf: zone.asOf });
      const told = properties!.advisories as { authority: string; native: string; level: number | null; url: string }[];
      const words = (own: { authority: string; native: string; level: number | null }) =>
        `${own.authority} ${own.native} ${own.level}`;
      expect(new Set(told.map(words))).toEqual(new Set(said.filter((own) => own.zone === id).map(words)));
      for (const { url } of told) expect(urls).toContain(url);
    }
  });
});

test('polygons hold the points that the index holds, zone by zone', () => {
  const { index } = knowledge();
  const shapes = Object.fromEntries(index.ids.map((id) => [id, zonePolygons([knowledge()], id, 0)]));
  fc.assert(
    fc.property(
      fc.constantFrom(...index.ids),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (id, x, y) => {
        const ring = shapes[id].flat(2);
        const box = [0, 1].map((axis) => [
          Math.min(...ring.map((at) => at[axis])),
          Math.max(...ring.map((at) => at[axis])),
        ]);
        const point = [box[0][0] + x * (box[0][1] - box[0][0]), box[1][0] + y * (box[1][1] - box[1][0])] as const;
        const inside = booleanPointInPolygon([...point], {
          type: 'MultiPolygon',
          coordinates: shapes[id].map((rings) => rings.map((own) => own.map((at) => [...at]))),
        });
        expect(inside).toBe(zonesAt([knowledge()], point).some((zone) => zone.id === id));
      },
    ),
    { numRuns: 500 },
  );
});

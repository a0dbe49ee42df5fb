import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { reportGeojson } from '../../src/report/geojson.ts';
import { reportGpx } from '../../src/report/gpx.ts';

const vertices = [
  [69, 39],
  [69.3, 39.2],
] as const;
const lines = [{ leg: 'leg-1', line: { vertices, km: Float64Array.of(0, 35) } }];
const assessment = (basis: string, corridorKm: number) =>
  ({
    stops: [
      { id: 'stop-1', name: 'A', lon: 69, lat: 39, altitudeM: null, zones: [], near: [] },
      { id: 'stop-2', name: 'B', lon: 69.3, lat: 39.2, altitudeM: null, zones: [], near: [] },
    ],
    legs: [{ id: 'leg-1', from: 'stop-1', to: 'stop-2', basis, corridorKm, crossings: null, corridorZones: [] }],
    zones: [],
    tool: { version: '0.0.0' },
  }) as unknown as Assessment;

test('a drawn line says when it, or a part of it, is a guess', () => {
  const name = (basis: string, corridorKm: number) =>
    /<trk><name>(.*)<\/name>/.exec(reportGpx(assessment(basis, corridorKm), lines))![1];
  expect(name('road', 0)).toBe('A – B');
  expect(name('road', 7)).toBe('A – B (partly a guess)');
  expect(name('guess', 7)).toBe('A – B (guess)');
  const { features } = JSON.parse(reportGeojson(assessment('road', 7), lines));
  expect(features[0].properties).toMatchObject({ basis: 'road', corridorKm: 7 });
});

import { describe, expect, test } from 'vitest';
import type { ZoneProperties } from '../../src/knowledge/schema/places.ts';
import type { Leg } from '../../src/route/leg.ts';
import { compileZones } from '../../src/zones/compile.ts';
import { exposeLine } from '../../src/zones/expose-line.ts';
import { rectangle } from './shapes.ts';

const zone = (id: string, uncertaintyKm: number) => ({ id, kind: 'advisory', uncertaintyKm }) as ZoneProperties;
/** Two specks, 1 and 8 km north of a line along 38 degrees, between 70.0 and 70.057 (5 km); and land all around. */
const layer = {
  index: compileZones(
    [
      { id: 'speck', rings: [rectangle(70.028, 38.009, 70.029, 38.01)] },
      { id: 'far', rings: [rectangle(70.028, 38.072, 70.029, 38.073)] },
      { id: 'exact', rings: [rectangle(70.028, 38.0001, 70.029, 38.001)] },
      { id: 'land', rings: [rectangle(68, 36, 72, 40)] },
    ],
    256,
  ),
  zones: { speck: zone('speck', 1.2), far: zone('far', 6), exact: zone('exact', 0), land: zone('land', 0) },
};
const leg: Leg = {
  id: 'leg-1',
  from: 'stop-1',
  to: 'stop-2',
  mode: null,
  basis: 'track',
  road: null,
  date: null,
  until: null,
  line: [
    [70, 38],
    [70.057, 38],
  ],
  guesses: [],
  via: [],
  span: null,
};

describe('zones near a line', () => {
  test('are found between its vertices, by their own doubt alone', () => {
    expect(exposeLine([layer], leg).near).toEqual(['speck']);
  });

  test('are found beside a guess whose band is narrower than their doubt', () => {
    const wide = { ...layer, zones: { ...layer.zones, far: zone('far', 9) } };
    const guessed: Leg = { ...leg, basis: 'guess', guesses: [{ line: leg.line, halfWidthKm: 0.1 }] };
    const { near, corridor } = exposeLine([wide], guessed);
    expect([...near, ...corridor]).toEqual(expect.arrayContaining(['speck', 'far']));
    expect(near).toContain('far');
  });
});

/** What a file of own zones is refused for, and that the words say where to look. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import form from 'geojson-validation';
import { describe, expect, test } from 'vitest';
import { toLattice } from '../../src/geodesy/lattice.ts';
import { findJsonFault } from '../../src/zones/json-fault.ts';
import { locate } from '../../src/zones/locate.ts';
import { type OwnZonesReading, readOwnZones } from '../../src/zones/own-zones.ts';
import { zoneIds } from '../../src/zones/zone-index.ts';
import { zonesJsonSchema } from '../../src/zones/zones-schema.ts';
import { type Ring, rectangle, star } from './shapes.ts';

const context = {
  file: 'own.geojson',
  asOf: '2026-11-22',
  extent: [66, 35, 76, 43] as const,
  checkForm: (each: unknown) => form.valid(each, true),
  taken: new Map([['gbao', 'a zone that tajcheck ships']]),
};
const readFile = (value: unknown): OwnZonesReading => readOwnZones(value, context);
const faultsOf = (value: unknown): readonly string[] => {
  const reading = readFile(value);
  return 'faults' in reading ? reading.faults : [];
};

const square = rectangle(70, 38, 71, 39);
const area = (ring: unknown, properties: unknown = { id: 'mine' }) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const withPosition = (at: number, position: unknown): unknown[] => square.map((own, n) => (n === at ? position : own));

describe('each fault is told with its feature, ring and position', () => {
  test.each<[string, unknown, string]>([
    ['longitude', area(withPosition(2, [268, 38])), 'feature 1 (mine): ring 1, position 3: [268, 38] is no longitude'],
    ['latitude', area(withPosition(2, [71, 91])), 'ring 1, position 3: [71, 91] is no latitude'],
    ['minus longitude', area(withPosition(1, [-181, 38])), '[-181, 38] is no longitude'],
    ['infinite', area(withPosition(1, [Number.POSITIVE_INFINITY, 38])), '[Infinity, 38] is no longitude'],
    ['infinite latitude', area(withPosition(1, [70, Number.NEGATIVE_INFINITY])), '[70, -Infinity] is no latitude'],
    ['infinite height', area(withPosition(1, [70.5, 38, Number.POSITIVE_INFINITY])), 'must be numbers that end'],
    [
      'far away',
      area(withPosition(1, [12, 38])),
      '[12, 38] lies outside the region that tajcheck covers (66.0 to 76.0',
    ],
    ['swapped', area(withPosition(1, [38, 71])), '[38, 71] lies outside the region that tajcheck covers'],
    ['text', area(withPosition(1, ['71', 38])), 'ring 1, position 2: ["71", 38] must be numbers'],
    ['null', area(withPosition(1, [null, 38])), 'ring 1, position 2: [null, 38] must be numbers'],
    ['one number', area(withPosition(1, [71])), 'ring 1, position 2: [71] is no position'],
    ['four numbers', area(withPosition(1, [71, 38, 0, 0])), 'is no position'],
    ['an object', area(withPosition(1, { lon: 71 })), 'ring 1, position 2: {"lon":71} is no position'],
    ['three positions', area(square.slice(0, 3)), 'ring 1: needs at least four positions'],
    ['open', area(square.slice(0, 4)), 'ring 1: is not closed: it begins at [70, 38] and ends at [70, 39]'],
    [
      'bow tie',
      area([square[0], square[2], square[1], square[3], square[0]]),
      'crosses or touches itself near [70.5, 38.5]',
    ],
    ['a line there and back', area([square[0], square[2], square[0], square[2], square[0]]), 'ring 1'],
    ['one spot', area([square[0], square[0], square[0], square[0]]), 'ring 1: has no area, all near [70, 38]'],
    ['a point', { ...area(square), geometry: { type: 'Point', coordinates: [70, 38] } }, 'is a Point, not an area'],
    ['nothing', { ...area(square), geometry: null }, 'has no geometry'],
    [
      'flat',
      { ...area(square), geometry: { type: 'Polygon', coordinates: square } },
      'not nested as those of a Polygon',
    ],
    ['an unknown property', area(square, { id: 'mine', restrction: 'none' }), 'did you mean restriction?'],
    ['a description', area(square, { id: 'mine', description: 'No.' }), 'did you mean words?'],
    [
      'a proto key',
      area(square, JSON.parse('{"id":"mine","__proto__":{"restriction":"none"}}')),
      '“__proto__” is not known',
    ],
    [
      'a rule outside the properties',
      { ...area(square), restriction: 'prohibited' },
      'must stand among its properties',
    ],
    ['properties that are a list', area(square, ['prohibited']), 'its properties must be an object'],
    ['no properties', { type: 'Feature', geometry: area(square).geometry }, 'properties'],
    [
      'a hidden character',
      area(square, { id: 'mine', words: 'Go \u202e back' }),
      'words must be one line without hidden',
    ],
    ['two ids', { ...area(square), id: 'other' }, 'has two ids, "other"'],
    ['a month that is none', area(square, { id: 'mine', months: [0] }), 'months must be a list'],
    ['no month', area(square, { id: 'mine', months: [] }), 'months must be a list'],
    ['a month twice', area(square, { id: 'mine', months: [1, 1] }), 'months must be a list'],
    ['a date that is none', area(square, { id: 'mine', until: '2027-02-30' }), 'until "2027-02-30" is not a date'],
    ['a turned stretch', area(square, { id: 'mine', from: '2027-03-01', until: '2027-02-01' }), 'lies before from'],
    [
      'a severity',
      area(square, { id: 'mine', severity: 'fatal' }),
      'severity "fatal" is not one of error, warning, info',
    ],
    ['require in words', area(square, { id: 'mine', require: 'dispatcher-ok' }), 'require must be a list of ids'],
    ['require in capitals', area(square, { id: 'mine', require: ['Dispatcher OK'] }), 'require must be a list of ids'],
    [
      'a required paper',
      area(square, { id: 'mine', require: ['permit-gbao'] }),
      'a paper is listed under permits or visas',
    ],
    [
      'a useless require',
      area(square, { id: 'mine', restriction: 'prohibited', require: ['a'] }),
      'does not go with prohibited',
    ],
    ['no way to vouch', area(square, { id: 'Über 1', restriction: 'authorisation' }), 'an authorisation needs require'],
    ['an address', area(square, { id: 'mine', url: 'javascript:alert(1)' }), 'url must be an address'],
    [
      'too much doubt',
      area(square, { id: 'mine', uncertaintyKm: 5000 }),
      'uncertaintyKm must be a number of kilometres',
    ],
  ])('%s', (_, feature, words) => {
    expect(faultsOf(collection(feature)).join('\n')).toContain(words);
  });

  test('swapped coordinates are said to look swapped', () => {
    const swapped = area(square.map(([lon, lat]) => [lat, lon]));
    const faults = faultsOf(collection(swapped));
    expect(faults[0]).toMatch(/position 1: \[38, 70\] lies outside .*; longitude and latitude look swapped$/);
    // Five positions are wrong, and three are told one by one.
    expect(faults).toHaveLength(4);
    expect(faults[3]).toBe('feature 1 (mine): ring 1: 2 more of its 5 positions likewise');
  });

  test('in a shape of several parts the part is named', () => {
    const parts = { type: 'MultiPolygon', coordinates: [[square], [rectangle(73, 38, 74, 39).slice(0, 4)]] };
    expect(faultsOf(collection({ ...area(square), geometry: parts }))[0]).toContain('part 2, ring 1: is not closed');
  });

  test('all faults of all features at once, and of very many only so many', () => {
    const bad = (id: string) => area(withPosition(1, [268, 38]), { id, restriction: 'no', colour: 'red' });
    const faults = faultsOf(collection(bad('a'), area(square, { id: 'good' }), bad('a')));
    expect(faults).toHaveLength(7);
    expect(faults.filter((fault) => fault.startsWith('feature 3 (a): '))).toHaveLength(4);
    const many = faultsOf(collection(...Array.from({ length: 100 }, (_, at) => bad(`z${at}`))));
    expect(many).toHaveLength(21);
    expect(many[20]).toBe('and 280 more faults');
  });

  test('what is not a collection of areas at all', () => {
    for (const value of [null, [], 'x', 3, {}, { type: 'Feature' }, { type: 'FeatureCollection' }])
      expect(faultsOf(value), JSON.stringify(value)).toHaveLength(1);
    expect(faultsOf(area(square))).toEqual(['the file must hold a FeatureCollection, not a Feature']);
    for (const feature of [null, 3, 'x', [], {}, square])
      expect(faultsOf(collection(feature))[0]).toContain('feature 1: ');
    expect(faultsOf({ ...collection(area(square)), restriction: 'prohibited' })[0]).toContain(
      'restriction must stand among',
    );
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32642' } };
    expect(faultsOf({ ...collection(area(square)), crs })[0]).toContain('WGS 84');
  });

  test('more than an index bears', () => {
    const ring = star(71, 38, new Array(60_000).fill(0.5));
    expect(faultsOf(collection(area(ring)))[0]).toContain('60001 positions; at most 50000');
    const comb: Ring = [[66.5, 36]];
    for (let at = 0; at < 2000; at++) comb.push([at % 2 === 0 ? 75.5 : 67, 36 + at / 1000]);
    comb.push([66.5, 38], [66.5, 36]);
    expect(faultsOf(collection(area(comb)))).toEqual(['the outlines are too long for all their detail: simplify them']);
  });
});

test('what map editors leave behind is no fault', () => {
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
  const drawn = area([...square].reverse(), {
    id: 'mine',
    words: null,
    fill: '#f00',
    'stroke-width': 2,
    'fill-opacity': 0.5,
  });
  const high = area(
    square.map(([lon, lat]) => [lon + 2, lat, 3600]),
    { id: 'high' },
  );
  const value = { ...collection(drawn, high), name: 'no-go', crs, bbox: [70, 38, 73, 39] };
  expect(faultsOf(value)).toEqual([]);
});

describe('JSON', () => {
  const fault = (text: string) => {
    const found = findJsonFault(text);
    return found && [found.line, found.column, found.what];
  };

  test('is told where it goes wrong', () => {
    expect(fault('{\n  "a": 1,\n  "b" 2\n}')).toEqual([3, 7, 'a colon is wanted here']);
    expect(fault('[1, 2,]')).toEqual([1, 7, 'a value is wanted here']);
    expect(fault('{"a": 1,}')?.[2]).toMatch(/a name in double quotes/);
    expect(fault('[1 2]')).toEqual([1, 4, 'a comma or the end of the list or object is wanted here']);
    expect(fault('[1]x')).toEqual([1, 4, 'the text should end here']);
    expect(fault('[1')).toEqual([1, 3, 'the text ends too soon']);
    expect(fault('{"type":\n "FeatureCollection", "x": NaN}')).toEqual([2, 28, 'a value is wanted here']);
    for (const text of [
      'Infinity',
      '01',
      '+1',
      '.5',
      '1.',
      "'a'",
      'tru',
      'nulls',
      '"a\nb"',
      '"\\x"',
      '{1: 2}',
      '{]',
      '[}',
      ',',
      '',
    ])
      expect(fault(text), text).not.toBeNull();
  });

  test('may not say one thing twice, nor be bottomless', () => {
    expect(fault('{"restriction":"prohibited",\n "restriction":"none"}')).toEqual([
      2,
      2,
      'this name stands twice in one object',
    ]);
    expect(fault('{"a":1,"\\u0061":2}')?.[2]).toContain('twice');
    expect(fault('{"a":{"a":1},"b":[{"a":1},{"a":1}]}')).toBeNull();
    expect(fault('['.repeat(100_000))).toEqual([1, 33, 'more than 32 levels deep']);
  });

  test('is sound where JSON.parse says so', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(), (value, cut) => {
        const text = JSON.stringify(value, null, cut % 3);
        expect(findJsonFault(text)).toBeNull();
        const damaged = text.slice(0, cut % (text.length + 1)) + text.slice((cut % (text.length + 1)) + 1);
        const isSound = (() => {
          try {
            JSON.parse(damaged);
            return true;
          } catch {
            return false;
          }
        })();
        // Only a name that stands twice is refused beyond JSON.
        const found = findJsonFault(damaged);
        if (!isSound) expect(found).not.toBeNull();
        else expect(found === null || found.what.includes('twice')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any polygon', () => {
  const shape = fc.record({
    lon: fc.double({ min: 68, max: 74, noNaN: true }),
    lat: fc.double({ min: 37, max: 41, noNaN: true }),
    radii: fc.array(fc.double({ min: 0.05, max: 0.6, noNaN: true }), { minLength: 3, maxLength: 12 }),
    clockwise: fc.boolean(),
  });

  test('that is sound is accepted, and holds its middle', () => {
    fc.assert(
      fc.property(fc.uniqueArray(shape, { minLength: 1, maxLength: 5 }), (shapes) => {
        const features = shapes.map(({ lon, lat, radii, clockwise }, at) => {
          const ring = star(lon, lat, radii);
          return area(clockwise ? ring.reverse() : ring, { id: `z${at}`, restriction: 'prohibited' });
        });
        const reading = readFile(collection(...features));
        if ('faults' in reading) throw new Error(reading.faults.join('\n'));
        const { index } = reading.layer;
        shapes.forEach(({ lon, lat }, at) => {
          const set = new Uint32Array(index.words);
          locate(index, toLattice(lon), toLattice(lat), set);
          expect(zoneIds(index, set)).toContain(`z${at}`);
        });
      }),
      { numRuns: 200 },
    );
  });

  /** Ways to spoil a sound ring or its properties; each must be told. */
  const spoilers: readonly ((ring: Ring) => unknown)[] = [
    (ring) => area(ring.slice(0, -1)),
    (ring) => area(ring.map(([lon, lat]) => [lat, lon])),
    (ring) => area([...ring.slice(0, -2), [Number.NaN, 38], ring[0]]),
    (ring) => area([...ring.slice(0, -2), [lonOf(ring), Number.POSITIVE_INFINITY], ring[0]]),
    (ring) => area(ring.map(([lon, lat]) => [lon + 360, lat])),
    (ring) => area(ring.map(([lon, lat]) => [String(lon), lat])),
    (ring) => area([ring[0], ring[2], ring[0], ring[1], ring[0]]),
    (ring) => area([...ring, ...ring.slice(1)]),
    (ring) => area(ring, { id: 'gbao' }),
    (ring) => area(ring, { id: 'mine', restricton: 'prohibited' }),
    (ring) => area(ring, { id: 'mine', restriction: 'forbidden' }),
    (ring) => ({ ...area(ring), type: 'feature' }),
    (ring) => ({ ...area(ring), geometry: { type: 'polygon', coordinates: [ring] } }),
    (ring) => ({ ...area(ring), geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } }),
    (ring) => ({ ...area(ring), geometry: { type: 'Polygon', coordinates: [ring, ring] } }),
    (ring) => ({ ...area(ring), geometry: { type: 'MultiPolygon', coordinates: [ring] } }),
    (ring) => ({ ...area(ring), geometry: { type: 'LineString', coordinates: ring } }),
  ];
  const lonOf = (ring: Ring): number => ring[0][0];

  test('that is spoilt is refused, also beside sound ones', () => {
    fc.assert(
      fc.property(shape, fc.constantFrom(...spoilers), fc.nat(3), ({ lon, lat, radii }, spoil, before) => {
        const sound = Array.from({ length: before }, (_, at) =>
          area(rectangle(70 + at, 36.5, 70.5 + at, 37), { id: `s${at}` }),
        );
        const faults = faultsOf(collection(...sound, spoil(star(lon, lat, radii))));
        expect(faults.length).toBeGreaterThan(0);
        expect(faults.every((fault) => fault.startsWith(`feature ${before + 1}`))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the schema for editors', () => {
  const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(zonesJsonSchema(['satellite-phone']));

  test('takes what is accepted, every property with a word of help', () => {
    const full = {
      id: 'mine',
      name: 'Upper Bartang',
      restriction: 'authorisation',
      words: 'Ask first.',
      severity: 'warning',
      require: ['satellite-phone', 'dispatcher-ok'],
      months: [12, 1],
      from: '2027-01-01',
      until: '2028-01-01',
      uncertaintyKm: 2,
      source: 'Board',
      url: 'https://example.org/',
      'stroke-width': 2,
    };
    for (const properties of [full, {}, null, { id: 7 }, { name: null, restriction: null, months: null }]) {
      const value = collection(area(square, properties));
      expect(faultsOf(value), JSON.stringify(properties)).toEqual([]);
      expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
    }
    // Whatever the schema offers is read: a property that only one of the two knows fails above or here.
    const schema = zonesJsonSchema([]) as {
      properties: { features: { items: { properties: { properties: object } } } };
    };
    const { properties } = schema.properties.features.items.properties.properties as { properties: object };
    expect(Object.keys(properties).sort()).toEqual(
      Object.keys(full)
        .filter((key) => !key.startsWith('stroke'))
        .sort(),
    );
  });

  test.each([
    { restriction: 'forbidden' },
    { restrction: 'none' },
    { require: ['Dispatcher OK'] },
    { require: [] },
    { months: [13] },
    { months: [1, 1] },
    { severity: 'fatal' },
    { uncertaintyKm: '2' },
    { uncertaintyKm: null },
    { until: 'June' },
    { url: 'ftp://example.org' },
  ])('refuses %j as the program does', (properties) => {
    const value = collection(area(square, properties));
    expect(faultsOf(value)).not.toEqual([]);
    expect(isValid(value)).toBe(false);
  });
});

test('the guide shows a file that is accepted, and refusals as they are', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/own-zones.md'), 'utf8');
  const [, example] = /```geojson\n([\s\S]+?)```/.exec(guide)!;
  expect(findJsonFault(example)).toBeNull();
  expect(faultsOf(JSON.parse(example))).toEqual([]);
  const [, refusals] = /^tajcheck: zones.*:\n([\s\S]+?)```/m.exec(guide)!;
  const bowTie = [
    [71.5, 37.45],
    [71.6, 37.55],
    [71.5, 37.55],
    [71.6, 37.45],
    [71.5, 37.45],
  ];
  const drawn = collection(
    area(square, { id: 'a' }),
    area(square, { id: 'b' }),
    area([...square.slice(0, 4), [268, 38]], { id: 'no-go-bartang' }),
    area(bowTie, { id: 'pasture', restrction: 'none' }),
  );
  expect(
    faultsOf(drawn)
      .map((fault) => `  ${fault}\n`)
      .join(''),
  ).toBe(refusals);
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { measureLine, positionAtKm } from '../../src/geodesy/measure.ts';
import type { Position } from '../../src/itinerary/itinerary.ts';
import type { Place, ZoneProperties } from '../../src/knowledge/schema/places.ts';
import type { RoadSection } from '../../src/knowledge/schema/roads.ts';
import { buildNameIndex } from '../../src/places/gazetteer.ts';
import { makeRouter } from '../../src/route/find-way.ts';
import { followRoads } from '../../src/route/follow-roads.ts';
import type { Leg } from '../../src/route/leg.ts';
import { compileZones } from '../../src/zones/compile.ts';
import { exposeLine } from '../../src/zones/expose-line.ts';
import type { OwnLayer } from '../../src/zones/layer.ts';
import { assessText, find, knowledge, type Tracks } from '../trip.ts';
import { type Ring, rectangle } from '../zones/shapes.ts';
import { network, place, section, vehicle, waypoint } from './roads.ts';

/** 1 km in degrees near 39 degrees north. */
const NORTH = 1 / 111.02;
const EAST = 1 / 86.63;

const layerOf = (zones: readonly { id: string; ring: Ring; uncertaintyKm?: number }[]): OwnLayer => ({
  index: compileZones(
    zones.map(({ id, ring }) => ({ id, rings: [ring] })),
    64,
  ),
  zones: Object.fromEntries(
    zones.map(({ id, uncertaintyKm = 0 }): [string, ZoneProperties] => [
      id,
      {
        id,
        name: id,
        kind: 'advisory',
        authority: null,
        restriction: 'caution',
        basis: 'stated',
        rule: 'Drawn for a test.',
        uncertaintyKm,
        reasons: [],
        sources: [],
        asOf: '2026-11-22',
      },
    ]),
  ),
  own: Object.fromEntries(
    zones.map(({ id }) => [
      id,
      {
        file: 'zones.geojson',
        restriction: 'caution',
        words: null,
        severity: 'warning',
        months: null,
        from: null,
        until: null,
        require: [],
        source: null,
        url: null,
      },
    ]),
  ),
});

// A bent road from west to east, far from any border.
const west = place('west', 69.0, 39.0);
const east = place('east', 69.6, 39.0);
const way: RoadSection['way'] = ['west', [69.1, 39.03], [69.2, 38.98], [69.3, 39.02], [69.45, 39.0], 'east'];
const drawnKm = measureLine([[69.0, 39.0], ...(way.slice(1, -1) as Position[]), [69.6, 39.0]]).km.at(-1)!;
const road = (rest: Partial<RoadSection> = {}): RoadSection => section(way, { id: 'road', ...rest });

/** The leg between the two as the pipeline makes it. */
function legOf(roads: readonly RoadSection[], from = west, to = east): Leg {
  const found = followRoads(makeRouter(network(roads, [west, east])), [waypoint(from), waypoint(to)], vehicle(), null)!;
  const { line, guesses, hours } = found;
  const { stretches, passed } = line;
  const km = Float64Array.from(line.km);
  const doubtKm = Float64Array.from(line.doubtKm);
  return {
    id: 'leg-1',
    from: 'stop-1',
    to: 'stop-2',
    mode: '4x4',
    basis: 'road',
    date: null,
    until: null,
    line: line.vertices,
    guesses,
    road: { km, doubtKm, stretches, passed, hours, vehicle: vehicle(), avoided: [], others: [] },
    via: [],
    span: null,
  };
}

describe('a published length', () => {
  const zone = layerOf([{ id: 'zone', ring: rectangle(69.15, 38.9, 69.4, 39.1) }]);

  it('stretches where a zone begins and ends as it stretches the road', () => {
    const drawn = exposeLine([zone], legOf([road()]));
    const longer = exposeLine([zone], legOf([road({ km: 1.5 * drawnKm })]));
    expect(drawn.lengthKm).toBeCloseTo(drawnKm, 3);
    expect(longer.lengthKm).toBeCloseTo(1.5 * drawnKm, 3);
    const [[before], [after]] = [drawn.crossings!, longer.crossings!];
    expect(drawn.crossings).toHaveLength(1);
    expect(after.entryKm / before.entryKm).toBeCloseTo(1.5, 4);
    expect(after.exitKm / before.exitKm).toBeCloseTo(1.5, 4);
    expect(after.insideKm / before.insideKm).toBeCloseTo(1.5, 4);
    expect(after.entry).toEqual(before.entry);
    expect(after.exit).toEqual(before.exit);
  });

  it('of one section leaves the next as it is drawn', () => {
    const middle = place('middle', 69.3, 39.0);
    const pair = (km: number | null) => [
      section(['west', 'middle'], { id: 'first', km }),
      section(['middle', 'east'], { id: 'second' }),
    ];
    const legAlong = (km: number | null): Leg => {
      const router = makeRouter(network(pair(km), [west, middle, east]));
      const { line } = followRoads(router, [waypoint(west), waypoint(east)], vehicle(), null)!;
      const measures = { km: Float64Array.from(line.km), doubtKm: Float64Array.from(line.doubtKm) };
      const leg = legOf([road()]);
      return { ...leg, line: line.vertices, road: { ...leg.road!, ...measures } };
    };
    const beyond = layerOf([{ id: 'zone', ring: rectangle(69.4, 38.9, 69.5, 39.1) }]);
    const [plain, stretched] = [null, 50].map((km) => exposeLine([beyond], legAlong(km)).crossings![0]);
    expect(stretched.insideKm).toBeCloseTo(plain.insideKm, 4);
    expect(stretched.entryKm).toBeCloseTo(
      plain.entryKm +
        50 -
        measureLine([
          [69, 39],
          [69.3, 39],
        ]).km[1],
      3,
    );
  });

  test('the kilometre at which a zone begins is the place at which it begins, and so is its end', () => {
    const edge = fc.double({ min: 69.01, max: 69.59, noNaN: true });
    fc.assert(
      fc.property(edge, edge, fc.double({ min: 0.5, max: 3, noNaN: true }), fc.boolean(), (a, b, factor, back) => {
        const ring = rectangle(Math.min(a, b), 38.9, Math.max(a, b) + 0.001, 39.1);
        const [from, to] = back ? [east, west] : [west, east];
        const { line, crossings, lengthKm } = exposeLine(
          [layerOf([{ id: 'zone', ring }])],
          legOf([road({ km: factor * drawnKm })], from, to),
        );
        expect(lengthKm).toBeCloseTo(factor * drawnKm, 2);
        const [only, ...others] = crossings!;
        expect(others).toEqual([]);
        for (const [km, point] of [
          [only.entryKm, only.entry],
          [only.exitKm, only.exit],
        ] as const) {
          expect(measureLine([positionAtKm(line, km), point]).km[1]).toBeLessThan(0.01);
        }
        expect(only.insideKm).toBeCloseTo(only.exitKm - only.entryKm, 9);
        expect(only.exitKm).toBeLessThanOrEqual(lengthKm! + 1e-6);
      }),
    );
  });
});

// The road as a straight line along 39 degrees, so that the distance to a zone is plain.
const bends = (from: number, count: number): [number, number][] =>
  Array.from({ length: count }, (_, at) => [from + at * 0.01, 39]);
const straight = (uncertaintyKm: number): RoadSection =>
  section(['west', ...bends(69.01, 59), 'east'], { id: 'road', uncertaintyKm });
const places: Place[] = [west, east];
const text = (more = '') => `start: 2027-07-03\ntravel: 4x4\nstops:\n  - west\n  - { place: east${more} }\n`;
const assess = (uncertaintyKm: number, zones: OwnLayer, more = '', tracks: Tracks = {}) => {
  const roads = network([straight(uncertaintyKm)], places);
  const own = { roads, places, names: buildNameIndex(places), vehicles: [vehicle()], services: [] };
  return assessText(text(more), tracks, { knowledge: { ...knowledge(), ...own }, ownZones: [zones] });
};

describe('the doubt about where a road runs', () => {
  const beside = (km: number, uncertaintyKm = 0) =>
    layerOf([{ id: 'mine', ring: rectangle(69.28, 39 + km * NORTH, 69.32, 39 + (km + 5) * NORTH), uncertaintyKm }]);

  it('brings a zone near that the line does not enter', async () => {
    const assessment = await assess(3, beside(2));
    expect(assessment.legs[0].crossings!.map(({ zone }) => zone)).not.toContain('mine');
    expect(assessment.legs[0].corridorZones).toContain('mine');
    expect(find(assessment, 'TJ305')).toMatchObject([{ subject: 'leg-1', zone: 'mine', confidence: 'likely' }]);
  });

  it('reaches no farther than itself', async () => {
    const beyond = await assess(3, beside(4));
    expect(beyond.legs[0].corridorZones).not.toContain('mine');
    expect(find(beyond, 'TJ305')).toEqual([]);
    expect((await assess(1, beside(2))).legs[0].corridorZones).not.toContain('mine');
  });

  it('is added to the doubt about the zone', async () => {
    expect(find(await assess(3, beside(4, 1.5)), 'TJ305')).toMatchObject([{ confidence: 'likely' }]);
    expect(find(await assess(1, beside(4, 1.5)), 'TJ305')).toEqual([]);
  });

  it('belongs to its own section', async () => {
    const middle = place('middle', 69.3, 39);
    const pair = [
      section(['west', ...bends(69.01, 29), 'middle'], { id: 'sure', uncertaintyKm: 0.5 }),
      section(['middle', ...bends(69.31, 29), 'east'], { id: 'rough', uncertaintyKm: 6 }),
    ];
    const both = layerOf([
      { id: 'west-zone', ring: rectangle(69.1, 39 + 4 * NORTH, 69.12, 39 + 6 * NORTH) },
      { id: 'east-zone', ring: rectangle(69.5, 39 + 4 * NORTH, 69.52, 39 + 6 * NORTH) },
    ]);
    const own = [west, middle, east];
    const parts = { roads: network(pair, own), places: own, names: buildNameIndex(own), vehicles: [vehicle()] };
    const assessment = await assessText(text(), {}, { knowledge: { ...knowledge(), ...parts }, ownZones: [both] });
    expect(assessment.legs[0].corridorZones).toContain('east-zone');
    expect(assessment.legs[0].corridorZones).not.toContain('west-zone');
  });

  test('a zone is near when, and only when, it is nearer than both doubts together', () => {
    const doubt = fc.double({ min: 0.5, max: 6, noNaN: true });
    fc.assert(
      fc.property(doubt, doubt, fc.double({ min: 0.3, max: 14, noNaN: true }), (ofRoad, ofZone, km) => {
        // A tenth of a kilometre beyond still counts; the plane is true to one part in a hundred.
        fc.pre(Math.abs(km - ofRoad - ofZone) > 0.3);
        const { near } = exposeLine([beside(km, ofZone)], legOf([straight(ofRoad)]));
        expect(near.includes('mine')).toBe(km < ofRoad + ofZone);
      }),
    );
  });
});

const halfKm = measureLine([
  [69, 39],
  [69.3, 39],
]).km[1];

describe('how sure a crossing is', () => {
  /** From the middle of the road's north to so many kilometres south of it, 30 km long. */
  const over = (depthKm: number, uncertaintyKm = 0) =>
    layerOf([
      {
        id: 'mine',
        ring: rectangle(69.3 - 15 * EAST, 39 - depthKm * NORTH, 69.3 + 15 * EAST, 39 + 30 * NORTH),
        uncertaintyKm,
      },
    ]);
  const sureness = async (ofRoad: number, depthKm: number, ofZone: number) =>
    find(await assess(ofRoad, over(depthKm, ofZone)), 'TJ305').map(({ confidence }) => confidence);

  it('is likely less deep than both doubts together, and certain deeper', async () => {
    expect(await sureness(2, 4, 3)).toEqual(['likely']);
    expect(await sureness(2, 6, 3)).toEqual(['certain']);
    expect(await sureness(2, 1, 0)).toEqual(['likely']);
    expect(await sureness(2, 3, 0)).toEqual(['certain']);
  });

  it('says how many kilometres lie inside', async () => {
    const assessment = await assess(1, over(5));
    const [crossing] = assessment.legs[0].crossings!.filter(({ zone }) => zone === 'mine');
    expect(crossing.insideKm).toBeCloseTo(30, 0);
    expect(crossing.entryKm).toBeCloseTo(halfKm - 15, 0);
    expect(find(assessment, 'TJ305')[0].message).toMatch(/30(\.\d)? km inside/);
  });
});

describe('a track for the same leg', () => {
  const zone = layerOf([{ id: 'mine', ring: rectangle(69.2, 38.95, 69.4, 39.05) }]);
  const around: Position[] = [
    [69, 39],
    [69.1, 39.3],
    [69.5, 39.3],
    [69.6, 39],
  ];

  it('wins over the road: its kilometres, and only the zones that it enters', async () => {
    const byRoad = await assess(1, zone);
    expect(byRoad.legs[0]).toMatchObject({ basis: 'road', corridorKm: 0 });
    expect(find(byRoad, 'TJ305')).toHaveLength(1);
    const byTrack = await assess(1, zone, ', track: way.gpx', { 'way.gpx': { parts: [around] } });
    expect(byTrack.legs[0]).toMatchObject({ basis: 'track', road: null, hours: null });
    expect(byTrack.legs[0].lengthKm).toBeCloseTo(measureLine(around).km.at(-1)!, 1);
    expect(find(byTrack, 'TJ305')).toEqual([]);
  });

  it('that cannot be read is an error, and the road is followed', async () => {
    const assessment = await assess(1, zone, ', track: gone.gpx');
    expect(find(assessment, 'TJ108')).toMatchObject([{ severity: 'error', line: 5 }]);
    expect(assessment.legs[0].basis).toBe('road');
    expect(find(assessment, 'TJ305')).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { measureLine, positionAtKm } from '../../src/geodesy/measure.ts';
import type { RoadSection } from '../../src/knowledge/schema/roads.ts';
import { findWay, makeRouter, otherWaysThan } from '../../src/route/find-way.ts';
import { followRoads } from '../../src/route/follow-roads.ts';
import { edgeLine } from '../../src/route/network.ts';
import { snapToRoad } from '../../src/route/snap.ts';
import { network, place, section, vehicle, waypoint } from './roads.ts';

// West and east 88 km apart; the pass road is straight, the valley road goes round by the south.
const places = {
  west: place('west', 70, 38),
  pass: place('pass', 70.5, 38, { kind: 'pass', altitudeM: 3300 }),
  east: place('east', 71, 38),
  south: place('south', 70.5, 37.6),
  far: place('far', 71.2, 38, { country: 'KG' }),
};
const shut = { months: [12, 1, 2], unsure: [11, 3], words: 'Snow.', sources: ['s'] };
const roads: RoadSection[] = [
  section(['west', [70.25, 38.02], 'pass', 'east'], { id: 'over', closed: shut }),
  section(['west', [70.2, 37.8], 'south', [70.8, 37.8], 'east'], { id: 'round', kmh: 60 }),
  section(['east', 'far'], { id: 'abroad', country: 'KG', surface: 'gravel', kmh: 30 }),
];
const net = network(roads, Object.values(places));
const router = makeRouter(net);
const drive = (from: keyof typeof places, to: keyof typeof places, months: number[] | null = null, by = vehicle()) =>
  followRoads(router, [waypoint(places[from]), waypoint(places[to])], by, months);
const sectionsOf = (way: ReturnType<typeof drive>): string[] =>
  way!.line.stretches.map((stretch) => stretch.section.id);

describe('the quickest way', () => {
  it('goes over the pass in summer and round it when it is shut, and says what it left', () => {
    expect(sectionsOf(drive('west', 'east', [7]))).toEqual(['over']);
    const winter = drive('west', 'east', [1]);
    expect(sectionsOf(winter)).toEqual(['round']);
    expect(winter!.avoided.map(({ id }) => id)).toEqual(['over']);
  });

  it('takes a shut road where no other leads', () => {
    const way = drive('west', 'pass', [1]);
    expect(sectionsOf(way)).toEqual(['over']);
    const only = makeRouter(network([roads[0]], Object.values(places)));
    const forced = followRoads(only, [waypoint(places.west), waypoint(places.east)], vehicle(), [1]);
    expect(sectionsOf(forced)).toEqual(['over']);
    expect(forced!.avoided).toEqual([]);
  });

  it('is the shortest in time for the vehicle, not in distance', () => {
    const slowOnAsphalt = vehicle('bicycle', {
      share: undefined,
      kmh: { asphalt: 15, rough: 12, gravel: 10, track: 8 },
    });
    const way = drive('west', 'far', null, slowOnAsphalt)!;
    const asphalt = way.line.stretches[0];
    expect(asphalt.hours).toBeCloseTo((asphalt.toKm - asphalt.fromKm) / 15, 6);
    expect(way.line.stretches[1].hours).toBeCloseTo(
      (way.line.stretches[1].toKm - way.line.stretches[1].fromKm) / 10,
      6,
    );
    expect(way.hours).toBeCloseTo(asphalt.hours + way.line.stretches[1].hours, 6);
  });

  it('passes its places in order, with their kilometres', () => {
    const { passed, km } = drive('west', 'far')!.line;
    expect(passed.map(({ place: id }) => id)).toEqual(['west', 'pass', 'east', 'far']);
    expect(passed[0].km).toBe(0);
    expect(passed.at(-1)!.km).toBeCloseTo(km.at(-1)!, 6);
  });

  it('offers the way round as another way', () => {
    const { others } = drive('west', 'east')!;
    expect(others).toHaveLength(1);
    expect(others[0].line.stretches.map((stretch) => stretch.section.id)).toEqual(['round']);
  });
});

describe('published lengths', () => {
  it('stretch the kilometres and leave the line where it is', () => {
    const drawn = drive('west', 'east', [7])!.line;
    const longer = makeRouter(network([{ ...roads[0], km: 120 }, roads[1]], Object.values(places)));
    const stretched = followRoads(longer, [waypoint(places.west), waypoint(places.pass)], vehicle(), [7])!.line;
    const whole = measureLine(drawn.vertices).km.at(-1)!;
    const half = measureLine(stretched.vertices).km.at(-1)!;
    expect(stretched.km.at(-1)).toBeCloseTo((120 * half) / whole, 3);
    expect(stretched.vertices).toEqual(drawn.vertices.slice(0, stretched.vertices.length));
  });
});

describe('stops off the road', () => {
  const at = (lon: number, lat: number, rest = {}) => ({
    name: 'camp',
    position: [lon, lat] as const,
    place: null,
    uncertaintyKm: 0,
    country: 'TJ',
    ...rest,
  });

  it('join it straight when near, and by a guess when far', () => {
    const near = followRoads(router, [at(70.25, 38.03), waypoint(places.east)], vehicle(), null)!;
    expect(near.guesses).toEqual([]);
    expect(near.offRoad).toEqual([]);
    expect(near.line.vertices[0]).toEqual([70.25, 38.03]);
    const far = followRoads(router, [at(70.25, 38.2), waypoint(places.east)], vehicle(), null)!;
    expect(far.offRoad[0].name).toBe('camp');
    expect(far.offRoad[0].km).toBeCloseTo(20, 0);
    expect(far.guesses).toHaveLength(1);
    expect(far.line.vertices).toEqual(expect.arrayContaining([...far.guesses[0].line]));
  });

  it('are no part of the road, and there and back are two stretches', () => {
    const camp = at(70.25, 38.2);
    const spur = followRoads(router, [waypoint(places.west), camp, waypoint(places.west)], vehicle(), null)!;
    const [there, back] = spur.line.stretches;
    expect(spur.line.stretches).toHaveLength(2);
    expect([there.backwards, back.backwards]).toEqual([false, true]);
    expect(back.fromKm - there.toKm).toBeCloseTo(2 * spur.offRoad[0].km, 0);
    expect(there.hours * 50).toBeCloseTo(there.toKm - there.fromKm, 6);
  });

  it('are each told of, also two of one name', () => {
    const way = followRoads(router, [at(70.1, 38.1), at(70.9, 38.2)], vehicle(), null)!;
    expect(way.offRoad.map(({ name }) => name)).toEqual(['camp', 'camp']);
  });

  it('are not reached by the roads of another country', () => {
    // Beside the foreign road, but in the home country: the home road's end is the nearest.
    const way = followRoads(router, [at(71.1, 38.001), waypoint(places.west)], vehicle(), null)!;
    expect(way.offRoad[0].km).toBeGreaterThan(8);
  });

  it('leave the way unknown when both are nearer to each other than to any road', () => {
    expect(followRoads(router, [at(70.4, 38.3), at(70.5, 38.3)], vehicle(), null)).toBeNull();
    expect(followRoads(router, [at(70.4, 39), waypoint(places.east)], vehicle(), null)).toBeNull();
  });
});

const onRoad = fc.record({ edge: fc.nat(net.from.length - 1), share: fc.double({ min: 0, max: 1, noNaN: true }) });
const pointOf = ({ edge, share }: { edge: number; share: number }) => {
  const line = measureLine(edgeLine(net, edge));
  const position = positionAtKm(line, share * line.km.at(-1)!);
  return { edge, km: share * net.km[edge], position, distanceKm: 0 };
};
/** A piece of a centimetre is left out of a way; in hours, on the slowest road of these. */
const NOTHING_HOURS = 2e-6;

test('a way there is as long as the way back, and no detour is quicker', () => {
  fc.assert(
    fc.property(onRoad, onRoad, onRoad, (a, b, c) => {
      const hours = (from: typeof a, to: typeof a): number =>
        findWay(router, pointOf(from), pointOf(to), { vehicle: vehicle() })!.hours;
      expect(Math.abs(hours(a, b) - hours(b, a))).toBeLessThan(NOTHING_HOURS);
      expect(hours(a, b)).toBeLessThanOrEqual(hours(a, c) + hours(c, b) + NOTHING_HOURS);
    }),
  );
});

test('other ways are never quicker than the first, and never nearly the same', () => {
  fc.assert(
    fc.property(onRoad, onRoad, (a, b) => {
      const best = findWay(router, pointOf(a), pointOf(b), { vehicle: vehicle() })!;
      for (const other of otherWaysThan(best, router, pointOf(a), pointOf(b), { vehicle: vehicle() })) {
        expect(other.hours).toBeGreaterThanOrEqual(best.hours - NOTHING_HOURS);
        expect(new Set(other.pieces.map(({ edge }) => edge))).not.toEqual(new Set(best.pieces.map(({ edge }) => edge)));
      }
    }),
  );
});

test('a line is measured without gaps: kilometres never fall, and stretches join', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(places)), fc.constantFrom(...Object.values(places)), (a, b) => {
      const way = followRoads(router, [waypoint(a), waypoint(b)], vehicle(), null);
      if (way === null) return;
      const { km, vertices, doubtKm, stretches } = way.line;
      expect(km.length).toBe(vertices.length);
      expect(doubtKm.length).toBe(vertices.length);
      for (let at = 1; at < km.length; at++) expect(km[at]).toBeGreaterThan(km[at - 1]);
      for (let at = 1; at < stretches.length; at++) expect(stretches[at].fromKm).toBe(stretches[at - 1].toKm);
    }),
  );
});

test('snapping finds the nearest road, as a search of every piece does', () => {
  const position = fc.tuple(
    fc.double({ min: 69.9, max: 71.3, noNaN: true }),
    fc.double({ min: 37.5, max: 38.3, noNaN: true }),
  );
  fc.assert(
    fc.property(position, (point) => {
      const snapped = snapToRoad(net, point, 100, () => true)!;
      const km = measureLine([point, snapped.position]).km[1];
      expect(Math.abs(km - snapped.distanceKm)).toBeLessThanOrEqual(0.01 * km + 0.001);
      for (let vertex = 0; vertex < net.vertices.length / 2; vertex++) {
        const other = [net.vertices[2 * vertex] / 1e7, net.vertices[2 * vertex + 1] / 1e7] as const;
        expect(measureLine([point, other]).km[1]).toBeGreaterThanOrEqual(snapped.distanceKm * 0.99 - 0.01);
      }
    }),
  );
});

/** A small country of roads for tests: a square with a diagonal, and a spur across a border. */
import { compileRoads } from '../../src/knowledge/compile-roads.ts';
import type { Place } from '../../src/knowledge/schema/places.ts';
import type { RoadSection, Vehicle } from '../../src/knowledge/schema/roads.ts';
import type { Waypoint } from '../../src/route/follow-roads.ts';
import type { RoadNetwork } from '../../src/route/network.ts';

export const place = (id: string, lon: number, lat: number, rest: Partial<Place> = {}): Place => ({
  id,
  name: id.toUpperCase(),
  names: [],
  kind: 'town',
  country: 'TJ',
  lon,
  lat,
  uncertaintyKm: 0,
  altitudeM: 1000,
  altitudeBasis: 'stated',
  district: null,
  sources: ['s'],
  ...rest,
});

export const section = (way: RoadSection['way'], rest: Partial<RoadSection> = {}): RoadSection => ({
  id: way.filter((entry) => typeof entry === 'string').join('-'),
  name: 'Road',
  number: null,
  country: 'TJ',
  surface: 'asphalt',
  kmh: 50,
  km: null,
  uncertaintyKm: 1,
  closed: null,
  sources: ['s'],
  way,
  ...rest,
});

export const network = (sections: readonly RoadSection[], places: readonly Place[]): RoadNetwork =>
  compileRoads(sections, { places, borders: {}, isIn: () => true });

export const vehicle = (id: Vehicle['id'] = '4x4', rest: Partial<Vehicle> = {}): Vehicle => ({
  id,
  share: { asphalt: 1, rough: 1, gravel: 1, track: 1 },
  dayKm: null,
  unfit: [],
  words: '',
  sources: ['s'],
  ...rest,
});

export const waypoint = ({ id, name, lon, lat, uncertaintyKm, country }: Place): Waypoint => ({
  name,
  position: [lon, lat],
  place: id,
  uncertaintyKm,
  country,
});

/** Turns the files of `data/` into knowledge, and refuses anything that is not as the schemas say. */
import { crc32 } from 'node:zlib';
import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { parse } from 'yaml';
import { z } from 'zod';
import { DataError } from '../errors.ts';
import { toLattice } from '../geodesy/lattice.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { buildNameIndex } from '../places/gazetteer.ts';
import { compileZones } from '../zones/compile.ts';
import { locate } from '../zones/locate.ts';
import { hasShape, type ZoneIndex } from '../zones/zone-index.ts';
import { compileRoads, refuseIslands } from './compile-roads.ts';
import { countryZone } from './country.ts';
import type { Knowledge } from './knowledge.ts';
import { nameNationalities } from './name-nationalities.ts';
import * as advice from './schema/advice.ts';
import * as dangers from './schema/dangers.ts';
import * as papers from './schema/papers.ts';
import * as places from './schema/places.ts';
import { type RoadSection, roadSection, type Vehicle, vehicle } from './schema/roads.ts';

/** Cells per side of the packaged grid: 3.6 by 2.8 km. More cost more to load than they save. */
const SIDE = 256;

/** Contents of the data files, by path below `data/`: `places.yaml`, `zones/hazards.geojson`, `borders.geojson`. */
export type DataFiles = Readonly<Record<string, string>>;

/** Throws `DataError` with file and field for the first thing wrong. */
export function compileKnowledge(files: DataFiles): Knowledge {
  const list = <T extends { id: string }>(file: string, item: z.ZodType<T>): T[] => {
    if (!(file in files)) throw new DataError(`data/${file} is missing`);
    const items = check<T[]>(file, z.array(item), parse(files[file]));
    refuseDuplicates(file, items);
    return items;
  };
  const sources = list('sources.yaml', advice.source);
  const records = {
    places: list('places.yaml', places.place),
    authorities: list('authorities.yaml', advice.authority),
    advisories: list('advisories.yaml', advice.advisory),
    permits: list('permits.yaml', papers.permit),
    mitigations: list('mitigations.yaml', advice.mitigation),
    contacts: list('contacts.yaml', advice.contact),
    vehicles: list('vehicles.yaml', vehicle),
    visaRules: list('visas/rules.yaml', papers.visaRule),
    visaKinds: list('visas/kinds.yaml', papers.visaKind),
    holidays: list('holidays.yaml', papers.holiday),
    posts: list('posts.yaml', places.borderPost),
    altitude: list('altitude.yaml', dangers.altitudeRule),
    seasons: list('seasons.yaml', dangers.season),
  };
  const services = readOne(files, 'services.yaml', z.array(places.service));
  const entry = readOne(files, 'entry.yaml', papers.entryTerms);
  const sections = readRoads(files);
  const { zones, rings } = readZones(files);
  const borders = readBorders(files);
  checkReferences({ ...records, sources, zones, services, entry: [entry], roads: sections });
  const index = compileZones(rings, SIDE);
  const roads = compileRoads(sections, {
    places: records.places,
    borders: Object.fromEntries(borders.map(({ id, rings }) => [id, rings as unknown as Position[][]])),
    isIn: (country, position) => isIn(index, countryZone(country), position),
  });
  refuseIslands(roads);
  const retrieved = sources
    .map((source) => source.retrieved)
    .sort()
    .at(-1);
  return {
    version: `${retrieved}.${fingerprintOf(files)}`,
    ...records,
    names: buildNameIndex(records.places),
    sources: byId(sources),
    authorities: byId(records.authorities),
    zones: byId(zones),
    services,
    entry,
    nationalities: nameNationalities(),
    index,
    borders: compileZones(borders, 1),
    roads,
  };
}

function check<T>(file: string, type: z.ZodType<T>, value: unknown): T {
  const result = type.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const [at, ...rest] = issue.path;
  const item = Array.isArray(value) && typeof at === 'number' ? (value[at] as { id?: string })?.id : undefined;
  throw new DataError(`data/${file}: ${String(item ?? at ?? 'file')} ${rest.join('.')}: ${issue.message}`);
}

const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

function refuseDuplicates(file: string, items: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) throw new DataError(`data/${file}: ${id} stands there twice`);
    seen.add(id);
  }
}

function readZones(files: DataFiles) {
  const zones: places.ZoneProperties[] = [];
  const rings: { id: string; rings: number[][][] }[] = [];
  for (const file of Object.keys(files)
    .filter((name) => /^zones\/.*\.geojson$/.test(name))
    .sort()) {
    const { features } = JSON.parse(files[file]) as FeatureCollection<Polygon | MultiPolygon>;
    for (const feature of features) {
      const properties = check(file, places.zoneProperties, feature.properties);
      const { geometry } = feature;
      zones.push(properties);
      rings.push({
        id: properties.id,
        rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
      });
    }
  }
  if (zones.length === 0) throw new DataError('data/zones holds no zones: run `npm run build:zones`');
  refuseDuplicates('zones', zones);
  return { zones, rings };
}

function isIn(index: ZoneIndex, zone: string, [lon, lat]: Position): boolean {
  const set = new Uint32Array(index.words);
  locate(index, toLattice(lon), toLattice(lat), set);
  return hasShape(set, index.shapes[index.ids.indexOf(zone)]);
}

function readRoads(files: DataFiles): RoadSection[] {
  const names = Object.keys(files).filter((name) => /^roads\/.*\.yaml$/.test(name));
  const sections = names.sort().flatMap((name) => check(name, z.array(roadSection), parse(files[name])));
  if (sections.length === 0) throw new DataError('data/roads holds no roads');
  refuseDuplicates('roads', sections);
  return sections;
}

function readOne<T>(files: DataFiles, file: string, type: z.ZodType<T>): T {
  if (!(file in files)) throw new DataError(`data/${file} is missing`);
  return check(file, type, parse(files[file]));
}

function readBorders(files: DataFiles) {
  if (!('borders.geojson' in files)) throw new DataError('data/borders.geojson is missing: run `npm run build:zones`');
  const { features } = JSON.parse(files['borders.geojson']) as FeatureCollection<MultiLineString>;
  return features.map((feature) => ({
    id: String(feature.properties?.neighbour ?? feature.id),
    rings: feature.geometry.coordinates,
  }));
}

/** Every id that one record names in another file must be there. */
function checkReferences(all: {
  sources: advice.Source[];
  zones: places.ZoneProperties[];
  places: places.Place[];
  authorities: advice.Authority[];
  advisories: advice.Advisory[];
  permits: papers.Permit[];
  mitigations: advice.Mitigation[];
  contacts: advice.Contact[];
  vehicles: Vehicle[];
  services: places.Service[];
  visaRules: papers.VisaRule[];
  visaKinds: papers.VisaKind[];
  entry: papers.EntryTerms[];
  holidays: papers.Holiday[];
  posts: places.BorderPost[];
  altitude: dangers.AltitudeRule[];
  seasons: dangers.Season[];
  roads: RoadSection[];
}): void {
  const ids = {
    source: new Set(all.sources.map(({ id }) => id)),
    zone: new Set(all.zones.map(({ id }) => id)),
    place: new Set(all.places.map(({ id }) => id)),
    authority: new Set(all.authorities.map(({ id }) => id)),
    permit: new Set(all.permits.map(({ id }) => id)),
    section: new Set(all.roads.map(({ id }) => id)),
    district: new Set(all.permits.flatMap(({ districts }) => districts.map(({ id }) => id))),
  };
  const need = (kind: keyof typeof ids, wanted: readonly string[], by: string): void => {
    const missing = wanted.find((id) => !ids[kind].has(id));
    if (missing !== undefined) throw new DataError(`${by} names the ${kind} ${missing}, which is not there`);
  };
  for (const [file, records] of Object.entries(all)) {
    if (file === 'sources') continue;
    for (const record of records) {
      need('source', sourcesIn(record), `data/${file}: ${nameOf(record)}`);
    }
  }
  for (const { id, district } of all.places) if (district) need('district', [district], `place ${id}`);
  for (const { id, zone, authority } of all.advisories) {
    need('zone', [zone], `advisory ${id}`);
    need('authority', [authority], `advisory ${id}`);
  }
  for (const { id, authority } of all.zones) if (authority) need('authority', [authority], `zone ${id}`);
  for (const { id, zones, districts } of all.permits) {
    need('zone', [...zones, ...districts.map(({ zone }) => zone)], `permit ${id}`);
  }
  for (const { place } of all.services) need('place', [place], 'data/services.yaml');
  for (const { id, places } of all.posts) need('place', places, `border post ${id}`);
  for (const { id, entry } of all.visaRules) if (entry?.place) need('place', [entry.place], `visa rule ${id}`);
  for (const { id, zones, sections = [] } of all.seasons) {
    need('zone', zones, `season ${id}`);
    need('section', sections, `season ${id}`);
  }
  for (const { id, when, required } of all.mitigations) {
    need('zone', [...(when.zones ?? []), ...(required?.zones ?? [])], `mitigation ${id}`);
    need('permit', when.permits ?? [], `mitigation ${id}`);
  }
}

const nameOf = (record: object): string =>
  'id' in record ? String(record.id) : 'place' in record ? String(record.place) : 'the file';

/** Source ids anywhere in a record. */
function sourcesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'sources' ? (inner as string[]) : sourcesIn(inner)));
}

function fingerprintOf(files: DataFiles): string {
  const sum = Object.keys(files)
    .sort()
    .reduce((crc, name) => crc32(files[name], crc32(name, crc)), 0);
  return sum.toString(16).padStart(8, '0');
}

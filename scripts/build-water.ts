/**
 * Builds data/water.geojson, the lakes and rivers of maps, from a published map of water, from data/rivers.geojson and,
 * where a river is the border, from data/borders.geojson: that line is a hundred times finer.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { place } from '../src/knowledge/schema/places.ts';
import { readInput } from './inputs.ts';
import { areaKm2, perimeterKm, readWater } from './water/lakes.ts';
import { kmToLine, kmToPolygon } from './water/near.ts';
import { readRivers } from './water/rivers.ts';
import { type Bounds, type Polygon, windPolygon } from './zones/plane.ts';

/** The country with some room around it. */
const BOX: Bounds = [66.8, 36.4, 75.5, 41.4];
/** Smaller lakes are triangles in this map: none is better than a wrong shape. A name is worth a rough one. */
const LEAST_KM2 = 8;
const LEAST_NAMED_KM2 = 3;
/** Water so near to a river's line, on most of its shore, is the river's bed: drawn in pieces it looks like lakes. */
const RIVER_BED_KM = 2.5;
/** So is narrow water, but for large lakes: a circle has 1, a square 0.79, a strip ten times as long as wide 0.26. */
const NARROW = 0.35;
const LAKE_KM2 = 25;
/** How far from the shore the gazetteer's point of a lake may lie. */
const NAMED_WITHIN_KM = 8;
/** The shore of a small lake is drawn this roughly. */
const LEAST_DOUBT_KM = 2;

const data = join(import.meta.dirname, '..', 'data');
const read = (name: string): string => readFileSync(join(data, name), 'utf8');

const rivers = readRivers(JSON.parse(read('rivers.geojson')), JSON.parse(read('borders.geojson')));
const [map] = readInput('@geo-maps/earth-waterbodies-10m', ['map.geo.json']);
const gazetteer = z.array(place).parse(parse(read('places.yaml')));
/** A name for several lakes is none for one of them. */
const lakePlaces = gazetteer.filter(
  ({ kind, names }) => kind === 'lake' && !names.some((name) => / lakes$/i.test(name)),
);

const water = readWater(map.toString('latin1'), BOX)
  .filter((polygon) => areaKm2(polygon) >= LEAST_NAMED_KM2)
  .sort((a, b) => areaKm2(b) - areaKm2(a));
const names = nameLakes(water);
const lakes = water.filter((polygon) => names.has(polygon) || (areaKm2(polygon) >= LEAST_KM2 && !isRiverBed(polygon)));

/** Each place names the largest water within its own doubt, which is as large as its lake: the largest lakes first. */
function nameLakes(polygons: readonly Polygon[]): Map<Polygon, string> {
  const named = new Map<Polygon, string>();
  for (const { name, lon, lat, uncertaintyKm } of lakePlaces.toSorted((a, b) => b.uncertaintyKm - a.uncertaintyKm)) {
    const within = Math.min(Math.max(uncertaintyKm, LEAST_DOUBT_KM), NAMED_WITHIN_KM);
    const lake = polygons.find((polygon) => kmToPolygon([lon, lat], polygon) <= within);
    if (lake && !named.has(lake)) named.set(lake, name);
  }
  return named;
}

/** Along a river's line, or long and narrow as no lake of its size is. */
function isRiverBed(polygon: Polygon): boolean {
  const [shore] = polygon;
  const onRiver = shore.filter((vertex) => rivers.some(({ line }) => kmToLine(vertex, line) < RIVER_BED_KM));
  if (onRiver.length > shore.length / 2) return true;
  const km2 = areaKm2(polygon);
  return km2 < LAKE_KM2 && (4 * Math.PI * km2) / perimeterKm(shore) ** 2 < NARROW;
}

const features = [
  ...lakes.map((polygon) => {
    const properties = { kind: 'lake', name: names.get(polygon) ?? null, sources: ['osm-waterbodies'] };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: windPolygon(polygon) } };
  }),
  ...rivers.map(({ id, name, sources, line }) => {
    return {
      type: 'Feature',
      id,
      properties: { kind: 'river', name, sources },
      geometry: { type: 'LineString', coordinates: line },
    };
  }),
];
const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
writeFileSync(join(data, 'water.geojson'), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);

/**
 * The way that a GPX, KML or GeoJSON file draws. Loaded only when a leg names a track. A file with one bad point is
 * refused whole: dropping points would draw a shorter, perhaps safer way than the one that is driven.
 */

import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser, type Document, type Element, ParseError } from '@xmldom/xmldom';
import type { Geometry } from 'geojson';
import { decodeText } from './decode.ts';
import type { Position } from './itinerary.ts';
import { ranges } from './limits.ts';
import type { TrackProblem, TrackProblemCode } from './track-problem.ts';

/** Parts in the file's order; whoever follows them decides what to make of the gaps between. */
export type TrackReading = { readonly parts: readonly (readonly Position[])[] } | { readonly problem: TrackProblem };

const maxBytes = 20_000_000;
/** GeometryCollections inside each other that are followed. */
const maxNesting = 8;

export function readTrack(bytes: Uint8Array, filename: string): TrackReading {
  if (bytes.length > maxBytes) return refuse('too-large');
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return refuse(decoded.problem === 'empty' ? 'empty' : 'not-text');
  const { text } = decoded;
  switch (/\.[a-z]+$/.exec(filename.toLowerCase())?.[0]) {
    case '.gpx':
      return readXml(text, 'gpx');
    case '.kml':
      return readXml(text, 'kml');
    case '.geojson':
    case '.json':
      return readGeojson(text);
    default:
      return refuse('unknown-kind');
  }
}

function refuse(code: TrackProblemCode, at?: { line: number | null; column: number | null }): TrackReading {
  return { problem: { code, line: at?.line ?? null, column: at?.column ?? null } };
}

function readXml(text: string, kind: 'gpx' | 'kml'): TrackReading {
  // No entity is ever expanded, inside the file or from outside it: a document type is refused before parsing.
  const declared = text.search(/<!(DOCTYPE|ENTITY)/i);
  if (declared !== -1) return refuse('entity', placeOf(text, declared));
  const document = parseXml(text);
  if ('problem' in document) return document;
  if (document.documentElement?.localName !== kind) return refuse('wrong-root');
  const points = kind === 'gpx' ? gpxPoints(document) : [];
  const bad = kind === 'gpx' ? points.find(isBadGpxPoint) : badKmlPoint(document);
  if (bad) return refuse('bad-coordinate', { line: bad.lineNumber ?? null, column: bad.columnNumber ?? null });
  // Heights and times are not used, and reading them is most of the converter's work.
  for (const point of points) point.textContent = '';

  const { features } = (kind === 'gpx' ? gpx : kml)(document);
  const geometries = features.map(({ geometry, properties }) => ({ geometry, route: properties?._gpxType === 'rte' }));
  // A GPX file with both holds the plan as a route and the way as tracks.
  const tracked = geometries.some(({ geometry, route }) => !route && isLine(geometry));
  return partsOf(geometries.filter(({ route }) => !(tracked && route)).map(({ geometry }) => geometry));
}

function parseXml(text: string): Document | { problem: TrackProblem } {
  try {
    return new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(text, 'text/xml');
  } catch (error) {
    const locator = error instanceof ParseError ? error.locator : undefined;
    return refuse('not-xml', { line: locator?.lineNumber || null, column: locator?.columnNumber || null }) as {
      problem: TrackProblem;
    };
  }
}

const isLine = (geometry: Geometry | null): boolean =>
  geometry?.type === 'LineString' || geometry?.type === 'MultiLineString' || geometry?.type === 'GeometryCollection';

/** A decimal number in full; the converter would read `37abc` as 37 and drop what is none. */
const decimal = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

const isPlace = (lon: string | null | undefined, lat: string | null | undefined): boolean =>
  decimal.test(lon ?? '') && decimal.test(lat ?? '') && isOnGlobe([Number(lon), Number(lat)]);

const gpxPoints = (document: Document): Element[] =>
  ['trkpt', 'rtept'].flatMap((name) => [...document.getElementsByTagName(name)]);

const isBadGpxPoint = (point: Element): boolean => !isPlace(point.getAttribute('lon'), point.getAttribute('lat'));

function badKmlPoint(document: Document): Element | undefined {
  const listed = [...document.getElementsByTagName('coordinates')].find(
    ({ textContent }) => !words(textContent).every((tuple) => isPlace(...pair(tuple.split(',')))),
  );
  const tracked = [...document.getElementsByTagNameNS('*', 'coord')].find(
    ({ textContent }) => !isPlace(...pair(words(textContent))),
  );
  return listed ?? tracked;
}

const words = (text: string | null): string[] => (text ?? '').split(/\s+/).filter((word) => word !== '');
const pair = ([lon, lat]: readonly string[]): [string | undefined, string | undefined] => [lon, lat];

function readGeojson(text: string): TrackReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('not-json');
  }
  const { type, features, geometry } = fieldsOf(json);
  if (type === 'FeatureCollection') {
    return Array.isArray(features)
      ? partsOf(features.map((feature) => fieldsOf(feature).geometry))
      : refuse('wrong-root');
  }
  return partsOf([type === 'Feature' ? geometry : json]);
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** The lines among the geometries; points and areas are no way. */
function partsOf(geometries: readonly unknown[]): TrackReading {
  const lines = geometries.flatMap((geometry) => linesOf(geometry, 0));
  const parts = lines.map((line) => (Array.isArray(line) ? line.map(positionOf) : [null]));
  if (parts.some((part) => part.includes(null))) return refuse('bad-coordinate');
  const long = (parts as Position[][]).filter((part) => part.length >= 2);
  return long.length === 0 ? refuse('no-line') : { parts: long };
}

function linesOf(geometry: unknown, nesting: number): unknown[] {
  const { type, coordinates, geometries } = fieldsOf(geometry);
  if (type === 'LineString') return [coordinates];
  if (type === 'MultiLineString') return Array.isArray(coordinates) ? coordinates : [null];
  if (type !== 'GeometryCollection' || !Array.isArray(geometries)) return [];
  return nesting < maxNesting ? geometries.flatMap((part) => linesOf(part, nesting + 1)) : [null];
}

function positionOf(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [lon, lat] = value as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' && isOnGlobe([lon, lat]) ? [lon, lat] : null;
}

function isOnGlobe([lon, lat]: Position): boolean {
  return lon >= ranges.lon[0] && lon <= ranges.lon[1] && lat >= ranges.lat[0] && lat <= ranges.lat[1];
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

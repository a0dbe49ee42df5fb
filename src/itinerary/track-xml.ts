/** GPX and KML. Loaded only for such a track: the XML parser and the converter are large. */
import { gpx, kml } from '@tmcw/togeojson';
import type { Document, Element } from '@xmldom/xmldom';
import type { Geometry } from 'geojson';
import { parseXml } from './guarded-xml.ts';
import { isOnGlobe, partsOf, refuse, type TrackReading } from './track-lines.ts';

export function readXml(text: string, kind: 'gpx' | 'kml'): TrackReading {
  const document = parseXml(text, kind);
  if ('problem' in document) return document;
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

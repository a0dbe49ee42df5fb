/** Stops of a KML file: its placemarks that are points; where a folder is called Stops, those in it. */
import type { Element } from '@xmldom/xmldom';
import { parseXml } from '../itinerary/guarded-xml.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { isOnGlobe } from '../itinerary/track-lines.ts';
import { cellsOf } from './columns.ts';
import { endsOf } from './read-gpx.ts';
import { refuse, refuseXml } from './refuse.ts';
import type { DrawnLine, ImportReading, LeftOut, Row } from './rows.ts';
import { below, childrenOf, lineOf, plainText, textIn } from './xml.ts';

export function readKml(text: string): ImportReading {
  const document = parseXml(text, 'kml');
  if ('problem' in document) return refuseXml(document.problem, 'KML');
  const root = document.documentElement!;
  const all = [...below(root, new Set(['Placemark']))];
  const placemarks = all.filter(({ localName }) => localName === 'Placemark');
  const link = all.find(({ localName }) => localName === 'NetworkLink');
  if (placemarks.length === 0 && link !== undefined) {
    const hint = 'Export the map itself: as KML, and without the choice to keep it up to date over the network.';
    return refuse('holds only a link to a map on the network', hint, link.lineNumber);
  }
  const title = textIn(childrenOf(root, 'Document')[0] ?? root, 'name') || null;
  const folder = all.find((element) => element.localName === 'Folder' && /^stops$/i.test(textIn(element, 'name')));
  const inFolder = new Set(folder ? below(folder, new Set(['Placemark'])) : placemarks);

  const rows: Row[] = [];
  const leftOut: LeftOut[] = [];
  const lines: DrawnLine[] = [];
  for (const placemark of placemarks) {
    const shapes = [...below(placemark, new Set(['Point', 'LineString', 'Polygon', 'ExtendedData', 'Track']))];
    const points = shapes.filter(({ localName }) => localName === 'Point');
    const paths = shapes.filter(({ localName }) => localName === 'LineString' || localName === 'Track');
    lines.push(...paths.map(drawn));
    if (inFolder.has(placemark)) rows.push(...points.map((point) => rowOf(placemark, point)));
    else leftOut.push(...points.map(() => leave(placemark, 'the file has a folder Stops, and this is not in it')));
    if (points.length + paths.length > 0) continue;
    const isArea = shapes.some(({ localName }) => localName === 'Polygon');
    // A stop whose place nobody knows is a stop still.
    if (folder !== undefined && inFolder.has(placemark) && !isArea) rows.push(rowOf(placemark));
    else leftOut.push(leave(placemark, isArea ? 'it is an area' : 'it has no point'));
  }
  const found = { title, lines };
  if (rows.length > 0 || lines.length === 0) {
    const isLoose = folder === undefined && rows.length > 1;
    const remarks = isLoose ? ['The points are taken in the order of the file: check that you travel so.'] : [];
    return { ...found, rows, leftOut, remarks };
  }
  const remarks = ['The file has no points: its stops are where its lines begin and end.'];
  return { ...found, rows: endsOf(lines), leftOut, remarks };
}

function rowOf(placemark: Element, point?: Element): Row {
  const data = childrenOf(placemark, 'ExtendedData').flatMap((each) => [...below(each)]);
  // What My Maps and others keep of the table that a map was made from; `begin` and `end` are the days there.
  const fields = data
    .filter(({ localName }) => localName === 'Data' || localName === 'SimpleData')
    .map((each): [string, string] => [
      each.getAttribute('name') ?? '',
      each.localName === 'Data' ? textIn(each, 'value') : plainText(each),
    ]);
  const span = childrenOf(placemark, 'TimeSpan')[0];
  const days = span ? { arrival: textIn(span, 'begin'), departure: textIn(span, 'end') } : {};
  const { nights, arrival, departure, via, by } = { ...cellsOf(fields), ...days };
  const [lon = '', lat = ''] = plainText(point && childrenOf(point, 'coordinates')[0])
    .split(' ')[0]
    .split(',');
  const place = textIn(placemark, 'name');
  return { where: lineOf(placemark), cells: { place, lat, lon, nights, arrival, departure, via, by } };
}

const leave = (placemark: Element, why: string): LeftOut => ({
  where: lineOf(placemark),
  what: textIn(placemark, 'name') || 'a placemark without a name',
  why,
});

function drawn(path: Element): DrawnLine {
  const tuples =
    path.localName === 'Track'
      ? childrenOf(path, 'coord').map((each) => plainText(each).split(' '))
      : plainText(childrenOf(path, 'coordinates')[0])
          .split(' ')
          .map((tuple) => tuple.split(','));
  const ends = [tuples[0], tuples.at(-1)].map((tuple): Position | null => {
    const [lon, lat] = [Number(tuple?.[0] || Number.NaN), Number(tuple?.[1] || Number.NaN)];
    return isOnGlobe([lon, lat]) ? [lon, lat] : null;
  });
  return {
    where: lineOf(path),
    ends: ends[0] && ends[1] && tuples.length > 1 ? [ends[0], ends[1]] : null,
    isTrack: false,
  };
}

/** Stops of a GeoJSON file: its points; where some say that they are stops, those. */
import type { Position } from '../itinerary/itinerary.ts';
import { fieldsOf, partsOf } from '../itinerary/track-lines.ts';
import { cellsOf } from './columns.ts';
import { endsOf } from './read-gpx.ts';
import { refuse } from './refuse.ts';
import type { DrawnLine, ImportReading, LeftOut, Row } from './rows.ts';

export function readGeojson(text: string): ImportReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('is not valid JSON');
  }
  const { type, features, name } = fieldsOf(json);
  const list: unknown = type === 'Feature' ? [json] : features;
  if (type !== 'FeatureCollection' && type !== 'Feature') return refuse('is JSON, but not GeoJSON with features');
  if (!Array.isArray(list)) return refuse('is GeoJSON without a list of features');

  const rows: (Row & { readonly isStop: boolean })[] = [];
  const leftOut: LeftOut[] = [];
  const lines: DrawnLine[] = [];
  (list as unknown[]).forEach((feature, at) => {
    const { geometry, properties } = fieldsOf(feature);
    const { type, coordinates } = fieldsOf(geometry);
    const fields = fieldsOf(properties);
    const where = `feature ${at + 1}`;
    const own = Object.entries(fields).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
    );
    const { place = '', nights, arrival, departure, via, by } = cellsOf(own);
    const cells = { place, nights, arrival, departure, via, by };
    if (type === 'Point') {
      const [lon, lat] = Array.isArray(coordinates) ? (coordinates as unknown[]).map(String) : [];
      rows.push({ where, cells: { ...cells, lat, lon }, isStop: fields.kind === 'stop' });
      return;
    }
    // A stop whose place nobody knows is a stop still.
    if (geometry === null && fields.kind === 'stop') {
      rows.push({ where, cells, isStop: true });
      return;
    }
    const path = partsOf([geometry]);
    if ('parts' in path) lines.push({ where, ends: endsOfParts(path.parts), isTrack: false });
    else leftOut.push({ where, what: place || 'a feature without a name', why: 'it is no point' });
  });

  const saysStop = rows.some(({ isStop }) => isStop);
  const found = { title: typeof name === 'string' && name.trim() !== '' ? name : null, lines };
  if (rows.length === 0 && lines.length > 0) {
    const remarks = ['The file has no points: its stops are where its lines begin and end.'];
    return { ...found, rows: endsOf(lines), leftOut, remarks };
  }
  const others = rows.filter(({ isStop }) => saysStop && !isStop);
  return {
    ...found,
    rows: rows.filter(({ isStop }) => isStop || !saysStop).map(({ where, cells }) => ({ where, cells })),
    leftOut: [
      ...leftOut,
      ...others.map(({ where, cells }) => ({
        where,
        what: cells.place || 'a point without a name',
        why: 'other points are called stops, and this is not',
      })),
    ],
    remarks:
      saysStop || rows.length < 2 ? [] : ['The points are taken in the order of the file: check that you travel so.'],
  };
}

const endsOfParts = (parts: readonly (readonly Position[])[]): [Position, Position] => [
  parts[0][0],
  parts.at(-1)!.at(-1)!,
];

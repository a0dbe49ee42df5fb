/** Stops of a GPX file: the named points of its route, else its waypoints, else where its tracks begin and end. */
import type { Element } from '@xmldom/xmldom';
import { parseXml } from '../itinerary/guarded-xml.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { isOnGlobe } from '../itinerary/track-lines.ts';
import { cellsOf } from './columns.ts';
import { refuseXml } from './refuse.ts';
import type { Cells, DrawnLine, ImportReading, LeftOut, Row } from './rows.ts';
import { childrenOf, lineOf, plainText, textIn } from './xml.ts';

export function readGpx(text: string): ImportReading {
  const document = parseXml(text, 'gpx');
  if ('problem' in document) return refuseXml(document.problem, 'GPX');
  const root = document.documentElement!;
  const title = textIn(childrenOf(root, 'metadata')[0] ?? root, 'name') || null;
  const waypoints = childrenOf(root, 'wpt').map(rowOf);
  const routes = childrenOf(root, 'rte');
  const routed = routes.flatMap((route) => childrenOf(route, 'rtept').map(rowOf));
  const named = routed.filter(({ cells }) => cells.place !== '');
  const segments = childrenOf(root, 'trk').flatMap((track) => childrenOf(track, 'trkseg'));
  // What tajcheck draws may be a guess: read back as a track it would count as the way.
  const isOwn = /^tajcheck\b/i.test(root.getAttribute('creator') ?? '');
  const tracks = segments.map((segment) => drawn(segment, 'trkpt', !isOwn));
  const lines = tracks.length > 0 ? tracks : routes.map((route) => drawn(route, 'rtept', false));
  const found = { title, lines };

  if (named.length > 0) {
    const leftOut = waypoints
      .filter((row) => !isAmong(row, named))
      .map((row) => leave(row, 'the file has a route, and this is no point of it'));
    const shaping = routed.length - named.length;
    const remarks = [
      'The named points of the route are the stops.',
      ...(shaping === 0 ? [] : [`${counted(shaping, 'point')} without a name only draw the route, and are no stops.`]),
    ];
    return { ...found, rows: named, leftOut, remarks };
  }
  if (waypoints.length > 0) {
    const remarks =
      waypoints.length > 1 ? ['The waypoints are taken in the order of the file: check that you travel so.'] : [];
    return { ...found, rows: waypoints, leftOut: [], remarks };
  }
  const remarks = ['The file has no waypoints: its stops are where its lines begin and end.'];
  return { ...found, rows: endsOf(lines), leftOut: lines.filter(({ ends }) => ends === null).map(unreadable), remarks };
}

function rowOf(point: Element): Row {
  const extensions = childrenOf(point, 'extensions').flatMap((each) => childrenOf(each));
  // What is written for this very purpose; the rest of a point (its times, symbols and descriptions) is not.
  const { nights, arrival, departure, via, by } = cellsOf(
    extensions.map((each) => [each.localName ?? '', plainText(each)]),
  );
  return {
    where: lineOf(point),
    cells: { nights, arrival, departure, via, by, ...pointOf(point), place: textIn(point, 'name') },
  };
}

const pointOf = (point: Element): Cells => ({
  lat: point.getAttribute('lat') ?? '',
  lon: point.getAttribute('lon') ?? '',
});

const isAmong = ({ cells }: Row, rows: readonly Row[]): boolean =>
  rows.some((row) => row.cells.place === cells.place && row.cells.lat === cells.lat && row.cells.lon === cells.lon);

const leave = ({ where, cells }: Row, why: string): LeftOut => ({
  where,
  what: cells.place || 'a waypoint without a name',
  why,
});

const unreadable = ({ where }: DrawnLine): LeftOut => ({
  where,
  what: 'a line',
  why: 'it has no points that can be read',
});

function drawn(segment: Element, name: string, isTrack: boolean): DrawnLine {
  const points = childrenOf(segment, name);
  const ends = [points[0], points.at(-1)].map((point): Position | null => {
    const [lon, lat] = ['lon', 'lat'].map((key) => Number(point?.getAttribute(key) || Number.NaN));
    return isOnGlobe([lon, lat]) ? [lon, lat] : null;
  });
  return { where: lineOf(segment), ends: ends[0] && ends[1] && points.length > 1 ? [ends[0], ends[1]] : null, isTrack };
}

/** One stop where a line ends and the next begins. */
export function endsOf(lines: readonly DrawnLine[]): Row[] {
  const rows: Row[] = [];
  let last = '';
  for (const { where, ends } of lines) {
    for (const [lon, lat] of ends ?? []) {
      const here = `${lat},${lon}`;
      if (here !== last) rows.push({ where, cells: { lat: String(lat), lon: String(lon) } });
      last = here;
    }
  }
  return rows;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/**
 * Route and stops as GPX 1.1: the stops as waypoints, and in their order as a route; each leg as a track. GPX has no
 * areas, so that the points where the way enters one stand for them.
 */
import type { DrawnTrip } from '../drawing/drawn-trip.ts';
import { lookOf } from '../drawing/level-looks.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Level } from '../knowledge/schema/parts.ts';
import { escapeXml } from './escape-xml.ts';
import { boundsOf } from './export/bounds.ts';
import { edgeParts } from './export/edges.ts';
import { type LegPart, legParts, type StopPart, stopParts } from './export/parts.ts';
import { sayTitle, sayTrip } from './export/words.ts';

export function reportTripGpx(trip: DrawnTrip): string {
  const { tool, asOf } = trip.assessment;
  const stops = stopParts(trip).filter(({ stop }) => stop.lon !== null);
  const legs = legParts(trip);
  const title = sayTitle(trip.assessment);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx version="1.1" creator="tajcheck ${escapeXml(tool.version)}" xmlns="http://www.topografix.com/GPX/1/1"`,
    '  xmlns:osmand="https://osmand.net/docs/technical/osmand-file-formats/osmand-gpx" xmlns:tajcheck="urn:tajcheck:trip">',
    '  <metadata>',
    `    ${tag('name', title)}`,
    `    ${tag('desc', sayTrip(trip.assessment).join('\n'))}`,
    '    <copyright author="OpenStreetMap contributors">',
    '      <license>https://opendatacommons.org/licenses/odbl/1-0/</license>',
    '    </copyright>',
    `    <time>${asOf}T00:00:00Z</time>`,
    ...writeBounds([...stops.map(positionOf), ...legs.flatMap(({ vertices }) => vertices)]),
    '  </metadata>',
    ...stops.flatMap((stop) => writePoint('wpt', pointOf(stop))),
    ...edgeParts(trip)
      .filter(({ direction, isBorder }) => direction === 'in' || isBorder)
      .flatMap(({ position, name, lines, level, direction }) => {
        const type = direction === 'in' ? 'zone entry' : 'border';
        const looks = { sym: 'Danger Area', type, icon: 'special_symbol_exclamation_mark' };
        return writePoint('wpt', { position, ele: null, name, lines, level, ...looks, fields: {} });
      }),
    ...writeRoute(
      title,
      stops.filter(({ isGate }) => !isGate),
    ),
    ...legs.flatMap(writeLeg),
    '</gpx>',
  ].join('\n')}\n`;
}

interface Point {
  readonly position: Position;
  readonly ele: number | null;
  readonly name: string;
  readonly lines: readonly string[];
  readonly level: Level | null;
  /** Symbol and type as Garmin's programs know them, icon as OsmAnd does. */
  readonly sym: string;
  readonly type: string;
  readonly icon: string;
  /** What `tajcheck import` reads again. */
  readonly fields: Readonly<Record<string, string | number | null>>;
}

function pointOf({ stop, isGate, by, level, lines }: StopPart): Point {
  const { name, lon, lat, altitudeM, nights, from, to } = stop;
  const type = isGate ? 'border' : nights > 0 ? 'night' : 'stop';
  const looks = {
    border: { sym: 'Crossing', icon: 'special_flag' },
    night: { sym: 'Lodging', icon: 'special_house' },
    stop: { sym: 'Flag, Blue', icon: 'special_marker' },
  };
  const fields = { nights, arrival: from, departure: to, by };
  return { position: [lon!, lat!], ele: altitudeM, name, lines, level, type, ...looks[type], fields };
}

function writePoint(
  kind: 'wpt' | 'rtept',
  { position, ele, name, lines, level, sym, type, icon, fields }: Point,
): string[] {
  const [lon, lat] = position;
  const own = Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [tag(`tajcheck:${key}`, value)]));
  return [
    `  <${kind} lat="${lat}" lon="${lon}">`,
    ...(ele === null ? [] : [`    ${tag('ele', ele)}`]),
    `    ${tag('name', name)}`,
    `    ${tag('desc', lines.join('\n'))}`,
    `    ${tag('sym', sym)}`,
    `    ${tag('type', type)}`,
    `    <extensions>${tag('osmand:color', lookOf(level).colour)}${tag('osmand:icon', icon)}${tag('osmand:background', 'circle')}${own.join('')}</extensions>`,
    `  </${kind}>`,
  ];
}

/** Another program, and `tajcheck import`, knows the order of the stops by it. */
function writeRoute(title: string, stops: readonly StopPart[]): string[] {
  if (stops.length === 0) return [];
  const desc = tag('desc', 'The stops in their order. The straight lines between them are no way: the tracks are.');
  return [
    '  <rte>',
    `    ${tag('name', title)}`,
    `    ${desc}`,
    ...stops.flatMap((stop) => writePoint('rtept', pointOf(stop))),
    '  </rte>',
  ];
}

function writeLeg({ leg, name, level, lines, vertices }: LegPart, at: number): string[] {
  const { colour, width } = lookOf(level);
  return [
    '  <trk>',
    `    ${tag('name', name)}`,
    `    ${tag('desc', lines.join('\n'))}`,
    `    ${tag('number', at + 1)}`,
    `    ${tag('type', leg.mode ?? leg.basis)}`,
    `    <extensions>${tag('osmand:color', colour)}${tag('osmand:width', width * 2)}</extensions>`,
    '    <trkseg>',
    ...vertices.map(([lon, lat]) => `      <trkpt lat="${lat}" lon="${lon}"/>`),
    '    </trkseg>',
    '  </trk>',
  ];
}

function writeBounds(positions: readonly Position[]): string[] {
  const box = boundsOf(positions);
  return box === null
    ? []
    : [`    <bounds minlat="${box[1]}" minlon="${box[0]}" maxlat="${box[3]}" maxlon="${box[2]}"/>`];
}

const positionOf = ({ stop: { lon, lat } }: StopPart): Position => [lon!, lat!];

const tag = (name: string, content: string | number): string => `<${name}>${escapeXml(String(content))}</${name}>`;

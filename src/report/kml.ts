/**
 * Route, stops and zones as KML 2.2. Each level has a style, named as Organic Maps names the colours of its bookmarks;
 * colours of KML are written from blue to red.
 */
import type { DrawnTrip } from '../drawing/drawn-trip.ts';
import { levels, lookOf } from '../drawing/level-looks.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Level } from '../knowledge/schema/parts.ts';
import { escapeXml } from './escape-xml.ts';
import { edgeParts } from './export/edges.ts';
import { type LegPart, legParts, type StopPart, stopParts } from './export/parts.ts';
import { sayTitle, sayTrip } from './export/words.ts';
import { type ZonePart, zoneParts } from './export/zones.ts';

export function reportKml(trip: DrawnTrip): string {
  const stops = stopParts(trip);
  const gates = stops.filter(({ isGate }) => isGate);
  const edges = edgeParts(trip).map(({ name, lines, level, position, leg, km, direction }) =>
    placemark({ name, lines, style: bookmark(level), data: { leg, km, direction, level }, shape: point(position) }),
  );
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    '<Document>',
    tag('name', sayTitle(trip.assessment)),
    tag('open', 1),
    tag('description', sayTrip(trip.assessment).join('\n')),
    ...levels.flatMap(writeStyles),
    ...folder('Stops', 'In the order of travel.', stops.filter(({ isGate }) => !isGate).map(writeStop)),
    ...folder('Route by level', 'Each leg is cut where the advice changes.', legParts(trip).flatMap(writeLeg)),
    ...folder('Crossings', 'Where the country and each area are entered and left.', [
      ...gates.map(writeStop),
      ...edges,
    ]),
    ...folder('Zones touched', 'Areas that the trip enters, or may.', zoneParts(trip).map(writeZone)),
    '</Document>',
    '</kml>',
  ].join('\n')}\n`;
}

interface Placemark {
  readonly name: string;
  readonly lines: readonly string[];
  readonly style: string;
  readonly days?: readonly [from: string, to: string] | null;
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly shape: string;
}

function writeStop({ stop, by, level, lines }: StopPart): string {
  const { name, lon, lat, from, to, nights, altitudeM } = stop;
  return placemark({
    ...{ name, lines, style: bookmark(level) },
    days: from === null || to === null ? null : [from, to],
    data: { id: stop.id, nights, arrival: from, departure: to, by, altitudeM, level },
    // Whose place is not known stays in the list.
    shape: lon === null || lat === null ? '' : point([lon, lat]),
  });
}

function writeLeg({ leg, stretches }: LegPart): string[] {
  const { id, date, mode, basis } = leg;
  return stretches.map((stretch) =>
    placemark({
      ...{ name: stretch.name, lines: stretch.lines, style: `level-${stretch.level ?? 'none'}` },
      days: date === null ? null : [date, date],
      data: {
        leg: id,
        fromKm: stretch.fromKm,
        toKm: stretch.toKm,
        level: stretch.level,
        perhaps: stretch.perhaps,
        basis,
        mode,
      },
      shape: `<LineString><tessellate>1</tessellate>${coordinates(stretch.vertices)}</LineString>`,
    }),
  );
}

function writeZone({ zone, level, lines, polygons, statements }: ZonePart): string {
  const { id, kind, authority, basis, uncertaintyKm, asOf } = zone;
  const rings = polygons.map(([outer, ...holes]) =>
    [
      '<Polygon><tessellate>1</tessellate>',
      `<outerBoundaryIs><LinearRing>${coordinates(outer)}</LinearRing></outerBoundaryIs>`,
      ...holes.map((hole) => `<innerBoundaryIs><LinearRing>${coordinates(hole)}</LinearRing></innerBoundaryIs>`),
      '</Polygon>',
    ].join(''),
  );
  return placemark({
    ...{ name: zone.name, lines, style: `area-${level ?? 'none'}` },
    data: { id, kind, authority, level, native: statements[0]?.native ?? null, basis, uncertaintyKm, asOf },
    shape: `<MultiGeometry>${rings.join('\n')}</MultiGeometry>`,
  });
}

/** The order of the elements is the schema's. */
function placemark({ name, lines, style, days, data, shape }: Placemark): string {
  const fields = Object.entries(data).flatMap(([key, value]) =>
    value === null ? [] : [`<Data name="${key}">${tag('value', value)}</Data>`],
  );
  return [
    '<Placemark>',
    tag('name', name),
    tag('description', lines.join('\n')),
    ...(days ? [`<TimeSpan>${tag('begin', days[0])}${tag('end', days[1])}</TimeSpan>`] : []),
    tag('styleUrl', `#${style}`),
    `<ExtendedData>${fields.join('')}</ExtendedData>`,
    ...(shape === '' ? [] : [shape]),
    '</Placemark>',
  ].join('\n');
}

const folder = (name: string, description: string, parts: readonly string[]): string[] => [
  '<Folder>',
  tag('name', name),
  tag('description', description),
  ...parts,
  '</Folder>',
];

function writeStyles(level: Level | null): string[] {
  const { colour, width } = lookOf(level);
  const name = level ?? 'none';
  return [
    `<Style id="${bookmark(level)}"><IconStyle><color>${kmlColour(colour, 'ff')}</color></IconStyle></Style>`,
    `<Style id="level-${name}"><LineStyle><color>${kmlColour(colour, 'ff')}</color><width>${width}</width></LineStyle></Style>`,
    `<Style id="area-${name}"><LineStyle><color>${kmlColour(colour, 'cc')}</color><width>1.5</width></LineStyle>`,
    `<PolyStyle><color>${kmlColour(colour, '26')}</color></PolyStyle></Style>`,
  ];
}

const bookmark = (level: Level | null): string => `placemark-${lookOf(level).name}`;

/** `#rrggbb` as `aabbggrr`. */
const kmlColour = (colour: string, opacity: string): string =>
  `${opacity}${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}`;

const point = (position: Position): string => `<Point>${coordinates([position])}</Point>`;

const coordinates = (positions: readonly Position[]): string =>
  `<coordinates>${positions.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates>`;

const tag = (name: string, content: string | number): string => `<${name}>${escapeXml(String(content))}</${name}>`;

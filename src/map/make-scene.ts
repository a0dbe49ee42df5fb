/** The map of a trip: what of the data is drawn, and in which words. */
import polylabel from 'polylabel';
import type { DrawnTrip } from '../drawing/drawn-trip.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { countryZone } from '../knowledge/country.ts';
import { edgeLine } from '../route/network.ts';
import type { ZoneLayer } from '../zones/layer.ts';
import type { Basemap } from './basemap.ts';
import { linePath, ringsPath } from './path-data.ts';
import { boxOf, type Projection, projectionFor } from './projection.ts';
import { type Box, type Scene, type SceneLine, WORLD } from './scene.ts';
import { sceneAreas } from './scene-areas.ts';
import { sceneMarkers } from './scene-markers.ts';
import { sceneNames } from './scene-names.ts';
import { sceneNotes } from './scene-notes.ts';
import { sceneRoute } from './scene-route.ts';
import { simplifyLine } from './simplify.ts';
import { zoneRings } from './zone-rings.ts';

const OUTLINE_KM = 0.3;
const ROAD_KM = 0.3;
/** Map units around the trip, in shares of its size, and the least that is shown. */
const ROOM = 0.09;
const LEAST = WORLD / 10;

export function makeScene(trip: DrawnTrip, basemap: Basemap): Scene {
  const { assessment, knowledge, ownZones } = trip;
  const layers: ZoneLayer[] = [{ index: knowledge.index, zones: knowledge.zones }, ...ownZones];
  const outline = zoneRings(layers, countryZone(knowledge.entry.country), OUTLINE_KM);
  const extent = boxOf(outline.flat())!;
  const projection = projectionFor({ west: extent.x, east: extent.x + extent.width, north: extent.y + extent.height });
  const draw = (rings: readonly (readonly Position[])[]) =>
    ringsPath(rings.map((ring) => ring.map(projection.toUnits)));

  const country = boxOf(outline.flat().map(projection.toUnits))!;
  const way = boxOf(wayOf(trip).map(projection.toUnits));
  const focus = way === null ? widen(country) : widen(way);
  const world = around(widen(country), focus);
  const markers = sceneMarkers(trip, projection);
  const taken = new Set(assessment.stops.map(({ name }) => name));
  return {
    ...{ world, focus, kmPerUnit: projection.kmPerUnit(focus.y + focus.height / 2) },
    ground: [
      { kind: 'country', path: draw(outline) },
      ...basemap.lakes.map(({ rings }) => ({ kind: 'lake' as const, path: draw(rings) })),
    ],
    areas: sceneAreas(trip, layers, projection),
    lines: baseLines(trip, basemap, projection),
    route: sceneRoute(trip, projection),
    markers,
    names: [
      ...sceneNames(knowledge, basemap, projection, { world, taken }),
      ...countryNames(trip, layers, projection, world),
    ],
    notes: sceneNotes(assessment),
    attribution: [...new Set([...attribution, ...basemap.attribution])],
  };
}

const attribution = [
  'Borders and areas © OpenStreetMap contributors, ODbL 1.0.',
  'Places from GeoNames, CC BY 4.0.',
  'Good for planning, not for steering by.',
];

/** Where the trip is: its stops and lines. */
function wayOf({ assessment, lines }: DrawnTrip): Position[] {
  const stops = assessment.stops.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [[lon, lat] as const]));
  return [...stops, ...lines.flatMap(({ line }) => line.vertices)];
}

/** With some room on all sides. */
function widen({ x, y, width, height }: Box): Box {
  const [wide, high] = [Math.max(width, LEAST), Math.max(height, LEAST)];
  const room = ROOM * Math.max(wide, high);
  const [left, top] = [x + width / 2 - wide / 2 - room, y + height / 2 - high / 2 - room];
  return {
    x: Math.round(left),
    y: Math.round(top),
    width: Math.round(wide + 2 * room),
    height: Math.round(high + 2 * room),
  };
}

/** The smallest box that holds both. */
function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const [right, bottom] = [Math.max(a.x + a.width, b.x + b.width), Math.max(a.y + a.height, b.y + b.height)];
  return { x, y, width: right - x, height: bottom - y };
}

function baseLines({ knowledge }: DrawnTrip, { rivers }: Basemap, { toUnits }: Projection): SceneLine[] {
  const { roads } = knowledge;
  const drawn = (line: readonly Position[], toleranceKm: number) =>
    linePath(simplifyLine(line, toleranceKm).map(toUnits));
  const bySection = roads.sections.map(({ name, surface, number }, section): SceneLine => {
    const edges = [...roads.from.keys()].filter((edge) => roads.section[edge] === section);
    return {
      kind: surface === 'track' ? 'track' : number === null ? 'road' : 'main-road',
      name,
      path: edges.map((edge) => drawn(edgeLine(roads, edge), ROAD_KM)).join(''),
    };
  });
  return [
    ...rivers.map(({ name, line }): SceneLine => ({ kind: 'river', name, path: drawn(line, OUTLINE_KM) })),
    ...bySection,
  ];
}

/** Each country's name where there is most room for it on the map. */
function countryNames({ knowledge }: DrawnTrip, layers: readonly ZoneLayer[], { toUnits }: Projection, world: Box) {
  const countries = Object.values(knowledge.zones).filter(({ kind }) => kind === 'country');
  return countries.flatMap(({ id, name }) => {
    const rings = zoneRings(layers, id, 1).map((ring) => ring.map(toUnits).map(([x, y]) => clamp(x, y, world)));
    const largest = rings.toSorted((a, b) => areaOf(b) - areaOf(a))[0];
    if (largest === undefined || areaOf(largest) < (world.width * world.height) / 200) return [];
    const [x, y] = polylabel([largest], WORLD / 100);
    return [
      {
        text: name,
        kind: 'country' as const,
        x: Math.round(x),
        y: Math.round(y),
        rank: COUNTRY_RANK,
        unitsPerPixel: 100,
      },
    ];
  });
}

/** After the trip's own labels, before those of towns. */
const COUNTRY_RANK = 9_999;

const clamp = (x: number, y: number, { x: left, y: top, width, height }: Box): [number, number] => [
  Math.min(Math.max(x, left), left + width),
  Math.min(Math.max(y, top), top + height),
];

function areaOf(ring: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at++) sum += ring[at - 1][0] * ring[at][1] - ring[at][0] * ring[at - 1][1];
  return Math.abs(sum) / 2;
}

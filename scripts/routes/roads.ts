/** The packaged roads section by section: how finely they are drawn, and what they pass. */
import { parse } from 'yaml';
import { compareText } from '../../src/compare.ts';
import { toLattice } from '../../src/geodesy/lattice.ts';
import { type MeasuredLine, measureLine, positionAtKm } from '../../src/geodesy/measure.ts';
import type { Position } from '../../src/itinerary/itinerary.ts';
import type { DataFiles } from '../../src/knowledge/compile-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { RoadSection } from '../../src/knowledge/schema/roads.ts';
import { kmInside } from '../../src/route/compare-ways.ts';
import { edgeCount, edgeLine } from '../../src/route/network.ts';
import { edgeDistanceKm } from '../../src/zones/nearest.ts';
import { quantile } from './table.ts';

export interface Road {
  readonly section: RoadSection;
  /** Name of its file, without the ending. */
  readonly region: string;
  /** By road, as the router counts. */
  readonly km: number;
  readonly line: MeasuredLine;
  /** Kilometres by road inside each zone that it enters. */
  readonly insideKm: ReadonlyMap<string, number>;
  /** Distance from the border line along the parts that follow it, and where. */
  readonly along: readonly { readonly km: number; readonly at: Position }[];
}

/** Parts along a border are looked at every so many kilometres. */
const STEP_KM = 0.1;

export function readRoads(files: DataFiles, { roads, places, index, zones, borders }: Knowledge): Road[] {
  const regions = Object.keys(files).filter((name) => /^roads\/.*\.yaml$/.test(name));
  const written = regions.flatMap((file) =>
    (parse(files[file]) as RoadSection[]).map((section) => ({ section, region: file.slice(6, -'.yaml'.length) })),
  );
  const edges = Array.from({ length: edgeCount(roads) }, (_, edge) => edge);
  const points = new Map(places.map(({ id, lon, lat }): [string, Position] => [id, [lon, lat]]));
  return written.map(({ section, region }) => {
    const number = roads.sections.findIndex(({ id }) => id === section.id);
    const own = edges.filter((edge) => roads.section[edge] === number);
    const vertices = own.flatMap((edge, at) => edgeLine(roads, edge).slice(at === 0 ? 0 : 1));
    const line = measureLine(vertices);
    const km = own.reduce((sum, edge) => sum + roads.km[edge], 0);
    const drawnKm = line.km.at(-1)!;
    const byRoad = { vertices, km: Array.from(line.km, (at) => (at * km) / drawnKm) };
    const along = partsAlong(section, vertices, points).flatMap(({ neighbour, part }) =>
      samples(part).map((at) => ({ km: edgeDistanceKm(borders, borders.ids.indexOf(neighbour), at), at })),
    );
    return { section, region, km, line, insideKm: kmInside([{ index, zones }], byRoad), along };
  });
}

/** The parts of a section that follow a border line, each from the entry before `along` to the one after. */
function partsAlong({ way }: RoadSection, vertices: readonly Position[], points: ReadonlyMap<string, Position>) {
  const parts: { neighbour: string; part: Position[] }[] = [];
  let reached = 0;
  let start: { neighbour: string; from: number } | null = null;
  for (const entry of way) {
    if (typeof entry === 'object' && 'along' in entry) {
      start = { neighbour: entry.along, from: reached };
      continue;
    }
    const [lon, lat] = (typeof entry === 'string' ? points.get(entry)! : entry).map(toLattice);
    reached = vertices.findIndex(
      (vertex, at) => at >= reached && toLattice(vertex[0]) === lon && toLattice(vertex[1]) === lat,
    );
    if (start !== null) parts.push({ neighbour: start.neighbour, part: vertices.slice(start.from, reached + 1) });
    start = null;
  }
  return parts;
}

function samples(part: readonly Position[]): Position[] {
  const line = measureLine(part);
  return Array.from({ length: Math.floor(line.km.at(-1)! / STEP_KM) + 1 }, (_, at) => positionAtKm(line, at * STEP_KM));
}

export const roadHead = [
  ...['road', 'sections', 'km', 'published', 'drawn', 'drawn/km', 'vertices', 'mean gap', 'largest', 'after'],
  ...['along km', 'median', 'p95', 'max', 'at'],
];

/** One row of the table for all the roads of a group. */
export function roadRow(name: string, roads: readonly Road[]): string[] {
  const [km, drawnKm] = [total(roads, (road) => road.km), total(roads, ({ line }) => line.km.at(-1)!)];
  const publishedKm = total(roads, ({ section }) => section.km ?? 0);
  const gaps = roads.flatMap(({ section, line }) =>
    line.vertices.slice(1).map((_, at) => ({ section, from: line.vertices[at], km: line.km[at + 1] - line.km[at] })),
  );
  const largest = gaps.reduce((most, gap) => (gap.km > most.km ? gap : most));
  const along = roads.flatMap((road) => road.along).sort((a, b) => a.km - b.km);
  const strays = along.map((sample) => sample.km);
  return [
    ...[name, `${roads.length}`, km.toFixed(1), publishedKm > 0 ? publishedKm.toFixed(1) : ''],
    ...[drawnKm.toFixed(1), (drawnKm / km).toFixed(2)],
    ...[`${gaps.length + roads.length}`, (drawnKm / gaps.length).toFixed(2), largest.km.toFixed(1)],
    `${roads.length > 1 ? `${largest.section.id} ` : ''}${lonLat(largest.from)}`,
    ...(along.length === 0
      ? ['', '', '', '', '']
      : [
          (along.length * STEP_KM).toFixed(0),
          ...[0.5, 0.95, 1].map((share) => quantile(strays, share).toFixed(2)),
          lonLat(along.at(-1)!.at),
        ]),
  ];
}

const total = (roads: readonly Road[], of: (road: Road) => number): number =>
  roads.reduce((sum, road) => sum + of(road), 0);

const lonLat = ([lon, lat]: Position): string => `${lon.toFixed(3)},${lat.toFixed(3)}`;

/** Shorter stretches in another country are the last steps to a border post, km. */
const ABROAD_KM = 0.05;

/**
 * The share of a group's length inside each zone, %: advisories, permits, hazards, and countries that are not the
 * section's own. Zones of one share are named together where all but the end of their ids is the same.
 */
export function zoneShares(roads: readonly Road[], { zones }: Pick<Knowledge, 'zones'>): string {
  const inside = new Map<string, number>();
  for (const { section, insideKm } of roads) {
    for (const [id, km] of insideKm) {
      const { kind } = zones[id];
      const isOwn = kind === 'district' || id === `country-${section.country.toLowerCase()}`;
      if (isOwn || (kind === 'country' && km < ABROAD_KM)) continue;
      inside.set(id, (inside.get(id) ?? 0) + km);
    }
  }
  const km = total(roads, (road) => road.km);
  const families = new Map<string, string[]>();
  for (const [id, insideKm] of [...inside].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))) {
    const end = id.lastIndexOf('-') + 1;
    const share = (100 * insideKm) / km;
    const family = `${id.slice(0, end)}* ${share < 1 ? '<1' : share.toFixed(0)}`;
    families.set(family, [...(families.get(family) ?? []), id.slice(end)]);
  }
  return [...families].map(([family, ends]) => family.replace('*', ends.join('/'))).join(', ');
}

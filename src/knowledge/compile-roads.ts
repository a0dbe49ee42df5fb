/** Turns the sections of `data/roads/` into a network of edges. */
import { DataError } from '../errors.ts';
import { toLattice } from '../geodesy/lattice.ts';
import { measureLine } from '../geodesy/measure.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { placesById } from '../places/gazetteer.ts';
import type { RoadNetwork, Section } from '../route/network.ts';
import { followBorder } from './follow-border.ts';
import type { Place } from './schema/places.ts';
import type { RoadSection } from './schema/roads.ts';

/** How far from a border river a road along it runs, unless its section says otherwise, km. */
const BANK_KM = 0.15;

export interface Surroundings {
  readonly places: readonly Place[];
  /** Border lines by neighbour. */
  readonly borders: Readonly<Record<string, readonly (readonly Position[])[]>>;
  /** Whether a country holds a point. */
  readonly isIn: (country: string, position: Position) => boolean;
}

/** A piece of road between two neighbouring places. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly section: Section;
  /** Length by road: the drawn length, stretched as the section's published length asks. */
  readonly km: number;
  readonly line: readonly Position[];
}

/** Throws `DataError` for a way that cannot be drawn. */
export function compileRoads(sections: readonly RoadSection[], surroundings: Surroundings): RoadNetwork {
  const edges = drawRoads(sections, surroundings);
  const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort();
  const number = new Map(nodes.map((id, at) => [id, at]));
  const start = new Uint32Array(edges.length + 1);
  edges.forEach(({ line }, at) => {
    start[at + 1] = start[at] + line.length;
  });
  refuseTwins(edges);
  const kinds = sections.map(({ way: _, ...section }) => section);
  const numbers = new Map(kinds.map(({ id }, at) => [id, at]));
  return {
    sections: kinds,
    nodes,
    from: Uint16Array.from(edges, ({ from }) => number.get(from)!),
    to: Uint16Array.from(edges, ({ to }) => number.get(to)!),
    section: Uint16Array.from(edges, ({ section }) => numbers.get(section.id)!),
    km: Float32Array.from(edges, ({ km }) => km),
    start,
    vertices: Int32Array.from(
      edges.flatMap(({ line }) => line.flatMap(([lon, lat]) => [toLattice(lon), toLattice(lat)])),
    ),
  };
}

/** Every edge with its line. Throws `DataError` for a way that cannot be drawn. */
function drawRoads(sections: readonly RoadSection[], surroundings: Surroundings): Edge[] {
  const places = placesById(surroundings);
  return sections.flatMap(({ way, ...section }) => edgesOf(section, way, places, surroundings));
}

/** Between two neighbouring places there is one road: a second needs a place of its own on it. */
function refuseTwins(edges: readonly Edge[]): void {
  const seen = new Map<string, string>();
  for (const { from, to, section } of edges) {
    const ends = [from, to].sort().join(' - ');
    const other = seen.get(ends);
    if (other !== undefined) throw new DataError(`data/roads: ${ends} stands in ${other} and in ${section.id}`);
    seen.set(ends, section.id);
  }
}

/** From every place of the network the roads lead to every other. Throws `DataError` with one that they do not reach. */
export function refuseIslands({ nodes, from, to }: RoadNetwork): void {
  const next = nodes.map((): number[] => []);
  from.forEach((node, edge) => {
    next[node].push(to[edge]);
    next[to[edge]].push(node);
  });
  const reached = new Set([0]);
  for (const node of reached) for (const other of next[node]) reached.add(other);
  const island = nodes.find((_, node) => !reached.has(node));
  if (island !== undefined) throw new DataError(`data/roads: no road leads from ${nodes[0]} to ${island}`);
}

function edgesOf(
  section: Section,
  way: RoadSection['way'],
  places: ReadonlyMap<string, Place>,
  { borders, isIn }: Surroundings,
): Edge[] {
  const wrong = (what: string): DataError => new DataError(`data/roads: ${section.id}: ${what}`);
  const pointOf = (entry: RoadSection['way'][number] | undefined): Position => {
    if (typeof entry === 'string') {
      const place = places.get(entry);
      if (place === undefined) throw wrong(`there is no place ${entry}`);
      return [place.lon, place.lat];
    }
    if (Array.isArray(entry)) return entry;
    throw wrong('`along` stands between two points');
  };
  if (typeof way[0] !== 'string' || typeof way.at(-1) !== 'string') throw wrong('it must begin and end at a place');

  const pieces: { from: string; to: string; line: Position[] }[] = [];
  let from = way[0];
  let line: Position[] = [pointOf(way[0])];
  way.slice(1).forEach((entry, index) => {
    if (typeof entry === 'object' && 'along' in entry) {
      const [before, after] = [pointOf(way[index]), pointOf(way[index + 2])];
      const isOurs = (position: Position): boolean => isIn(section.country, position);
      const bank = followBorder(borders[entry.along] ?? [], before, after, entry.bank ?? BANK_KM, isOurs);
      if (bank === null) throw wrong(`no border line with ${entry.along} passes there`);
      line.push(...bank);
      return;
    }
    line.push(pointOf(entry));
    if (typeof entry !== 'string') return;
    pieces.push({ from, to: entry, line });
    from = entry;
    line = [pointOf(entry)];
  });

  const drawn = pieces.map((piece) => measureLine(piece.line).km.at(-1)!);
  const stretch = section.km === null ? 1 : section.km / drawn.reduce((sum, km) => sum + km, 0);
  return pieces.map((piece, at) => ({ ...piece, section, km: drawn[at] * stretch }));
}

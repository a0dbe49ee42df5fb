/** The quickest way between two points of the network, and other ways that a traveller could mean. */
import type { Vehicle } from '../knowledge/schema/roads.ts';
import { perText } from '../remember.ts';
import type { RoadNetwork, Section } from './network.ts';
import { speedOn } from './pace.ts';
import { type Graph, makeGraph, type Path, shortestPath, type Terminal } from './shortest-path.ts';
import type { RoadPoint } from './snap.ts';

/** Part of an edge, in travelling order: backwards when `fromKm` is the greater. */
interface Piece {
  readonly edge: number;
  readonly fromKm: number;
  readonly toKm: number;
}

export interface Way {
  readonly pieces: readonly Piece[];
  readonly km: number;
  readonly hours: number;
}

export interface Router {
  readonly network: RoadNetwork;
  readonly graph: Graph;
  /** Hours on each edge, by vehicle, as they are asked for. */
  readonly hours: Map<Vehicle, Float64Array>;
  /** Points put on the road lately. */
  readonly snapped: (point: string, make: () => RoadPoint | null) => RoadPoint | null;
}

/** Points to keep. */
const POINTS = 1000;

export function makeRouter(network: RoadNetwork): Router {
  return {
    network,
    graph: makeGraph(network.nodes.length, network.from, network.to),
    hours: new Map(),
    snapped: perText(POINTS),
  };
}

function hoursOnEdges({ network: { sections, section, km }, hours }: Router, vehicle: Vehicle): Float64Array {
  let own = hours.get(vehicle);
  if (own === undefined) {
    const speeds = sections.map((one) => speedOn(one, vehicle));
    own = Float64Array.from(km, (length, edge) => length / speeds[section[edge]]);
    hours.set(vehicle, own);
  }
  return own;
}

export interface WayOptions {
  readonly vehicle: Vehicle;
  /** Sections that must not be used. */
  readonly isBlocked?: (section: Section) => boolean;
  /** Factors on the time of some edges. */
  readonly penalties?: ReadonlyMap<number, number>;
  /** Ways that take longer, factors counted in, are not looked for; hours. */
  readonly limit?: number;
}

/** A stop at the end of an edge may lie a rounding error before it, km. */
const NOTHING_KM = 1e-5;
const isNothing = ({ fromKm, toKm }: Piece): boolean => Math.abs(toKm - fromKm) <= NOTHING_KM;

/** Null when no road joins the two within the limit. */
export function findWay(router: Router, from: RoadPoint, to: RoadPoint, options: WayOptions): Way | null {
  const { network, graph } = router;
  const { km } = network;
  const hours = hoursOnEdges(router, options.vehicle);
  const costs = costsOf(network, hours, options);
  const share = ({ edge, fromKm, toKm }: Piece, ofEdge: Float64Array): number =>
    fromKm === toKm ? 0 : (Math.abs(toKm - fromKm) / km[edge]) * ofEdge[edge];
  const costOf = (piece: Piece): number => (isNothing(piece) ? 0 : share(piece, costs));

  // Both ways out of the edge of the start, and both ways into that of the end.
  const terminals = ({ edge, km: at }: RoadPoint): Terminal[] => [
    { node: network.from[edge], cost: costOf({ edge, fromKm: at, toKm: 0 }) },
    { node: network.to[edge], cost: costOf({ edge, fromKm: at, toKm: km[edge] }) },
  ];
  const direct = from.edge === to.edge ? { edge: from.edge, fromKm: from.km, toKm: to.km } : null;
  const directCost = direct === null ? Infinity : costOf(direct);
  const limit = Math.min(directCost, options.limit ?? Infinity);
  const path = shortestPath(graph, terminals(from), terminals(to), costs, limit);
  if (path === null && directCost === Infinity) return null;
  const pieces = (path === null ? [direct!] : piecesOf(network, from, path, to)).filter((piece) => !isNothing(piece));
  return {
    pieces,
    km: pieces.reduce((sum, { fromKm, toKm }) => sum + Math.abs(toKm - fromKm), 0),
    hours: pieces.reduce((sum, piece) => sum + share(piece, hours), 0),
  };
}

/** Hours with factors; edges of blocked sections cost `Infinity`. */
function costsOf({ sections, section }: RoadNetwork, hours: Float64Array, { isBlocked, penalties }: WayOptions) {
  if (isBlocked === undefined && penalties === undefined) return hours;
  const costs = hours.slice();
  for (const [edge, factor] of penalties ?? []) costs[edge] *= factor;
  if (isBlocked !== undefined) {
    const blocked = sections.map(isBlocked);
    for (let edge = 0; edge < costs.length; edge++) if (blocked[section[edge]]) costs[edge] = Infinity;
  }
  return costs;
}

/** From the start to the first node, along whole edges, and from the last node to the end. */
function piecesOf(network: RoadNetwork, from: RoadPoint, path: Path, to: RoadPoint): Piece[] {
  const kmAt = (edge: number, node: number): number => (network.from[edge] === node ? 0 : network.km[edge]);
  const pieces: Piece[] = [{ edge: from.edge, fromKm: from.km, toKm: kmAt(from.edge, path.start.node) }];
  let node = path.start.node;
  for (const edge of path.edges) {
    const other = network.from[edge] === node ? network.to[edge] : network.from[edge];
    pieces.push({ edge, fromKm: kmAt(edge, node), toKm: kmAt(edge, other) });
    node = other;
  }
  pieces.push({ edge: to.edge, fromKm: kmAt(to.edge, node), toKm: to.km });
  return pieces;
}

/** Another way takes at most so many times as long, and shares at most so much of its length with those found. */
const LONGER = 1.6;
const SHARED = 0.75;
/** Roads already found are made so much slower before the next search. */
const PENALTY = 2.5;
const MOST = 3;
/** A loop much too long, or a by-pass near a town, may be found before the road that is meant: the search goes on. */
const SEARCHES = 4;

/**
 * Ways other than the quickest that are not much longer and not nearly the same, and that enter no country which the
 * quickest does not: nobody means a loop over two border posts without saying so. The quicker first.
 */
export function otherWaysThan(best: Way, router: Router, from: RoadPoint, to: RoadPoint, options: WayOptions): Way[] {
  const { network } = router;
  const countriesOf = ({ pieces }: Way): string[] =>
    pieces.map(({ edge }) => network.sections[network.section[edge]].country);
  const countries = new Set(countriesOf(best));
  const ways = [best];
  const penalties = new Map<number, number>();
  let last = best;
  for (let search = 0; search < SEARCHES && ways.length < MOST; search++) {
    for (const { edge } of last.pieces) penalties.set(edge, (penalties.get(edge) ?? 1) * PENALTY);
    // A way that is not much longer costs no more than this, whichever edges it shares.
    const limit = best.hours * LONGER * PENALTY ** (search + 1);
    const other = findWay(router, from, to, { ...options, penalties, limit });
    if (other === null) break;
    const isOther = ways.every((way) => sharedShare(other, way) <= SHARED);
    const isMeant = other.hours <= best.hours * LONGER && countriesOf(other).every((code) => countries.has(code));
    if (isOther && isMeant) ways.push(other);
    last = other;
  }
  return ways.slice(1).sort((a, b) => a.hours - b.hours);
}

/** How much of a way's length lies on the edges of another. */
function sharedShare(way: Way, other: Way): number {
  const edges = new Set(other.pieces.map(({ edge }) => edge));
  const shared = way.pieces.filter(({ edge }) => edges.has(edge));
  return shared.reduce((sum, { fromKm, toKm }) => sum + Math.abs(toKm - fromKm), 0) / way.km;
}

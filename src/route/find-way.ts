/** The quickest way between two points of the network, and other ways that a traveller could mean. */
import createGraph, { type Graph, type NodeId } from 'ngraph.graph';
import { aStar } from 'ngraph.path';
import { shortDistanceKm } from '../geodesy/great-ellipse.ts';
import { toDegrees } from '../geodesy/lattice.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Vehicle } from '../knowledge/schema.ts';
import { edgeCount, type RoadNetwork, type Section } from './network.ts';
import { speedOn } from './pace.ts';
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
  readonly graph: Graph<Position, Piece>;
}

export function makeRouter(network: RoadNetwork): Router {
  const graph = createGraph<Position, Piece>();
  const { from, to, start, vertices, km } = network;
  const positionOf = (vertex: number): Position => [
    toDegrees(vertices[2 * vertex]),
    toDegrees(vertices[2 * vertex + 1]),
  ];
  for (let edge = 0; edge < edgeCount(network); edge++) {
    graph.addNode(from[edge], positionOf(start[edge]));
    graph.addNode(to[edge], positionOf(start[edge + 1] - 1));
    graph.addLink(from[edge], to[edge], { edge, fromKm: 0, toKm: km[edge] });
  }
  return { network, graph };
}

const FROM = 'from';
const TO = 'to';

export interface WayOptions {
  readonly vehicle: Vehicle;
  /** Sections that must not be used. */
  readonly isBlocked?: (section: Section) => boolean;
  /** Factor on the time of an edge. */
  readonly penalty?: (edge: number) => number;
}

/** A published length may be this much less than the drawn one: no way is shorter than so much of the straight line. */
const SHORTEST = 0.9;
/** A stop at the end of an edge may lie a rounding error before it, km. */
const NOTHING_KM = 1e-5;
const isNothing = ({ fromKm, toKm }: Piece): boolean => Math.abs(toKm - fromKm) <= NOTHING_KM;

/** Null when no road joins the two. */
export function findWay({ network, graph }: Router, from: RoadPoint, to: RoadPoint, options: WayOptions): Way | null {
  const { vehicle, isBlocked, penalty } = options;
  const sectionOf = (edge: number): Section => network.sections[network.section[edge]];
  const hoursOf = ({ edge, fromKm, toKm }: Piece): number =>
    Math.abs(toKm - fromKm) / speedOn(sectionOf(edge), vehicle);

  const fastest = network.sections.reduce((most, section) => Math.max(most, speedOn(section, vehicle)), 0);
  // The two ends become nodes of their own for the time of the search.
  for (const [name, { edge, km, position }] of [[FROM, from] as const, [TO, to] as const]) {
    graph.addNode(name, position);
    graph.addLink(name, network.from[edge], { edge, fromKm: km, toKm: 0 });
    graph.addLink(name, network.to[edge], { edge, fromKm: km, toKm: network.km[edge] });
  }
  if (from.edge === to.edge) graph.addLink(FROM, TO, { edge: from.edge, fromKm: from.km, toKm: to.km });
  const found = aStar(graph, {
    oriented: false,
    heuristic: (a, b) => (shortDistanceKm(a.data, b.data) * SHORTEST) / fastest,
    distance: (_a, _b, link) => hoursOf(link.data) * (penalty?.(link.data.edge) ?? 1),
    blocked: (_a, _b, { data }) => !isNothing(data) && (isBlocked?.(sectionOf(data.edge)) ?? false),
  }).find(FROM, TO);
  const ids = found.map(({ id }) => id).reverse();
  // Where no way is free the library may answer with the end alone.
  const pieces = ids[0] === FROM ? ids.slice(1).map((id, at) => pieceBetween(graph, ids[at], id)) : null;
  graph.removeNode(FROM);
  graph.removeNode(TO);
  if (pieces === null) return null;
  const used = pieces.filter((piece) => !isNothing(piece));
  return {
    pieces: used,
    km: used.reduce((sum, { fromKm, toKm }) => sum + Math.abs(toKm - fromKm), 0),
    hours: used.reduce((sum, piece) => sum + hoursOf(piece), 0),
  };
}

function pieceBetween(graph: Router['graph'], from: NodeId, to: NodeId): Piece {
  const forward = graph.getLink(from, to);
  if (forward) return forward.data;
  const { edge, fromKm, toKm } = graph.getLink(to, from)!.data;
  return { edge, fromKm: toKm, toKm: fromKm };
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
  const times = new Map<number, number>();
  let last = best;
  for (let search = 0; search < SEARCHES && ways.length < MOST; search++) {
    for (const { edge } of last.pieces) times.set(edge, (times.get(edge) ?? 1) * PENALTY);
    const other = findWay(router, from, to, { ...options, penalty: (edge) => times.get(edge) ?? 1 });
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

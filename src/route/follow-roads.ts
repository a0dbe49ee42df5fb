/** A leg that follows the packaged roads from stop to stop. */
import { shortDistanceKm } from '../geodesy/great-ellipse.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Vehicle } from '../knowledge/schema.ts';
import { addPoint, drawWay, emptyLine, type RoadLine } from './draw-way.ts';
import { findWay, otherWaysThan, type Router, type Way } from './find-way.ts';
import { guessWay } from './guess.ts';
import type { Guess } from './leg.ts';
import type { RoadNetwork, Section } from './network.ts';
import { openingOf } from './pace.ts';
import { type RoadPoint, snapToRoad } from './snap.ts';

/** A stop, or a place that the way goes through. */
export interface Waypoint {
  readonly name: string;
  readonly position: Position;
  /** Gazetteer id; null for coordinates. */
  readonly place: string | null;
  readonly uncertaintyKm: number;
  /** Country of the position; null: not known. */
  readonly country: string | null;
}

/** A waypoint beyond the road. */
interface OffRoad {
  readonly name: string;
  readonly km: number;
}

export interface RoadWay {
  readonly line: RoadLine;
  readonly guesses: Guess[];
  readonly offRoad: OffRoad[];
  readonly hours: number;
  /** Roads that would have been quicker and are shut on the day. */
  readonly avoided: readonly Section[];
  /** Other ways that the traveller could have meant; none where places on the way say which it is. */
  readonly others: readonly Way[];
}

/** A waypoint this near to a road, beside the doubt about where it is, counts as on it. */
const SNAP_KM = 2;
/** Farther than this from any road the packaged roads say nothing of the way. */
const BEYOND_KM = 40;

/** Null where roads do not lead: the way is a guess as a whole. `months`: those of the leg's days, null when not known. */
export function followRoads(
  router: Router,
  waypoints: readonly Waypoint[],
  vehicle: Vehicle,
  months: readonly number[] | null,
): RoadWay | null {
  const points = waypoints.map((waypoint) => snap(router.network, waypoint));
  if (points.some((point) => point === null)) return null;
  const ends = points as RoadPoint[];

  const drawing: Drawing = { line: emptyLine(), guesses: [], offRoad: new Map() };
  const avoided = new Map<string, Section>();
  let hours = 0;
  let others: readonly Way[] = [];
  for (let hop = 1; hop < waypoints.length; hop++) {
    const [from, to] = [ends[hop - 1], ends[hop]];
    const straightKm = shortDistanceKm(waypoints[hop - 1].position, waypoints[hop].position);
    // Two places apart from every road, and nearer to each other than to it: no road leads from one to the other.
    if (from.distanceKm + to.distanceKm > Math.max(straightKm, SNAP_KM)) return null;
    const found = quickestOpen(router, from, to, vehicle, months);
    if (found === null) return null;
    for (const section of found.avoided) avoided.set(section.id, section);
    joinRoad(waypoints[hop - 1], from, 'leave', drawing);
    drawWay(router.network, found.way, vehicle, drawing.line);
    joinRoad(waypoints[hop], to, 'arrive', drawing);
    hours += found.way.hours;
    if (waypoints.length === 2) others = otherWaysThan(found.way, router, from, to, { vehicle });
  }
  const { line, guesses, offRoad } = drawing;
  return { line, guesses, offRoad: [...offRoad.values()], hours, avoided: [...avoided.values()], others };
}

interface Drawing {
  readonly line: RoadLine;
  readonly guesses: Guess[];
  readonly offRoad: Map<string, OffRoad>;
}

/** Roads shut on the day are taken only where no other leads. */
function quickestOpen(
  router: Router,
  from: RoadPoint,
  to: RoadPoint,
  vehicle: Vehicle,
  months: readonly number[] | null,
): { way: Way; avoided: Section[] } | null {
  const any = findWay(router, from, to, { vehicle });
  if (any === null) return null;
  const isShut = (section: Section): boolean => months !== null && openingOf(section, months) === 'closed';
  const shut = any.pieces.map(({ edge }) => router.network.sections[router.network.section[edge]]).filter(isShut);
  const open = shut.length === 0 ? any : findWay(router, from, to, { vehicle, isBlocked: isShut });
  return open === null ? { way: any, avoided: [] } : { way: open, avoided: shut };
}

/** A road of the waypoint's own country, where it is known: the other bank of a border river is not reached by ours. */
function snap(network: RoadNetwork, { position, place, uncertaintyKm, country }: Waypoint): RoadPoint | null {
  const node = place === null ? -1 : network.nodes.indexOf(place);
  const isAllowed = (edge: number): boolean =>
    node >= 0
      ? network.from[edge] === node || network.to[edge] === node
      : country === null || network.sections[network.section[edge]].country === country;
  return snapToRoad(network, position, BEYOND_KM + uncertaintyKm, isAllowed);
}

/** The stretch between a waypoint and the road: drawn straight, and a guess where it is long. */
function joinRoad(
  { name, position, uncertaintyKm }: Waypoint,
  point: RoadPoint,
  side: 'leave' | 'arrive',
  { line, guesses, offRoad }: Drawing,
): void {
  if (side === 'leave') addPoint(line, position, 0);
  if (point.distanceKm > SNAP_KM + uncertaintyKm) {
    const guess = side === 'leave' ? guessWay(position, point.position) : guessWay(point.position, position);
    guesses.push(guess);
    offRoad.set(name, { name, km: point.distanceKm });
    for (const vertex of guess.line) addPoint(line, vertex, 0);
  }
  if (side === 'arrive') addPoint(line, position, 0);
}

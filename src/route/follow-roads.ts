/** A leg that follows the packaged roads from stop to stop. */
import { shortDistanceKm } from '../geodesy/great-ellipse.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Vehicle } from '../knowledge/schema/roads.ts';
import { chooseWay } from './choose-way.ts';
import { addPoint, drawWay, emptyLine, type RoadLine } from './draw-way.ts';
import { otherWaysThan, type Router, type Way } from './find-way.ts';
import { guessWay } from './guess.ts';
import type { Guess } from './leg.ts';
import type { Section } from './network.ts';
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

/** Another way between the two ends of a leg. */
export interface OtherWay {
  readonly line: RoadLine;
  readonly hours: number;
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
  readonly others: readonly OtherWay[];
}

/** A waypoint this near to a road counts as on it. However doubtful its place, a longer straight line is no road. */
const SNAP_KM = 2;
/** Farther than this from any road the packaged roads say nothing of the way. */
const BEYOND_KM = 40;

/** Whoever names a place on the way goes on from there: back by the same road only where that is so much quicker. */
const AGAIN = 1.6;

/** Null where roads do not lead: the way is a guess as a whole. `months`: those of the leg's days, null when not known. */
export function followRoads(
  router: Router,
  waypoints: readonly Waypoint[],
  vehicle: Vehicle,
  months: readonly number[] | null,
): RoadWay | null {
  const points = waypoints.map((waypoint) => snap(router, waypoint));
  const drawing = emptyDrawing();
  const avoided = new Map<string, Section>();
  let hours = 0;
  let others: readonly OtherWay[] = [];
  const penalties = new Map<number, number>();
  /** Those of a hop's two ends that the way only goes through. */
  const throughOf = (hop: number): RoadPoint[] =>
    [hop - 1, hop].flatMap((at) => (at > 0 && at < points.length - 1 ? (points[at] ?? []) : []));
  for (let hop = 1; hop < waypoints.length; hop++) {
    const [start, end] = [waypoints[hop - 1], waypoints[hop]];
    const [from, to] = [points[hop - 1], points[hop]];
    const found =
      from && to && isNearRoads(start, end, from, to)
        ? chooseWay(router, from, to, { vehicle, penalties }, months, throughOf(hop))
        : null;
    if (!from || !to || found === null) {
      guessHop(start, end, from, to, drawing);
      continue;
    }
    for (const { edge } of found.way.pieces) penalties.set(edge, AGAIN);
    for (const section of found.avoided) avoided.set(section.id, section);
    const drawHop = (way: Way, onto: Drawing): RoadLine => {
      joinRoad(start, from, 'leave', onto);
      drawWay(router.network, way, vehicle, onto.line);
      joinRoad(end, to, 'arrive', onto);
      return onto.line;
    };
    drawHop(found.way, drawing);
    hours += found.way.hours;
    if (waypoints.length > 2) continue;
    // Drawn from stop to stop like the leg, so that the two can be compared.
    others = otherWaysThan(found.way, router, from, to, { vehicle, isBlocked: found.isAbroad }).map((way) => {
      return { line: drawHop(way, emptyDrawing()), hours: way.hours };
    });
  }
  const { line, guesses, offRoad } = drawing;
  if (line.stretches.length === 0 && guesses.length > 0) return null;
  return { line, guesses, offRoad: [...offRoad.values()], hours, avoided: [...avoided.values()], others };
}

/** Two places apart from every road, and nearer to each other than to it: no road leads from one to the other. */
function isNearRoads(start: Waypoint, end: Waypoint, from: RoadPoint, to: RoadPoint): boolean {
  const straightKm = shortDistanceKm(start.position, end.position);
  return from.distanceKm + to.distanceKm <= Math.max(straightKm, SNAP_KM);
}

/** A hop that no road makes is a straight guess, and it is told of each end that lies off the roads. */
function guessHop(
  start: Waypoint,
  end: Waypoint,
  from: RoadPoint | null,
  to: RoadPoint | null,
  { line, guesses, offRoad }: Drawing,
): void {
  const guess = guessWay(start.position, end.position);
  guesses.push(guess);
  for (const vertex of guess.line) addPoint(line, vertex, 0);
  for (const [waypoint, point] of [[start, from] as const, [end, to] as const]) {
    const km = point?.distanceKm ?? BEYOND_KM;
    if (km > SNAP_KM) offRoad.set(waypoint, { name: waypoint.name, km });
  }
}

interface Drawing {
  readonly line: RoadLine;
  readonly guesses: Guess[];
  readonly offRoad: Map<Waypoint, OffRoad>;
}

const emptyDrawing = (): Drawing => ({ line: emptyLine(), guesses: [], offRoad: new Map() });

/** A road of the waypoint's own country, where it is known: the other bank of a border river is not reached by ours. */
function snap({ network, snapped }: Router, { position, place, uncertaintyKm, country }: Waypoint): RoadPoint | null {
  const node = place === null ? -1 : network.nodes.indexOf(place);
  const isAllowed = (edge: number): boolean =>
    node >= 0
      ? network.from[edge] === node || network.to[edge] === node
      : country === null || network.sections[network.section[edge]].country === country;
  const within = BEYOND_KM + uncertaintyKm;
  return snapped(`${position} ${within} ${place ?? `in ${country}`}`, () =>
    snapToRoad(network, position, within, isAllowed),
  );
}

/** The stretch between a waypoint and the road: drawn straight, and a guess where it is long. */
function joinRoad(
  waypoint: Waypoint,
  point: RoadPoint,
  side: 'leave' | 'arrive',
  { line, guesses, offRoad }: Drawing,
): void {
  const { name, position } = waypoint;
  if (side === 'leave') addPoint(line, position, 0);
  if (point.distanceKm > SNAP_KM) {
    const guess = side === 'leave' ? guessWay(position, point.position) : guessWay(point.position, position);
    guesses.push(guess);
    offRoad.set(waypoint, { name, km: point.distanceKm });
    for (const vertex of guess.line) addPoint(line, vertex, 0);
  }
  if (side === 'arrive') addPoint(line, position, 0);
}

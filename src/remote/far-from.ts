/** How far a trip gets from the nearest place that is known to have a service. */
import type { Span } from '../finding.ts';
import { distanceKm } from '../geodesy/great-ellipse.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place, Service } from '../knowledge/schema/places.ts';
import { placesById } from '../places/gazetteer.ts';
import { perObject, perText } from '../remember.ts';
import { type Reach, reachFrom } from '../route/reach.ts';
import { makeGraph } from '../route/shortest-path.ts';
import { type RoadPoint, snapToRoad } from '../route/snap.ts';
import type { Trip } from '../rules/trip.ts';

export type ServiceKind = Service['has'][number];

/** A place of the trip and what is nearest to it. */
export interface Remote {
  readonly subject: string;
  readonly span: Span | null;
  readonly name: string;
  /** Null: no place at all is known to have it. */
  readonly nearest: Place | null;
  readonly km: number;
  /** No packaged road leads there: the kilometres are straight. */
  readonly isStraight: boolean;
}

/** Farther from every road, by a straight line, kilometres by road say nothing, km. */
const OFF_ROAD_KM = 10;

/** A point of the trip: a stop with a night, or a place that a leg passes. */
interface Point {
  readonly subject: string;
  readonly span: Span | null;
  readonly name: string;
  readonly position: Position;
  /** Its node; -1: the place is none. */
  readonly node: number;
}

/** For each service the point of the trip that is farthest from it, inside the country of the data; null: no point. */
export function farthestFrom(trip: Trip, services: readonly ServiceKind[]): Map<ServiceKind, Remote> {
  const { knowledge } = trip;
  const { roads: network, entry } = knowledge;
  const points = pointsOf(trip, entry.country);
  if (points.length === 0) return new Map();
  const byId = placesById(knowledge);
  const { nodes, hours, near, snapped } = remotenesses(knowledge, () => measure(knowledge));
  const numbered = points.map((point) => ({ ...point, node: nodes.get(point.place ?? '') ?? -1 }));

  return new Map(services.map((service) => [service, farthest(service)]));

  function farthest(service: ServiceKind): Remote {
    const { known, reach } = near(service);
    let worst: Remote | null = null;
    for (const point of numbered) {
      const [km, node] = byRoad(point, reach);
      // Most places are nearer than the worst: nothing is made of them.
      if (node >= 0 && worst !== null && km <= worst.km) continue;
      const { subject, span, name } = point;
      const next =
        node >= 0 ? { nearest: byId.get(network.nodes[node])!, km, isStraight: false } : straightTo(point, known);
      if (worst === null || next.km > worst.km) worst = { subject, span, name, ...next };
    }
    return worst!;
  }

  function straightTo({ position }: Point, known: readonly Place[]): Pick<Remote, 'nearest' | 'km' | 'isStraight'> {
    let [nearest, km]: [Place | null, number] = [null, Infinity];
    for (const place of known) {
      const next = distanceKm(position, [place.lon, place.lat]);
      if (next < km) [nearest, km] = [place, next];
    }
    return { nearest, km, isStraight: true };
  }

  /** Kilometres, and the node of the nearest; -1: no road leads there. */
  function byRoad(point: Point, { km, nearest }: Reach): [km: number, node: number] {
    if (point.node >= 0) return [km[point.node], nearest[point.node]];
    const road = snapped(`${point.position}`, () =>
      snapToRoad(network, point.position, OFF_ROAD_KM, (edge) => hours[edge] < Infinity),
    );
    if (road === null) return [Infinity, -1];
    const { edge, km: at, distanceKm: off } = road;
    const ends = [
      { node: network.from[edge], km: km[network.from[edge]] + at },
      { node: network.to[edge], km: km[network.to[edge]] + network.km[edge] - at },
    ];
    const end = ends[0].km <= ends[1].km ? ends[0] : ends[1];
    return [end.km + off, nearest[end.node]];
  }
}

/** What holds for every trip: how far each node is from the nearest service, and what is kept of points beside a road. */
function measure(knowledge: Knowledge) {
  const { roads: network, entry } = knowledge;
  const byId = placesById(knowledge);
  const nodes = new Map(network.nodes.map((place, node) => [place, node]));
  const graph = makeGraph(network.nodes.length, network.from, network.to);
  const pace = network.sections.map(({ country, kmh }) => (country === entry.country ? kmh : 0));
  const hours = Float64Array.from(network.km, (km, edge) => km / pace[network.section[edge]]);
  const reaches = perText<{ readonly known: readonly Place[]; readonly reach: Reach }>(100);
  const near = (service: ServiceKind) =>
    reaches(service, () => {
      const known = knowledge.services
        .filter(({ has }) => has.includes(service))
        .flatMap(({ place }) => byId.get(place) ?? [])
        .filter(({ country }) => country === entry.country);
      const origins = known.map(({ id }) => nodes.get(id)).filter((node) => node !== undefined);
      return { known, reach: reachFrom(graph, origins, { hours, km: network.km }) };
    });
  return { nodes, hours, near, snapped: perText<RoadPoint | null>(1000) };
}

const remotenesses = perObject<ReturnType<typeof measure>>();

/** Stops with a night, and the places that legs pass, in the country of the data. */
function pointsOf(
  { stops, legs, knowledge }: Trip,
  country: string,
): (Omit<Point, 'node'> & { place: string | null })[] {
  const byId = placesById(knowledge);
  const slept = stops
    .filter(({ stop, exposure }) => stop.nights > 0 && exposure?.country === country)
    .map(({ stop: { id, span }, name, place, position }) => {
      return { subject: id, span, name, place: place?.id ?? null, position: position! };
    });
  const passed = legs.flatMap(({ id, span, road }) =>
    (road?.passed ?? [])
      .map(({ place }) => byId.get(place)!)
      .filter((place) => place.country === country)
      .map(({ id: place, name, lon, lat }) => ({ subject: id, span, name, place, position: [lon, lat] as const })),
  );
  return [...slept, ...passed];
}

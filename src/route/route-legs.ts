/** Third step: the way between each two stops, and on what it rests. */
import { monthsOf } from '../dates.ts';
import type { Finding } from '../finding.ts';
import { densify } from '../geodesy/great-ellipse.ts';
import type { Itinerary, Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place } from '../knowledge/schema/places.ts';
import type { Vehicle } from '../knowledge/schema/roads.ts';
import type { ResolvedStop } from '../places/resolve-stops.ts';
import { perObject, perText } from '../remember.ts';
import { farFromAirport } from './airport.ts';
import { makeRouter, type Router } from './find-way.ts';
import { followRoads, type RoadWay, type Waypoint } from './follow-roads.ts';
import { guessWay } from './guess.ts';
import type { Guess, Leg } from './leg.ts';
import { openingOf } from './pace.ts';
import { followTrack, type LoadTrack } from './track.ts';

/** A stop of which it is known whether the data cover it, and in which country it is. */
export type LocatedStop = ResolvedStop & {
  readonly exposure: { readonly covered: boolean; readonly country: string | null } | null;
};

/** What legs are routed with. */
type RoadMap = Pick<Knowledge, 'places' | 'names' | 'roads' | 'vehicles'>;

export async function routeLegs(
  itinerary: Itinerary,
  stops: readonly LocatedStop[],
  map: RoadMap,
  loadTrack: LoadTrack,
) {
  const findings: Finding[] = [];
  const legs: Leg[] = [];
  // The way to `stop-2` is `leg-1`, whatever comes before `stop-1`.
  const start = stops[0]?.stop.id === 'entry' ? 1 : 0;
  for (let at = 1; at < stops.length; at++) {
    const [from, to] = [stops[at - 1], stops[at]];
    const leg = {
      id: `leg-${at - start}`,
      from: from.stop.id,
      to: to.stop.id,
      mode: to.stop.by ?? itinerary.travel,
      ...daysOf(from, to),
      via: to.via.filter((place) => place !== null),
      span: to.stop.span,
    };
    if (to.stop.track !== null) {
      const track = await followTrack(leg, from, to, loadTrack);
      findings.push(...track.findings);
      if (track.leg) {
        legs.push(track.leg);
        continue;
      }
    }
    const unknown = { ...leg, road: null, line: [], guesses: [] };
    const grounded = leg.mode === 'air' ? farFromAirport(leg, [from, to], map) : [];
    findings.push(...grounded);
    // Where an unknown place lies the way may go anywhere: a band around the known ones would be too narrow.
    if (from.position === null || to.position === null) legs.push({ ...unknown, basis: 'unknown' });
    else if (leg.mode === 'air' && grounded.length === 0) {
      legs.push({ ...unknown, basis: 'flight', via: [], line: densify(from.position, to.position, 10) });
    } else if (leg.via.length < to.via.length) legs.push({ ...unknown, basis: 'unknown' });
    else {
      const points = [waypointOf(from), ...leg.via.map(waypointAt), waypointOf(to)];
      const byRoad = alongRoads(leg, points, map);
      if (byRoad === null) {
        legs.push({ ...leg, road: null, basis: 'guess', ...guessThrough(points.map(({ position }) => position)) });
        continue;
      }
      legs.push(byRoad.leg);
      findings.push(...byRoad.findings);
    }
  }
  return { legs, findings };
}

type LegFrame = Omit<Leg, 'road' | 'line' | 'guesses' | 'basis'>;

/** Null where the packaged roads do not lead. */
function alongRoads(frame: LegFrame, points: readonly Waypoint[], { roads, vehicles }: RoadMap) {
  // A mode that was not said, or a flight that lands nowhere, is taken as a drive.
  const vehicle = vehicles.find(({ id }) => id === frame.mode) ?? vehicles.find(({ id }) => id === '4x4')!;
  const months = monthsOf(frame.date, frame.until);
  const atlas = atlases(roads, () => ({ router: makeRouter(roads), shut: perText(YEAR), ways: perText(WAYS) }));
  // The day matters by the roads that are shut on it, and by nothing else.
  const shut = atlas.shut(`${months}`, () => shutIn(roads, months));
  const way = atlas.ways(JSON.stringify([vehicle.id, shut, points]), () => {
    const found = followRoads(atlas.router, points, vehicle, months);
    return found && asDriven(found, vehicle);
  });
  if (way === null) return null;
  const leg: Leg = { ...frame, basis: 'road', ...way.driven };
  return { leg, findings: way.offRoad.map((off) => offRoad(frame, off)) };
}

/** What is kept of a network: ways that were asked for lately are asked for again by the next file of a run. */
interface Atlas {
  readonly router: Router;
  /** Ids of the sections that are shut in some months. */
  readonly shut: (months: string, make: () => string[]) => string[];
  readonly ways: (key: string, make: () => KnownWay | null) => KnownWay | null;
}

const atlases = perObject<Atlas>();

/** Ways to keep, with what they meet some 10 kB each; and months asked for together. */
const WAYS = 400;
const YEAR = 100;

/** A way whoever takes it and whenever. */
interface KnownWay {
  readonly driven: Pick<Leg, 'line' | 'guesses' | 'road'>;
  readonly offRoad: RoadWay['offRoad'];
}

function shutIn({ sections }: Knowledge['roads'], months: readonly number[] | null): string[] {
  if (months === null) return [];
  return sections.filter((section) => openingOf(section, months) === 'closed').map(({ id }) => id);
}

function asDriven({ line, guesses, hours, avoided, others, offRoad }: RoadWay, vehicle: Vehicle): KnownWay {
  const { stretches, passed } = line;
  const km = Float64Array.from(line.km);
  const doubtKm = Float64Array.from(line.doubtKm);
  const road = { km, doubtKm, stretches, passed, hours, vehicle, avoided, others };
  return { driven: { line: line.vertices, guesses, road }, offRoad };
}

function offRoad({ id, span }: LegFrame, { name, km }: RoadWay['offRoad'][number]): Finding {
  const about = { subject: id, span, args: { name, km: Math.round(km * 10) / 10 }, sources: [] };
  return { rule: 'TJ213', severity: 'warning', confidence: 'possible', ...about };
}

const waypointAt = ({ id, name, lon, lat, uncertaintyKm, country }: Place): Waypoint => {
  return { name, position: [lon, lat], place: id, uncertaintyKm, country };
};

function waypointOf({ name, position, place, stop, uncertaintyKm, exposure }: LocatedStop): Waypoint {
  // Without coordinates of its own the stop is the place: of its country the record is surer than a doubtful point.
  if (stop.at === null && place) return waypointAt(place);
  return {
    name,
    position: position!,
    place: null,
    uncertaintyKm,
    country: exposure?.country ?? place?.country ?? null,
  };
}

/** From leaving the one stop to reaching the other: days that no night accounts for are spent on the way. */
function daysOf(from: ResolvedStop, to: ResolvedStop): Pick<Leg, 'date' | 'until'> {
  const days = [from.to, to.from].filter((day) => day !== null).sort();
  return { date: days[0] ?? null, until: days.at(-1) ?? null };
}

/** A guess for each hop, joined to one line. */
function guessThrough(points: readonly Position[]): { line: Position[]; guesses: Guess[] } {
  const guesses = points.slice(1).map((point, at) => guessWay(points[at], point));
  return { line: guesses.flatMap((guess, at) => (at === 0 ? guess.line : guess.line.slice(1))), guesses };
}

/** What the rules judge: the trip with everything found about where it goes. */

import type { RegistrationCheck } from '../assessment/papers.ts';
import type { ChecklistItem } from '../assessment/to-do.ts';
import type { Passage } from '../borders/passages.ts';
import { type Confidence, type Span, sureness } from '../finding.ts';
import { type MeasuredLine, vertexAtKm } from '../geodesy/measure.ts';
import { groupBy } from '../group-by.ts';
import type { Itinerary } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Advisory } from '../knowledge/schema/advice.ts';
import type { Place } from '../knowledge/schema/places.ts';
import type { PermitJudgement } from '../permits/check-permits.ts';
import type { ResolvedStop } from '../places/resolve-stops.ts';
import type { Policy } from '../policy/policy.ts';
import { perObject } from '../remember.ts';
import type { OtherWayFacts } from '../route/compare-ways.ts';
import type { Leg } from '../route/leg.ts';
import type { VisaJudgement } from '../visas/check-visas.ts';
import type { Crossing } from '../zones/cross.ts';
import { depthJudge, type IsDeep, type ZoneRef } from '../zones/depth.ts';
import type { LineExposure, ViaExposure } from '../zones/expose-line.ts';
import type { PointExposure } from '../zones/expose-point.ts';
import { type ZoneLayer, zoneRef } from '../zones/layer.ts';

export interface TripStop extends ResolvedStop {
  /** Null when the place is unknown. */
  readonly exposure: PointExposure | null;
  readonly near: { id: string; edgeKm: number }[];
}

export interface TripLeg extends Leg {
  readonly exposure: LineExposure;
  /** Other ways that the traveller could have meant. */
  readonly others: readonly OtherWayFacts[];
}

/** One stop or leg that is, or may be, in a zone. */
export interface Touch {
  readonly zone: string;
  /** `stop-3` or `leg-2`; `entry`, `exit` and `leg-0` where the file names such a gate away from its stops. */
  readonly subject: string;
  readonly span: Span | null;
  readonly confidence: Confidence;
  /** False when the subject is only near the zone, or the zone only in the band around a guess. */
  readonly inside: boolean;
  /** What governments now say of the zone. */
  readonly advisories: readonly Advisory[];
  /** First and last day. */
  readonly from: string | null;
  readonly to: string | null;
  /** Kilometres of a track or road inside; null for a stop, a place on the way, and a leg that only may be inside. */
  readonly insideKm: number | null;
}

export interface Trip {
  readonly itinerary: Itinerary;
  readonly stops: readonly TripStop[];
  readonly legs: readonly TripLeg[];
  readonly touches: readonly Touch[];
  /** In travelling order, an entry and an exit by turns. */
  readonly passages: readonly Passage[];
  readonly visas: readonly VisaJudgement[];
  /** Stays that must or may have to be registered; null: nothing is known of who stays. */
  readonly registration: readonly RegistrationCheck[] | null;
  readonly permits: readonly PermitJudgement[];
  readonly checklist: readonly ChecklistItem[];
  readonly knowledge: Knowledge;
  readonly layers: readonly ZoneLayer[];
  /** Today, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** What the operator accepts and demands. */
  readonly policy: Policy;
}

/** Every touch of the trip, stops and legs in travelling order. */
export function touchesOf({
  stops,
  legs,
  layers,
  knowledge,
}: Pick<Trip, 'stops' | 'legs' | 'layers' | 'knowledge'>): Touch[] {
  const current = currents(knowledge, () =>
    groupBy(
      knowledge.advisories.filter((advisory) => advisory.status === 'current'),
      (advisory) => advisory.zone,
    ),
  );
  const judge: Judge = { layers, knowledge, isDeep: depthJudge(knowledge) };
  return stops
    .flatMap((stop, at) => [...(at > 0 ? legTouches(judge, legs[at - 1]) : []), ...stopTouches(judge, stop)])
    .map((touch) => ({ ...touch, advisories: current.get(touch.zone) ?? [] }));
}

/** What governments now say, by zone. */
const currents = perObject<ReadonlyMap<string, readonly Advisory[]>>();

/** Touches by stop or leg. */
export function touchesBySubject({ touches }: Pick<Trip, 'touches'>): ReadonlyMap<string, readonly Touch[]> {
  return bySubject(touches, () => groupBy(touches, ({ subject }) => subject));
}

const bySubject = perObject<ReadonlyMap<string, readonly Touch[]>>();

/** A touch before it is known what is said of the zone. */
type BareTouch = Omit<Touch, 'advisories'>;

interface Judge {
  readonly layers: readonly ZoneLayer[];
  readonly knowledge: Knowledge;
  readonly isDeep: IsDeep;
}

function stopTouches({ layers, knowledge, isDeep }: Judge, stop: TripStop): BareTouch[] {
  const labelled = labelsOf(knowledge, stop.place).holding;
  const frame = { subject: stop.stop.id, span: stop.stop.span, from: stop.from, to: stop.to, insideKm: null };
  const inside = (stop.exposure?.zones ?? []).map(({ id }): BareTouch => {
    const sure = labelled.has(id) || isDeep(zoneRef(layers, id), stop.position!, stop.uncertaintyKm);
    return { ...frame, zone: id, inside: true, confidence: sure ? 'certain' : 'likely' };
  });
  return [
    ...inside,
    ...stop.near.map(({ id }): BareTouch => ({ ...frame, zone: id, inside: false, confidence: 'likely' })),
  ];
}

/**
 * What a source's label of the place's district says, surer than any line we draw: zones that hold the place, and
 * those of other districts, which do not.
 */
function labelsOf(knowledge: Knowledge, place: Place | null): Record<'holding' | 'other', ReadonlySet<string>> {
  const [holding, other] = [new Set<string>(), new Set<string>()];
  for (const { districts, zones } of knowledge.permits) {
    const own = districts.find(({ id }) => id === place?.district);
    if (!own) continue;
    for (const zone of [...zones, own.zone]) holding.add(zone);
    for (const { zone } of districts) if (zone !== own.zone) other.add(zone);
  }
  return { holding, other };
}

/** One touch for each zone: the surest of what the line and the places on the way say. */
function legTouches(judge: Judge, leg: TripLeg): BareTouch[] {
  const all = [...lineTouches(judge, leg), ...leg.exposure.via.flatMap((via) => viaTouches(judge, leg, via))];
  return [...groupBy(all, ({ zone }) => zone).values()].map((touches) => {
    const top = touches.reduce((best, next) => (isSurer(next, best) ? next : best));
    return { ...top, insideKm: touches.find(({ insideKm }) => insideKm !== null)?.insideKm ?? null };
  });
}

function isSurer(next: BareTouch, best: BareTouch): boolean {
  const less = sureness[next.confidence] - sureness[best.confidence];
  return less < 0 || (less === 0 && next.inside && !best.inside);
}

const frameOf = ({ id, span, date, until }: TripLeg) => ({ subject: id, span, from: date, to: until, insideKm: null });

/** A place on the way is a stop without a night: however the way is guessed, it leads there. */
function viaTouches({ layers, knowledge, isDeep }: Judge, leg: TripLeg, { place, zones, near }: ViaExposure) {
  const { holding, other } = labelsOf(knowledge, place);
  const position = [place.lon, place.lat] as const;
  const touch = (zone: string, inside: boolean, confidence: Confidence): BareTouch => {
    return { ...frameOf(leg), zone, inside, confidence };
  };
  const drawn = zones.filter((zone) => !holding.has(zone) && !other.has(zone));
  return [
    ...[...holding].map((zone) => touch(zone, true, 'certain')),
    ...drawn.map((zone) =>
      touch(zone, true, isDeep(zoneRef(layers, zone), position, place.uncertaintyKm) ? 'certain' : 'likely'),
    ),
    ...near.filter((zone) => !holding.has(zone) && !other.has(zone)).map((zone) => touch(zone, false, 'likely')),
  ];
}

function lineTouches({ layers, isDeep }: Judge, leg: TripLeg): BareTouch[] {
  const frame = frameOf(leg);
  const { crossings, near, corridor } = leg.exposure;
  const nearSureness = leg.basis === 'guess' ? 'possible' : 'likely';
  const runs = groupBy(crossings ?? [], (crossing) => crossing.zone);
  const confidenceOf = legConfidence(layers, isDeep, leg);
  return [
    ...[...runs].map(([zone, own]): BareTouch => {
      // Of a guess the kilometres say nothing.
      const insideKm = leg.basis !== 'guess' ? own.reduce((sum, crossing) => sum + crossing.insideKm, 0) : null;
      return { ...frame, zone, insideKm, inside: true, confidence: confidenceOf(zone, own) };
    }),
    ...near.map((zone): BareTouch => ({ ...frame, zone, inside: false, confidence: nearSureness })),
    ...corridor.map((zone): BareTouch => ({ ...frame, zone, inside: false, confidence: 'possible' })),
  ];
}

/**
 * Certain when a vertex that is not guessed lies deeper inside than the zone's edge is uncertain; possible when
 * only guessed vertices lie inside.
 */
function legConfidence(layers: readonly ZoneLayer[], isDeep: IsDeep, leg: TripLeg) {
  if (leg.basis === 'guess') return (): Confidence => 'possible';
  const guessed = new Set(leg.guesses.flatMap((guess) => guess.line));
  // Several authorities may draw one strip: it is judged once.
  const known = new Map<string, Confidence>();
  return (id: string, runs: readonly Crossing[]): Confidence => {
    const zone = zoneRef(layers, id);
    const layer = layers.findIndex(({ zones }) => Object.hasOwn(zones, id));
    const key = `${layer} ${zone.index.shapes[zone.number]} ${zone.uncertaintyKm}`;
    const confidence = known.get(key) ?? judge(zone, runs);
    known.set(key, confidence);
    return confidence;
  };

  function judge(zone: ZoneRef, runs: readonly Crossing[]): Confidence {
    const { line } = leg.exposure;
    const looks = runs.flatMap((run) => verticesIn(line, run)).filter((at) => !guessed.has(line.vertices[at]));
    if (looks.some((at) => isDeep(zone, line.vertices[at], leg.road?.doubtKm[at]))) return 'certain';
    // A short cut through a corner may hold no vertex; it is drawn all the same.
    return looks.length > 0 || guessed.size === 0 ? 'likely' : 'possible';
  }
}

/** Shares of a run at which it is looked at, the middle first: too few looks can only make an answer less certain. */
const LOOKS = [0.5, 0.25, 0.75, 0.1, 0.9];

/** Numbers of vertices to look at. */
function verticesIn(line: MeasuredLine, { entryKm, exitKm }: Crossing): number[] {
  const numbers = LOOKS.map((share) => vertexAtKm(line, entryKm + share * (exitKm - entryKm)));
  const inside = numbers.filter((at) => line.km[at] >= entryKm && line.km[at] <= exitKm);
  return [...new Set(inside)];
}

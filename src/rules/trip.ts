/** What the rules judge: the trip with everything found about where it goes. */
import type { Confidence, Span } from '../finding.ts';
import { type MeasuredLine, vertexAtKm } from '../geodesy/measure.ts';
import { groupBy } from '../group-by.ts';
import type { Itinerary, Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Advisory } from '../knowledge/schema.ts';
import type { PermitJudgement } from '../permits/check-permits.ts';
import type { ResolvedStop } from '../places/resolve-stops.ts';
import type { Leg } from '../route/leg.ts';
import type { Crossing } from '../zones/cross.ts';
import { depthJudge, type IsDeep, type ZoneRef } from '../zones/depth.ts';
import type { LineExposure } from '../zones/expose-line.ts';
import type { PointExposure } from '../zones/expose-point.ts';
import { type ZoneLayer, zoneRef } from '../zones/layer.ts';

export interface TripStop extends ResolvedStop {
  /** Null when the place is unknown. */
  readonly exposure: PointExposure | null;
  readonly near: { id: string; edgeKm: number }[];
}

export interface TripLeg extends Leg {
  readonly exposure: LineExposure;
}

/** One stop or leg that is, or may be, in a zone. */
export interface Touch {
  readonly zone: string;
  /** `stop-3` or `leg-2`. */
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
  /** Kilometres of a leg inside; null for a stop and for a leg that only may be inside. */
  readonly insideKm: number | null;
}

export interface Trip {
  readonly itinerary: Itinerary;
  readonly stops: readonly TripStop[];
  readonly legs: readonly TripLeg[];
  readonly touches: readonly Touch[];
  readonly permits: readonly PermitJudgement[];
  readonly knowledge: Knowledge;
  readonly layers: readonly ZoneLayer[];
  /** Today, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** Every touch of the trip, stops and legs in travelling order. */
export function touchesOf({
  stops,
  legs,
  layers,
  knowledge,
}: Pick<Trip, 'stops' | 'legs' | 'layers' | 'knowledge'>): Touch[] {
  const current = groupBy(
    knowledge.advisories.filter((advisory) => advisory.status === 'current'),
    (advisory) => advisory.zone,
  );
  const isDeep = depthJudge(knowledge);
  return stops
    .flatMap((stop, at) => [
      ...(at > 0 ? legTouches(layers, isDeep, legs[at - 1]) : []),
      ...stopTouches(layers, isDeep, stop, labelledZones(knowledge, stop)),
    ])
    .map((touch) => ({ ...touch, advisories: current.get(touch.zone) ?? [] }));
}

/** A touch before it is known what is said of the zone. */
type BareTouch = Omit<Touch, 'advisories'>;

function stopTouches(
  layers: readonly ZoneLayer[],
  isDeep: IsDeep,
  stop: TripStop,
  labelled: ReadonlySet<string>,
): BareTouch[] {
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

/** Zones in which a source labels the place: surer than any line we draw. */
function labelledZones(knowledge: Knowledge, { place }: TripStop): Set<string> {
  const zones = knowledge.permits.flatMap((permit) => {
    const district = permit.districts.find(({ id }) => id === place?.district);
    return district ? [...permit.zones, district.zone] : [];
  });
  return new Set(zones);
}

function legTouches(layers: readonly ZoneLayer[], isDeep: IsDeep, leg: TripLeg): BareTouch[] {
  const frame = { subject: leg.id, span: leg.span, from: leg.date, to: leg.date };
  const { crossings, near, corridor } = leg.exposure;
  const runs = groupBy(crossings ?? [], (crossing) => crossing.zone);
  const confidenceOf = legConfidence(layers, isDeep, leg);
  return [
    ...[...runs].map(([zone, own]): BareTouch => {
      const insideKm = own.reduce((sum, crossing) => sum + crossing.insideKm, 0);
      return { ...frame, zone, insideKm, inside: true, confidence: confidenceOf(zone, own) };
    }),
    ...near.map((zone): BareTouch => ({ ...frame, zone, insideKm: null, inside: false, confidence: 'likely' })),
    ...corridor.map((zone): BareTouch => ({ ...frame, zone, insideKm: null, inside: false, confidence: 'possible' })),
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
    const layer = layers.findIndex(({ zones }) => id in zones);
    const key = `${layer} ${zone.index.shapes[zone.number]} ${zone.uncertaintyKm}`;
    const confidence = known.get(key) ?? judge(zone, runs);
    known.set(key, confidence);
    return confidence;
  };

  function judge(zone: ZoneRef, runs: readonly Crossing[]): Confidence {
    const looks = runs.flatMap((run) => verticesIn(leg.exposure.line, run)).filter((vertex) => !guessed.has(vertex));
    if (looks.some((vertex) => isDeep(zone, vertex))) return 'certain';
    // A short cut through a corner may hold no vertex; it is drawn all the same.
    return looks.length > 0 || guessed.size === 0 ? 'likely' : 'possible';
  }
}

/** Shares of a run at which it is looked at, the middle first: too few looks can only make an answer less certain. */
const LOOKS = [0.5, 0.25, 0.75, 0.1, 0.9];

function verticesIn(line: MeasuredLine, { entryKm, exitKm }: Crossing): Position[] {
  const numbers = LOOKS.map((share) => vertexAtKm(line, entryKm + share * (exitKm - entryKm)));
  const inside = numbers.filter((at) => line.km[at] >= entryKm && line.km[at] <= exitKm);
  return [...new Set(inside)].map((at) => line.vertices[at]);
}

/** What the rules judge: the trip with everything found about where it goes. */
import type { Confidence, Span } from '../finding.ts';
import { shortDistanceKm } from '../geodesy/great-ellipse.ts';
import type { Itinerary } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Advisory } from '../knowledge/schema.ts';
import type { PermitJudgement } from '../permits/check-permits.ts';
import type { ResolvedStop } from '../places/resolve-stops.ts';
import type { Leg } from '../route/leg.ts';
import { isDeep } from '../zones/depth.ts';
import type { LineExposure } from '../zones/expose-line.ts';
import type { PointExposure } from '../zones/expose-point.ts';
import { type ZoneLayer, zoneProperties } from '../zones/layer.ts';
import { edgeDistanceKm } from '../zones/nearest.ts';

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
  return stops.flatMap((stop, at) => [
    ...(at > 0 ? legTouches(layers, knowledge, legs[at - 1]) : []),
    ...stopTouches(layers, knowledge, stop),
  ]);
}

function stopTouches(layers: readonly ZoneLayer[], knowledge: Knowledge, stop: TripStop): Touch[] {
  const frame = { subject: stop.stop.id, span: stop.stop.span, from: stop.from, to: stop.to, insideKm: null };
  const inside = (stop.exposure?.zones ?? []).map(({ id, edgeKm }): Touch => {
    const sure = isDeep(knowledge, zoneProperties(layers, id), stop.position!, edgeKm, stop.uncertaintyKm);
    return { ...frame, zone: id, confidence: sure ? 'certain' : 'likely' };
  });
  return [...inside, ...stop.near.map(({ id }): Touch => ({ ...frame, zone: id, confidence: 'likely' }))];
}

function legTouches(layers: readonly ZoneLayer[], knowledge: Knowledge, leg: TripLeg): Touch[] {
  const frame = { subject: leg.id, span: leg.span, from: leg.date, to: leg.date };
  const { crossings, near, corridor } = leg.exposure;
  const entered = [...new Set((crossings ?? []).map((crossing) => crossing.zone))];
  return [
    ...entered.map((zone): Touch => {
      const insideKm = crossings!.filter((c) => c.zone === zone).reduce((sum, c) => sum + c.insideKm, 0);
      return { ...frame, zone, insideKm, confidence: legConfidence(layers, knowledge, leg, zone) };
    }),
    ...near.map((zone): Touch => ({ ...frame, zone, insideKm: null, confidence: 'likely' })),
    ...corridor.map((zone): Touch => ({ ...frame, zone, insideKm: null, confidence: 'possible' })),
  ];
}

/**
 * Certain when a vertex that is not guessed lies deeper inside than the zone's edge is uncertain; possible when
 * only guessed vertices lie inside.
 */
function legConfidence(layers: readonly ZoneLayer[], knowledge: Knowledge, leg: TripLeg, id: string): Confidence {
  if (leg.basis === 'guess') return 'possible';
  const { index, zones } = layers.find((layer) => id in layer.zones)!;
  const zone = index.ids.indexOf(id);
  const runs = leg.exposure.crossings!.filter((crossing) => crossing.zone === id);
  const guessed = new Set(leg.guesses.flatMap((guess) => guess.line));
  let confidence: Confidence = 'possible';
  let km = 0;
  for (const [at, vertex] of leg.line.entries()) {
    if (at > 0) km += shortDistanceKm(leg.line[at - 1], vertex);
    if (guessed.has(vertex) || !runs.some((run) => run.entryKm <= km && km <= run.exitKm)) continue;
    if (isDeep(knowledge, zones[id], vertex, edgeDistanceKm(index, zone, vertex))) return 'certain';
    confidence = 'likely';
  }
  // A short cut through a corner may hold no vertex; it is drawn all the same.
  return confidence === 'possible' && leg.guesses.length === 0 ? 'likely' : confidence;
}

/** Current advisories that a touch brings. */
export function advisoriesFor(knowledge: Knowledge, touch: Touch): Advisory[] {
  return knowledge.advisories.filter((advisory) => advisory.zone === touch.zone && advisory.status === 'current');
}

/**
 * The whole of tajcheck, read from top to bottom: text becomes an itinerary, stops get places, legs get ways,
 * ways and stops meet zones, rules judge, and the result is everything a reporter needs.
 * Each step hands on its value and its findings; nothing later reaches back.
 */

import { assemble } from './assemble.ts';
import type { Assessment } from './assessment.ts';
import { findPassages, staysOf } from './borders/passages.ts';
import { makeChecklist } from './checklist/make-checklist.ts';
import type { Finding } from './finding.ts';
import type { MeasuredLine } from './geodesy/measure.ts';
import type { Itinerary } from './itinerary/itinerary.ts';
import { parseItinerary } from './itinerary/parse.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { checkPermits } from './permits/check-permits.ts';
import { withGateStops } from './places/gate-stops.ts';
import { resolveStops } from './places/resolve-stops.ts';
import { gradeFindings } from './policy/grade.ts';
import { noPolicy, type Policy } from './policy/policy.ts';
import { describeOthers } from './route/compare-ways.ts';
import { routeLegs } from './route/route-legs.ts';
import type { LoadTrack } from './route/track.ts';
import { tripRules } from './rules/registry.ts';
import { type Trip, type TripStop, touchesOf } from './rules/trip.ts';
import { suppress } from './suppress/suppress.ts';
import { checkVisas } from './visas/check-visas.ts';
import { checkRegistration } from './visas/registration.ts';
import type { OwnLayer } from './zones/layer.ts';
import { noZones, surveyOf } from './zones/survey.ts';

export interface AssessOptions {
  /** Name of the itinerary's file, as findings show it. */
  readonly file: string;
  /** Today, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Version of the program. */
  readonly version: string;
  readonly knowledge: Knowledge;
  /** Reads the tracks that the itinerary names. */
  readonly loadTrack: LoadTrack;
  /** Zones of the traveller's own. */
  readonly ownZones?: readonly OwnLayer[];
  /** Another trip than the one written, for a what-if; `faults` are those found when the file was read. */
  readonly change?: (itinerary: Itinerary, faults: readonly Finding[]) => Itinerary;
  /** What the operator accepts and demands. */
  readonly policy?: Policy;
  /** The file that says it, as people are shown it; left out where none does. */
  readonly policyFile?: string | null;
  /** Leave the comments that silence findings unread. */
  readonly ignoreSuppressions?: boolean;
}

/** Where a leg runs; kilometres by road where the leg follows one. */
export interface LegLine {
  readonly leg: string;
  readonly line: MeasuredLine;
}

/** `understood: false` when the file cannot be read as an itinerary at all: then the findings say why. */
export type Assessed =
  | { readonly understood: true; readonly assessment: Assessment; readonly lines: readonly LegLine[] }
  | { readonly understood: false; readonly findings: readonly Finding[] };

export async function assess(text: string, options: AssessOptions): Promise<Assessed> {
  const { knowledge, asOf, loadTrack, ownZones = noZones, policy = noPolicy } = options;
  const { layers, atPoint, alongLine } = surveyOf(knowledge, ownZones);

  const parsed = parseItinerary(text);
  if (parsed.itinerary === null) return { understood: false, findings: parsed.findings };
  const itinerary = options.change?.(parsed.itinerary, parsed.findings) ?? parsed.itinerary;

  const resolved = resolveStops(itinerary, knowledge);
  const stops = withGateStops(resolved.stops, itinerary, knowledge).map((stop): TripStop => {
    if (stop.position === null) return { ...stop, exposure: null, near: [] };
    return { ...stop, ...atPoint(stop.position, stop.uncertaintyKm) };
  });
  const routed = await routeLegs(itinerary, stops, knowledge, loadTrack);
  const legs = routed.legs.map((leg) => {
    return { ...leg, exposure: alongLine(leg), others: describeOthers(leg, knowledge, layers) };
  });

  const way = { itinerary, stops, legs, knowledge, layers, asOf, policy };
  const base = { ...way, touches: touchesOf(way) };
  const passages = findPassages(base);
  const stays = staysOf(passages);
  const visas = checkVisas(base, stays);
  const registration = checkRegistration(base, stays, visas);
  const papers = { ...base, passages, visas, registration, permits: checkPermits({ ...base, passages, visas }) };
  const trip: Trip = { ...papers, checklist: makeChecklist(papers) };
  const judged = tripRules.flatMap((rule) => rule.check(trip));

  const found = [...parsed.findings, ...resolved.findings, ...routed.findings, ...judged];
  const commented = options.ignoreSuppressions ? found : suppress(found, text, { asOf, policy });
  const findings = gradeFindings(commented, policy);
  const lines = legs.map(({ id, exposure }) => ({ leg: id, line: exposure.line }));
  return { understood: true, assessment: assemble(trip, findings, options), lines };
}

/** A finding about a night: it stands on the nights of the stop, and shows the figures and whose they are. */
import type { Finding, Severity } from '../finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { AltitudeRule } from '../knowledge/schema/dangers.ts';
import { findingOn } from '../rules/rule.ts';
import type { Trip } from '../rules/trip.ts';
import { type AltitudeLimits, highestBedFrom } from './limits.ts';
import { inMetres } from './message.ts';
import type { Night } from './nights.ts';
import { splitClimb } from './split-climb.ts';

export function findingOfNight(
  rule: string,
  severity: Severity,
  { stop }: Night,
  rest: Pick<Finding, 'args' | 'sources'>,
): Finding {
  const { id, spans, span } = stop.stop;
  return findingOn(rule, severity, { subject: id, span: spans.nights ?? spans.place ?? span }, rest);
}

/** The limit that was passed, in its publisher's name. */
export function limitArgs({ metres, words, sources }: AltitudeRule, { sources: all }: Knowledge): Finding['args'] {
  return { limitM: metres, words, publisher: all[sources[0]].publisher };
}

/** What would be better than the climb to this night. */
export function adviceArgs(trip: Trip, night: Night, limits: AltitudeLimits): Finding['args'] {
  const { fromM, altitudeM } = night;
  if (fromM === null || altitudeM === null) return { beds: [], isWithin: false };
  const { beds, isWithin } = splitClimb(trip, night, limits);
  const lastM = beds.at(-1)?.altitudeM ?? fromM;
  const isLong = altitudeM - Math.max(limits['gain-above'].metres, fromM) > limits['rest-day-per'].metres;
  return {
    beds: beds.map(({ name, altitudeM }) => `${name} (${inMetres(altitudeM!)})`),
    isWithin,
    isLong,
    leftM: altitudeM - lastM,
    allowedM: highestBedFrom(lastM, limits),
    stepM: limits['gain-per-night'].metres,
  };
}

/** Which districts of a permit the trip enters, where and on which days. */
import { type Confidence, type Span, sureness } from '../finding.ts';
import type { Permit } from '../knowledge/schema.ts';
import type { Trip } from '../rules/trip.ts';

/** One stop or leg that is, or may be, in a district. */
interface DistrictVisit {
  readonly subject: string;
  readonly span: Span | null;
  readonly confidence: Confidence;
  /** First and last day; null: not known. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface EnteredDistrict {
  readonly id: string;
  readonly name: string;
  readonly confidence: Confidence;
  /** Where the trip first enters it, by the surest evidence. */
  readonly subject: string;
  readonly span: Span | null;
  /** Each stop and leg with its own days: the trip may come twice, and not hold the same paper. */
  readonly visits: readonly DistrictVisit[];
}

/** Entered, and not only perhaps. */
export const isDrawn = ({ confidence }: Pick<EnteredDistrict, 'confidence'>): boolean => confidence !== 'possible';

/**
 * A stop's own district label counts before the drawn district lines; legs are judged by the lines. A district
 * that is only near, or only in the band around a guess, is possible.
 */
export function enteredDistricts(permit: Permit, trip: Pick<Trip, 'stops' | 'touches'>): EnteredDistrict[] {
  const labelled = new Map(
    trip.stops.flatMap((stop) => (stop.place?.district ? [[stop.stop.id, stop.place.district] as const] : [])),
  );
  return permit.districts.flatMap(({ id, name, zone }) => {
    const drawn = trip.touches
      .filter((touch) => touch.zone === zone && !labelled.has(touch.subject))
      .map(({ subject, span, inside, confidence, from, to }): DistrictVisit => {
        return { subject, span, confidence: inside ? confidence : 'possible', from, to };
      });
    const told = trip.stops
      .filter(({ stop }) => labelled.get(stop.id) === id)
      .map(({ stop, from, to }): DistrictVisit => {
        return { subject: stop.id, span: stop.span, confidence: 'certain', from, to };
      });
    // The file is in travelling order.
    const visits = [...drawn, ...told].sort((a, b) => (a.span?.line ?? 0) - (b.span?.line ?? 0));
    if (visits.length === 0) return [];
    const best = visits.reduce((surest, next) =>
      sureness[next.confidence] < sureness[surest.confidence] ? next : surest,
    );
    return [{ id, name, confidence: best.confidence, subject: best.subject, span: best.span, visits }];
  });
}

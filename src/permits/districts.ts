/** Which districts of a permit the trip enters. */
import type { Confidence, Span } from '../finding.ts';
import type { Permit } from '../knowledge/schema.ts';
import type { Trip } from '../rules/trip.ts';

export interface EnteredDistrict {
  readonly id: string;
  readonly name: string;
  readonly confidence: Confidence;
  /** Where the trip first enters it, by the surest evidence. */
  readonly subject: string;
  readonly span: Span | null;
}

const rank = { certain: 0, likely: 1, possible: 2 } as const;

/**
 * A stop's own district label counts before the drawn district lines; legs are judged by the lines. A district
 * that is only near, or only in the band around a guess, is possible.
 */
export function enteredDistricts(permit: Permit, trip: Pick<Trip, 'stops' | 'touches'>): EnteredDistrict[] {
  const labelled = new Map(
    trip.stops.flatMap((stop) => (stop.place?.district ? [[stop.stop.id, stop.place.district] as const] : [])),
  );
  return permit.districts.flatMap((district) => {
    const evidence = trip.touches.flatMap((touch): EnteredDistrict[] => {
      if (touch.zone !== district.zone || labelled.has(touch.subject)) return [];
      const confidence = touch.inside ? touch.confidence : 'possible';
      return [{ id: district.id, name: district.name, confidence, subject: touch.subject, span: touch.span }];
    });
    for (const stop of trip.stops) {
      if (labelled.get(stop.stop.id) !== district.id) continue;
      const where = { subject: stop.stop.id, span: stop.stop.span };
      evidence.push({ id: district.id, name: district.name, confidence: 'certain', ...where });
    }
    if (evidence.length === 0) return [];
    return [evidence.reduce((best, next) => (rank[next.confidence] < rank[best.confidence] ? next : best))];
  });
}

/** Which districts of a permit the trip enters, where and on which days. */
import { type Confidence, type Span, sureness } from '../finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Permit } from '../knowledge/schema/papers.ts';
import type { Place } from '../knowledge/schema/places.ts';
import { placesById } from '../places/gazetteer.ts';
import type { Trip, TripLeg } from '../rules/trip.ts';

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

/** On the line between two districts, or at its edge: which of them it counts to says nothing of the way. */
const BETWEEN: ReadonlySet<Place['kind']> = new Set(['pass', 'border-post', 'tunnel']);

/**
 * A stop's own district label counts before the drawn district lines. A leg enters the districts of the places that
 * its road passes; beyond them it is judged by the lines. A district that is only near, or only in the band around a
 * guess, is possible.
 */
export function enteredDistricts(
  permit: Permit,
  trip: Pick<Trip, 'stops' | 'legs' | 'touches' | 'knowledge'>,
): EnteredDistrict[] {
  const labelled = new Map(
    trip.stops.flatMap((stop) => (stop.place?.district ? [[stop.stop.id, stop.place.district] as const] : [])),
  );
  const passed = new Map(trip.legs.map((leg) => [leg.id, districtsPassed(leg, trip.knowledge)] as const));
  return permit.districts.flatMap(({ id, name, zone }) => {
    const isPassed = (subject: string): boolean => passed.get(subject)?.has(id) ?? false;
    const drawn = trip.touches
      .filter((touch) => touch.zone === zone && !labelled.has(touch.subject) && !isPassed(touch.subject))
      .map(({ subject, span, inside, confidence, from, to }): DistrictVisit => {
        return { subject, span, confidence: inside ? confidence : 'possible', from, to };
      });
    const told = trip.stops
      .filter(({ stop }) => labelled.get(stop.id) === id)
      .map(({ stop, from, to }): DistrictVisit => {
        return { subject: stop.id, span: stop.span, confidence: 'certain', from, to };
      });
    const through = trip.legs
      .filter((leg) => isPassed(leg.id))
      .map(({ id: subject, span, date: from, until: to }): DistrictVisit => {
        return { subject, span, confidence: 'certain', from, to };
      });
    // The file is in travelling order.
    const visits = [...drawn, ...told, ...through].sort((a, b) => (a.span?.line ?? 0) - (b.span?.line ?? 0));
    if (visits.length === 0) return [];
    const best = visits.reduce((surest, next) =>
      sureness[next.confidence] < sureness[surest.confidence] ? next : surest,
    );
    return [{ id, name, confidence: best.confidence, subject: best.subject, span: best.span, visits }];
  });
}

/** Where the country ends the lines leave it open whether a road enters a district; the places on the road do not. */
function districtsPassed({ road }: TripLeg, knowledge: Pick<Knowledge, 'places'>): ReadonlySet<string> {
  const byId = placesById(knowledge);
  const places = (road?.passed ?? []).flatMap(({ place }) => byId.get(place) ?? []);
  return new Set(places.flatMap(({ kind, district }) => (district === null || BETWEEN.has(kind) ? [] : [district])));
}

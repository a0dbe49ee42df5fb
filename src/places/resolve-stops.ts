/** Second step: where each stop is and on which days. */
import { addDays } from '../dates.ts';
import type { Finding } from '../finding.ts';
import { distanceKm } from '../geodesy/great-ellipse.ts';
import type { Itinerary, ItineraryStop, Position } from '../itinerary/itinerary.ts';
import type { Place } from '../knowledge/schema/places.ts';
import { type Gazetteer, resolvePlace } from './gazetteer.ts';

export interface ResolvedStop {
  readonly stop: ItineraryStop;
  readonly name: string;
  /** Null when the place is unknown: then nothing can be said of it, and it is said so. */
  readonly position: Position | null;
  /** Kilometres by which the position may be off. */
  readonly uncertaintyKm: number;
  /** The gazetteer entry; null when coordinates say where the stop is, and it is not at the place of its name. */
  readonly place: Place | null;
  /** Null for a name that is not known. */
  readonly via: readonly (Place | null)[];
  /** Day of arrival and of departure; null without a start date. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Farther than this, and the doubt about the place, its district and altitude are not those of the coordinates. */
export const SAME_KM = 1;
/** A named place and coordinates given for it may be this far apart before it is remarked on. */
export const APART_KM = 20;

export function resolveStops(itinerary: Itinerary, gazetteer: Gazetteer) {
  const findings: Finding[] = [];
  const stops: ResolvedStop[] = [];
  let day = itinerary.start ?? firstDayOf(itinerary.stops);
  for (const stop of itinerary.stops) {
    const place = placeOf(stop, gazetteer, findings);
    const via = viaOf(stop, gazetteer, findings);
    if (stop.date !== null) {
      if (day !== null && stop.date !== day) findings.push(dateJump(stop, day));
      day = stop.date;
    }
    const from = day;
    if (day !== null) day = addDays(day, stop.nights);
    stops.push({
      stop,
      name: nameOf(stop, place),
      position: stop.at ?? (place ? [place.lon, place.lat] : null),
      uncertaintyKm: stop.at === null && place ? place.uncertaintyKm : 0,
      place,
      via,
      from,
      to: day,
    });
  }
  findings.push(...unresolvedGates(itinerary, gazetteer));
  return { stops, findings };
}

/** Without a start, the nights counted back from the first date that is pinned: days before it must not be lost. */
function firstDayOf(stops: readonly ItineraryStop[]): string | null {
  const at = stops.findIndex(({ date }) => date !== null);
  if (at === -1) return null;
  const nights = stops.slice(0, at).reduce((sum, stop) => sum + stop.nights, 0);
  return addDays(stops[at].date!, -nights);
}

/** Where the file says that the country is entered and left. */
function unresolvedGates({ entry, exit }: Itinerary, gazetteer: Gazetteer): Finding[] {
  return Object.entries({ entry, exit }).flatMap(([end, gate]) => {
    // A name that could not be read is told already.
    if (!gate?.place) return [];
    const answer = resolvePlace(gate.place, gazetteer);
    return answer.kind === 'found' ? [] : [unresolved(gate.place, end, gate.spans.place ?? gate.span, answer)];
  });
}

/** A stop whose name could not be read is known by its line. */
function nameOf(stop: ItineraryStop, place: Place | null): string {
  if (stop.at === null && place) return place.name;
  return stop.place === '' ? `the stop on line ${stop.span.line}` : stop.place;
}

function placeOf(stop: ItineraryStop, gazetteer: Gazetteer, findings: Finding[]): Place | null {
  const answer = resolvePlace(stop.place, gazetteer);
  if (answer.kind === 'found') {
    if (stop.at === null) return answer.place;
    const km = distanceKm(stop.at, [answer.place.lon, answer.place.lat]);
    if (km <= SAME_KM + answer.place.uncertaintyKm) return answer.place;
    if (km <= APART_KM) return null;
    findings.push({
      rule: 'TJ205',
      severity: 'warning',
      confidence: 'certain',
      subject: stop.id,
      span: stop.spans.at ?? stop.span,
      args: { place: stop.place, km: Math.round(km) },
      sources: answer.place.sources,
    });
    return null;
  }
  // Coordinates say where it is; the name is then the traveller's own. A name that could not be read is told already.
  if (stop.at === null && stop.place !== '')
    findings.push(unresolved(stop.place, stop.id, stop.spans.place ?? stop.span, answer));
  return null;
}

function viaOf(stop: ItineraryStop, gazetteer: Gazetteer, findings: Finding[]): (Place | null)[] {
  return stop.via.map((name, at) => {
    // A name that could not be read is told already.
    if (name === '') return null;
    const answer = resolvePlace(name, gazetteer);
    if (answer.kind === 'found') return answer.place;
    findings.push(unresolved(name, stop.id, stop.spans[`via.${at}`] ?? stop.span, answer));
    return null;
  });
}

function unresolved(
  name: string,
  subject: string,
  span: Finding['span'],
  answer: Exclude<ReturnType<typeof resolvePlace>, { kind: 'found' }>,
): Finding {
  const ambiguous = answer.kind === 'ambiguous';
  const places = ambiguous ? answer.candidates : answer.suggestions;
  return {
    rule: ambiguous ? 'TJ202' : 'TJ201',
    severity: 'error',
    confidence: 'certain',
    subject,
    span,
    args: { place: name, suggestions: places.map((place) => place.name) },
    sources: [],
  };
}

function dateJump(stop: ItineraryStop, expected: string): Finding {
  return {
    rule: 'TJ204',
    severity: stop.date! < expected ? 'error' : 'warning',
    confidence: 'certain',
    subject: stop.id,
    span: stop.spans.date ?? stop.span,
    args: { place: stop.place, date: stop.date, expected },
    sources: [],
  };
}

/** What a subject is, whatever its number in the file. */
import type { Subject } from '../finding.ts';
import type { Gate, Itinerary, ItineraryStop } from '../itinerary/itinerary.ts';
import { normaliseName } from '../places/normalise-name.ts';

/**
 * `stop-3` by its place and by how manyth time the trip is there, a leg by the places at both ends, a paper by its
 * type, a traveller by the passport. Papers and travellers that are alike are one. Of a file that is not understood
 * only the kind of the subject is known.
 */
export function identify(subject: Subject, itinerary: Itinerary | null): string {
  if (itinerary === null) return subject.replace(/-\d+$/, '');
  let names = known.get(itinerary);
  if (names === undefined) {
    names = nameAll(itinerary);
    known.set(itinerary, names);
  }
  return names.get(subject) ?? subject.replace(/-\d+$/, '');
}

/** Names are asked for once for each finding. */
const known = new WeakMap<Itinerary, ReadonlyMap<Subject, string>>();

function nameAll({ stops, entry, exit, party, permits, visas }: Itinerary): ReadonlyMap<Subject, string> {
  const places = stops.map(placeOf);
  const timesAt = counter();
  const timesOn = counter();
  // `leg-0` leads from the entry to the first stop, the last leg to the exit.
  const ends = [gateOf('entry', entry), ...places, gateOf('exit', exit)];
  return new Map([
    ['entry', ends[0]],
    ['exit', ends[ends.length - 1]],
    ...stops.map(({ id }, at) => [id, join(['stop', timesAt(places[at])])] as const),
    ...places.map((place, at) => [`leg-${at}`, join(['leg', timesOn(join([ends[at], place]))])] as const),
    [`leg-${stops.length}`, join(['leg', timesOn(join(ends.slice(-2)))])],
    ...party.map(({ id, nationality, passport }) => [id, join(['party', nationality, passport.kind])] as const),
    ...permits.map(({ id, type }) => [id, join(['permit', normaliseName(type)])] as const),
    ...visas.map(({ id, nationality, type }) => [id, join(['visa', nationality, normaliseName(type)])] as const),
  ]);
}

/** The name as it is compared, and the coordinates to some 100 m. */
function placeOf({ place, at }: Pick<ItineraryStop, 'place' | 'at'>): string {
  return join([normaliseName(place), ...(at ?? []).map((degrees) => degrees.toFixed(3))]);
}

const gateOf = (kind: 'entry' | 'exit', gate: Gate | null): string => join([kind, normaliseName(gate?.place ?? '')]);

/** The first of a name keeps it, the second gets a 2, and so on. */
function counter(): (name: string) => string {
  const times = new Map<string, number>();
  return (name) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return join([name, String(time)]);
  };
}

const join = (parts: readonly string[]): string => parts.join('\u0002');

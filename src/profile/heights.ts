/** The places of known height along the trip, and which of them the way joins. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place } from '../knowledge/schema/places.ts';
import { placesById } from '../places/gazetteer.ts';
import { km as roundKm } from '../round.ts';
import type { PlacedLeg, Profile, ProfileGap, ProfilePoint, ProfileStop } from './profile.ts';

/** A place so near to a stop, km along the way, is the stop. */
const SAME_KM = 0.1;
/** Kilometres that rounding may leave between two stretches of one road. */
const ROUNDING_KM = 0.01;

interface Known extends Omit<ProfilePoint, 'joined'> {
  readonly placeKind: Place['kind'] | null;
}

interface HeightsOf {
  readonly stops: readonly ProfileStop[];
  readonly legs: readonly PlacedLeg[];
  readonly lengthKm: number;
  readonly knowledge: Pick<Knowledge, 'places'>;
}

export function heightsAlong({ stops, legs, lengthKm, knowledge }: HeightsOf): Pick<Profile, 'points' | 'gaps'> {
  const atStops = stops.flatMap(({ id, altitudeM, ...stop }): Known[] =>
    altitudeM === null ? [] : [{ ...stop, altitudeM, kind: 'stop', stop: id, placeKind: null }],
  );
  const onTheWay = legs.flatMap((placed) => passedOn(placed, stops, knowledge));
  // The stable sort keeps a stop before the places of the leg that leaves it.
  const known = [...atStops, ...onTheWay].sort((a, b) => a.km - b.km);
  const points = known.map(({ placeKind, ...point }, at): ProfilePoint => {
    const before = known[at - 1];
    const joined = before !== undefined && isFollowed(legs, before.km, point.km);
    return { ...point, kind: placeKind === null ? 'stop' : kindOf(placeKind, known, at), joined };
  });
  return { points, gaps: gapsBetween(points, legs, lengthKm) };
}

/** Places of known height that a leg by road passes, apart from its ends. */
function passedOn({ leg, fromKm, toKm }: PlacedLeg, stops: readonly ProfileStop[], knowledge: HeightsOf['knowledge']) {
  const byId = placesById(knowledge);
  return (leg.road?.passed ?? []).flatMap(({ place, name, km: legKm }): Known[] => {
    const found = byId.get(place);
    if (found?.altitudeM == null) return [];
    const km = roundKm(fromKm + legKm);
    const isEnd = stops.some(
      ({ id, altitudeM, km: stopKm }) =>
        (id === leg.from || id === leg.to) && altitudeM !== null && Math.abs(stopKm - km) < SAME_KM,
    );
    if (isEnd || km > toKm + SAME_KM) return [];
    return [{ km, altitudeM: found.altitudeM, name, kind: 'place', stop: null, nights: 0, placeKind: found.kind }];
  });
}

/** A tunnel or a border post is spoken of as a pass where it lies above what is before and behind it. */
function kindOf(kind: Place['kind'], known: readonly Known[], at: number): ProfilePoint['kind'] {
  if (kind === 'pass') return 'pass';
  if (kind !== 'tunnel' && kind !== 'border-post') return 'place';
  const around = [known[at - 1], known[at + 1]].filter((next) => next !== undefined);
  return around.length > 0 && around.every(({ altitudeM }) => altitudeM < known[at].altitudeM) ? 'pass' : 'place';
}

/** Whether one packaged road after the other leads from one kilometre to the other. */
function isFollowed(legs: readonly PlacedLeg[], fromKm: number, toKm: number): boolean {
  return legs.every(({ leg, fromKm: startKm, toKm: endKm }) => {
    const from = Math.max(fromKm, startKm);
    const to = Math.min(toKm, endKm);
    // A leg of unknown length between the two breaks the line as well.
    if (leg.lengthKm === null) return startKm < fromKm || startKm > toKm;
    if (to - from <= ROUNDING_KM) return true;
    const roadKm = (leg.road?.stretches ?? [])
      .map((stretch) => Math.min(to, startKm + stretch.toKm) - Math.max(from, startKm + stretch.fromKm))
      .reduce((sum, km) => sum + Math.max(0, km), 0);
    return leg.basis === 'road' && roadKm >= to - from - ROUNDING_KM;
  });
}

function gapsBetween(points: readonly ProfilePoint[], legs: readonly PlacedLeg[], lengthKm: number): ProfileGap[] {
  const gaps: ProfileGap[] = [];
  const add = (fromKm: number, toKm: number): void => {
    if (toKm - fromKm > ROUNDING_KM) gaps.push({ fromKm, toKm, why: whyUnknown(legs, fromKm, toKm) });
  };
  let reached = 0;
  for (const { km, joined } of points) {
    if (!joined) add(reached, km);
    reached = km;
  }
  add(reached, lengthKm);
  return gaps;
}

/** By the longest leg that is not by road; otherwise its road names no place of known height. */
function whyUnknown(legs: readonly PlacedLeg[], fromKm: number, toKm: number): ProfileGap['why'] {
  const shares = legs.map(({ leg, fromKm: startKm, toKm: endKm }) => ({
    basis: leg.basis,
    km: Math.min(toKm, endKm) - Math.max(fromKm, startKm),
    corridorKm: leg.corridorKm,
  }));
  const longest = shares.reduce((most, next) => (next.km > most.km ? next : most));
  if (longest.basis === 'flight' || longest.basis === 'track' || longest.basis === 'guess') return longest.basis;
  return longest.basis === 'road' && !longest.corridorKm ? 'unnamed' : 'guess';
}

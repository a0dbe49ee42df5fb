/**
 * Which place of the gazetteer a name and a point mean. How far the two may be apart is what `plan` takes for the same
 * place, so that the itinerary is judged as it was matched: within 1 km the point is the place; up to 20 km the name
 * holds and the point is kept, for a homestay there may lie in another zone; beyond, one of the two is wrong.
 */
import { distanceKm } from '../geodesy/great-ellipse.ts';
import type { Position } from '../itinerary/itinerary.ts';
import { coveredBox, looksSwapped } from '../itinerary/swapped.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place } from '../knowledge/schema/places.ts';
import { resolvePlace } from '../places/gazetteer.ts';
import { APART_KM, SAME_KM } from '../places/resolve-stops.ts';
import { zonesAt } from '../zones/expose-point.ts';
import type { Doubt } from './doubt.ts';
import { hiddenIn } from './read-row.ts';

export interface Match {
  /** As the itinerary writes it. */
  readonly place: string;
  readonly at: Position | null;
  /** `gazetteer`: a known place. `own`: a name of the traveller's own, at a point. `none`: nowhere yet. */
  readonly by: 'gazetteer' | 'own' | 'none';
  readonly doubts: readonly Doubt[];
}

export function matchPlace(name: string, at: Position | null, knowledge: Knowledge): Match {
  const match = at === null ? matchName(name, knowledge) : matchBoth(name, at, knowledge);
  // The gazetteer's names hide nothing.
  return { ...match, doubts: [...match.doubts, ...hiddenIn(match.place)] };
}

function matchName(name: string, knowledge: Knowledge): Match {
  const answer = resolvePlace(name, knowledge);
  if (answer.kind === 'found') return known(answer.place, knowledge);
  const doubt: Doubt =
    answer.kind === 'ambiguous'
      ? { code: 'ambiguous', candidates: answer.candidates, hasPoint: false }
      : { code: 'unknown', suggestions: answer.suggestions };
  return { place: name, at: null, by: 'none', doubts: [doubt] };
}

function matchBoth(name: string, at: Position, knowledge: Knowledge): Match {
  const answer = resolvePlace(name, knowledge);
  const bearers = answer.kind === 'found' ? [answer.place] : answer.kind === 'ambiguous' ? answer.candidates : [];
  const own = (...doubts: Doubt[]): Match => ({ place: name || nameOf(at, knowledge), at, by: 'own', doubts });
  const [lon, lat] = at;
  if (looksSwapped(lon, lat, coveredBox)) {
    const there: Position = [lat, lon];
    const named = bearers.filter((place) => agrees(place, there));
    // As written, `plan` refuses them, and nothing is said of a place where nobody goes.
    if (named.length !== 1) return own({ code: 'swapped', at, exchanged: false });
    return { ...known(named[0], knowledge, there), doubts: [{ code: 'swapped', at, exchanged: true }] };
  }
  const near = nearestOf(bearers, at);
  if (near.length === 1) return known(near[0], knowledge, at);
  if (answer.kind === 'found') return own({ code: 'far', place: answer.place, km: kmTo(answer.place, at) });
  if (answer.kind === 'ambiguous') return own({ code: 'ambiguous', candidates: bearers, hasPoint: true });
  if (!isCovered(at, knowledge)) return own({ code: 'outside', at });
  const here = name === '' ? nearestPlace(at, knowledge) : null;
  return here !== null && kmTo(here, at) <= SAME_KM ? known(here, knowledge, at) : own();
}

/** A place of the gazetteer; a point off its own is kept. */
export function known(place: Place, knowledge: Knowledge, at: Position | null = null): Match {
  const isThere = at === null || kmTo(place, at) <= SAME_KM;
  // A name of its own may be another's other name.
  const isPlain = resolvePlace(place.name, knowledge).kind === 'found';
  return { place: isPlain || !isThere ? place.name : place.id, at: isThere ? null : at, by: 'gazetteer', doubts: [] };
}

const kmTo = ({ lon, lat }: Place, at: Position): number => distanceKm([lon, lat], at);

/** Name and point mean the same. */
export const agrees = (place: Place, at: Position): boolean =>
  kmTo(place, at) <= Math.max(APART_KM, SAME_KM + place.uncertaintyKm);

/** Those of one name that the point may mean; where it stands at one of them, that one. */
function nearestOf(bearers: readonly Place[], at: Position): readonly Place[] {
  const near = bearers.filter((place) => agrees(place, at));
  const here = near.filter((place) => kmTo(place, at) <= SAME_KM);
  return here.length === 1 ? here : near;
}

const isCovered = (at: Position, { index, zones }: Knowledge): boolean => zonesAt([{ index, zones }], at).length > 0;

/** A valley or a junction says little of where one is. */
const vague = new Set<Place['kind']>(['valley', 'park', 'junction', 'tunnel']);

function nearestPlace(at: Position, { places }: Knowledge): Place | null {
  let nearest: Place | null = null;
  for (const place of places) {
    if (vague.has(place.kind) || Math.abs(place.lat - at[1]) > 0.3 || Math.abs(place.lon - at[0]) > 0.4) continue;
    if (nearest === null || kmTo(place, at) < kmTo(nearest, at)) nearest = place;
  }
  return nearest;
}

/** For a point without a name: a name that says where, and is none of the gazetteer's. */
function nameOf(at: Position, knowledge: Knowledge): string {
  const place = nearestPlace(at, knowledge);
  if (place !== null && agrees(place, at)) return `Near ${place.name}`;
  const [lon, lat] = at.map((degrees) => degrees.toFixed(4));
  return `Point ${lat}, ${lon}`;
}

/** Whether the file itself is the track of a trip: two stops, and one line from one to the other. */
import { distanceKm } from '../geodesy/great-ellipse.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { resolvePlace } from '../places/gazetteer.ts';
import { SAME_KM } from '../places/resolve-stops.ts';
import type { ImportedStop } from './import-trip.ts';
import type { DrawnLine } from './rows.ts';

/** As near to both stops as a track may begin and end for `plan`. */
export function isOneLeg(stops: readonly ImportedStop[], lines: readonly DrawnLine[], knowledge: Knowledge): boolean {
  const ends = lines[0]?.ends ?? null;
  if (stops.length !== 2 || lines.length !== 1 || ends === null || !lines[0].isTrack) return false;
  const [from, to] = stops.map((stop) => positionOf(stop, knowledge));
  if (from === null || to === null) return false;
  const isNear = (a: Position, b: Position): boolean => distanceKm(a, b) <= SAME_KM;
  return (isNear(from, ends[0]) && isNear(to, ends[1])) || (isNear(from, ends[1]) && isNear(to, ends[0]));
}

function positionOf({ place, at }: ImportedStop, knowledge: Knowledge): Position | null {
  if (at !== null) return at;
  const answer = resolvePlace(place, knowledge);
  return answer.kind === 'found' ? [answer.place.lon, answer.place.lat] : null;
}

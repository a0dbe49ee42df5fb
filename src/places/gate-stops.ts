/**
 * The way from where the country is entered to the first stop, and from the last to where it is left, is travelled
 * like any other: such a gate is a stop without a night.
 */

import { postNear, postOf } from '../borders/match-post.ts';
import { distanceKm } from '../geodesy/great-ellipse.ts';
import type { Gate, Itinerary, ItineraryStop } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { resolvePlace } from './gazetteer.ts';
import type { ResolvedStop } from './resolve-stops.ts';

/** An airport this near to a stop is the town's own, km: the way between the two is not told apart from it. */
const OWN_KM = 15;

/** `stops` with a stop `entry` before them and a stop `exit` after, where the file names such a place farther away. */
export function withGateStops(
  stops: readonly ResolvedStop[],
  { entry, exit }: Itinerary,
  knowledge: Knowledge,
): ResolvedStop[] {
  const [first, last] = [stops[0], stops[stops.length - 1]];
  return [
    ...gateStop('entry', entry, first, first.from, knowledge),
    ...stops,
    ...gateStop('exit', exit, last, last.to, knowledge),
  ];
}

function gateStop(
  id: 'entry' | 'exit',
  gate: Gate | null,
  beside: ResolvedStop,
  day: string | null,
  knowledge: Knowledge,
): ResolvedStop[] {
  const answer = gate?.place ? resolvePlace(gate.place, knowledge) : null;
  // A place that is not known is told as a fault.
  if (gate === null || answer?.kind !== 'found') return [];
  const { place } = answer;
  const position = [place.lon, place.lat] as const;
  const home = knowledge.entry.country;
  const isBesideAbroad = beside.stop.at === null && beside.place !== null && beside.place.country !== home;
  const isOverBorder = isBesideAbroad !== (place.country !== home);
  // From abroad one goes in by a post, and on the way out by one: the leg over the border goes there already.
  if (isBesideAbroad && (postOf(place, knowledge) ?? postNear(position, knowledge)) !== null) return [];
  if (beside.position !== null && !isOverBorder && distanceKm(position, beside.position) <= OWN_KM) return [];
  // Who flies in from abroad, or out, travels no road there.
  if (gate.by === 'air' && place.country !== home) return [];
  const span = gate.spans.place ?? gate.span;
  const stop: ItineraryStop = {
    id,
    place: place.name,
    at: null,
    nights: 0,
    date: null,
    via: [],
    // Of an entry it says how the border is crossed, not how one travels on.
    by: id === 'exit' && gate.by !== 'air' ? gate.by : null,
    track: null,
    span,
    spans: {},
  };
  const { name, uncertaintyKm } = place;
  return [{ stop, name, position, uncertaintyKm, place, via: [], from: day, to: day }];
}

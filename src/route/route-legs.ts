/** Third step: the way between each two stops, and on what it rests. */
import type { Finding } from '../finding.ts';
import { densify } from '../geodesy/great-ellipse.ts';
import type { Itinerary, Position } from '../itinerary/itinerary.ts';
import type { Place } from '../knowledge/schema.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import type { ResolvedStop } from '../places/resolve-stops.ts';
import { farFromAirport } from './airport.ts';
import { guessWay } from './guess.ts';
import type { Guess, Leg } from './leg.ts';
import { followTrack, type LoadTrack } from './track.ts';

/** A stop of which it is known whether the data cover it. */
export type LocatedStop = ResolvedStop & { readonly exposure: { readonly covered: boolean } | null };

export async function routeLegs(
  itinerary: Itinerary,
  stops: readonly LocatedStop[],
  gazetteer: Gazetteer,
  loadTrack: LoadTrack,
) {
  const findings: Finding[] = [];
  const legs: Leg[] = [];
  for (let at = 1; at < stops.length; at++) {
    const [from, to] = [stops[at - 1], stops[at]];
    const leg = {
      id: `leg-${at}`,
      from: from.stop.id,
      to: to.stop.id,
      mode: to.stop.by ?? itinerary.travel,
      ...daysOf(from, to),
      via: to.via.filter((place) => place !== null),
      span: to.stop.span,
    };
    if (to.stop.track !== null) {
      const track = await followTrack(leg, from, to, loadTrack);
      findings.push(...track.findings);
      if (track.leg) {
        legs.push(track.leg);
        continue;
      }
    }
    const ends = from.position !== null && to.position !== null ? ([from.position, to.position] as const) : null;
    const grounded = leg.mode === 'air' ? farFromAirport(leg, [from, to], gazetteer) : [];
    findings.push(...grounded);
    if (ends === null) legs.push({ ...leg, basis: 'unknown', line: [], guesses: [] });
    else if (leg.mode === 'air' && grounded.length === 0) {
      legs.push({ ...leg, basis: 'flight', via: [], line: densify(...ends, 10), guesses: [] });
    } else if (leg.via.length < to.via.length) {
      // Where an unknown place lies the way may go anywhere: a band around the known ones would be too narrow.
      legs.push({ ...leg, basis: 'unknown', line: [], guesses: [] });
    } else legs.push({ ...leg, basis: 'guess', ...guessThrough([ends[0], ...leg.via.map(positionOf), ends[1]]) });
  }
  return { legs, findings };
}

/** From leaving the one stop to reaching the other: days that no night accounts for are spent on the way. */
function daysOf(from: ResolvedStop, to: ResolvedStop): Pick<Leg, 'date' | 'until'> {
  const days = [from.to, to.from].filter((day) => day !== null).sort();
  return { date: days[0] ?? null, until: days.at(-1) ?? null };
}

const positionOf = (place: Place): Position => [place.lon, place.lat];

/** A guess for each hop, joined to one line. */
function guessThrough(points: readonly Position[]): { line: Position[]; guesses: Guess[] } {
  const guesses = points.slice(1).map((point, at) => guessWay(points[at], point));
  return { line: guesses.flatMap((guess, at) => (at === 0 ? guess.line : guess.line.slice(1))), guesses };
}

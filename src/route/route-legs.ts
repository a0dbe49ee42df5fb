/** Third step: the way between each two stops, and on what it rests. */
import type { Finding } from '../finding.ts';
import { densify } from '../geodesy/great-ellipse.ts';
import type { Itinerary, Position } from '../itinerary/itinerary.ts';
import type { ResolvedStop } from '../places/resolve-stops.ts';
import { guessWay } from './guess.ts';
import type { Guess, Leg } from './leg.ts';
import { followTrack, type LoadTrack } from './track.ts';

export async function routeLegs(itinerary: Itinerary, stops: readonly ResolvedStop[], loadTrack: LoadTrack) {
  const findings: Finding[] = [];
  const legs: Leg[] = [];
  for (let at = 1; at < stops.length; at++) {
    const [from, to] = [stops[at - 1], stops[at]];
    const leg = {
      id: `leg-${at}`,
      from: from.stop.id,
      to: to.stop.id,
      mode: to.stop.by ?? itinerary.travel,
      date: to.from,
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
    if (from.position === null || to.position === null) {
      legs.push({ ...leg, basis: 'unknown', line: [], guesses: [] });
    } else if (leg.mode === 'air') {
      legs.push({ ...leg, basis: 'flight', line: densify(from.position, to.position, 10), guesses: [] });
    } else {
      legs.push({ ...leg, basis: 'guess', ...guessThrough([from.position, ...viaPositions(to), to.position]) });
    }
  }
  return { legs, findings };
}

const viaPositions = (stop: ResolvedStop): Position[] => stop.via.map((place) => [place.lon, place.lat]);

/** A guess for each hop, joined to one line. */
function guessThrough(points: readonly Position[]): { line: Position[]; guesses: Guess[] } {
  const guesses = points.slice(1).map((point, at) => guessWay(points[at], point));
  return { line: guesses.flatMap((guess, at) => (at === 0 ? guess.line : guess.line.slice(1))), guesses };
}

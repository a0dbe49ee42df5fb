/** A leg that follows the traveller's own track. */
import type { Finding } from '../finding.ts';
import { densify, shortDistanceKm } from '../geodesy/great-ellipse.ts';
import { distanceToLineKm } from '../geodesy/measure.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { ResolvedStop } from '../places/resolve-stops.ts';
import { guessWay } from './guess.ts';
import type { Guess, Leg } from './leg.ts';

/** A track's parts in order, or what is wrong with it: a rule of the 1xx group and its arguments. */
export type TrackResult =
  | { readonly parts: readonly (readonly Position[])[] }
  | { readonly rule: string; readonly args: Finding['args'] };

/** Gives the track at a path as the itinerary writes it. */
export type LoadTrack = (path: string) => Promise<TrackResult>;

/** A track may begin or end this far from its stop, and pause this long, before the way between counts as guessed. */
const GAP_KM = 1;
/** A track passes a place when it comes this near, beside the doubt about the place. */
const PASSES_KM = 1;
/** Track points farther apart than this get vertices between. */
const SPACING_KM = 5;

type LegFrame = Pick<Leg, 'id' | 'from' | 'to' | 'mode' | 'date' | 'until' | 'via' | 'span'>;

export async function followTrack(frame: LegFrame, from: ResolvedStop, to: ResolvedStop, loadTrack: LoadTrack) {
  const path = to.stop.track!;
  const span = to.stop.spans.track ?? to.stop.span;
  const remark = (rule: string, severity: Finding['severity'], args: Finding['args']): Finding => ({
    rule,
    severity,
    confidence: 'certain',
    subject: frame.id,
    span,
    args: { path, ...args },
    sources: [],
  });

  const track = await loadTrack(path);
  if ('rule' in track) return { leg: null, findings: [remark(track.rule, 'error', track.args)] };

  const findings: Finding[] = [];
  const parts = orderedParts(track.parts, from.position, to.position);
  if (parts.reversed) findings.push(remark('TJ208', 'info', {}));

  // The way from the stop to the track, between its parts and on to the next stop is guessed where it is long.
  const line: Position[] = [];
  const guesses: Guess[] = [];
  const goTo = (target: Position, where: 'start' | 'end' | 'pause', name: string): void => {
    const last = line.at(-1);
    if (last === undefined) return;
    const km = shortDistanceKm(last, target);
    if (km <= GAP_KM) return;
    const guess = guessWay(last, target);
    guesses.push(guess);
    line.push(...guess.line.slice(1, -1));
    findings.push(remark('TJ207', 'warning', { where, name, km: Math.round(km * 10) / 10 }));
  };
  if (from.position !== null) line.push(from.position);
  parts.list.forEach((part, at) => {
    goTo(part[0], at === 0 ? 'start' : 'pause', from.name);
    line.push(...dense(part));
  });
  if (to.position !== null) {
    goTo(to.position, 'end', to.name);
    line.push(to.position);
  }
  for (const { name, lon, lat, uncertaintyKm } of frame.via) {
    const km = distanceToLineKm([lon, lat], line);
    if (km > PASSES_KM + uncertaintyKm)
      findings.push(remark('TJ211', 'warning', { name, km: Math.round(km * 10) / 10 }));
  }
  return { leg: { ...frame, basis: 'track', road: null, line, guesses } satisfies Leg, findings };
}

function orderedParts(parts: readonly (readonly Position[])[], from: Position | null, to: Position | null) {
  const first = parts[0][0];
  const last = parts.at(-1)!.at(-1)!;
  const reversed =
    from !== null &&
    to !== null &&
    shortDistanceKm(first, to) + shortDistanceKm(last, from) < shortDistanceKm(first, from) + shortDistanceKm(last, to);
  return { reversed, list: reversed ? parts.map((part) => [...part].reverse()).reverse() : parts };
}

function dense(part: readonly Position[]): Position[] {
  const line: Position[] = [part[0]];
  for (let at = 1; at < part.length; at++) {
    const [a, b] = [part[at - 1], part[at]];
    if (shortDistanceKm(a, b) > SPACING_KM) line.push(...densify(a, b, SPACING_KM).slice(1));
    else line.push(b);
  }
  return line;
}

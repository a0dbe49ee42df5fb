/**
 * Where a leg goes over the border of the country. Its line is cut into pieces inside and outside; a place that the
 * traveller names holds its piece in its own country, and a piece that nothing holds and that strays no farther over
 * the border than the line is in doubt is a wiggle of the drawing.
 */
import { positionAtKm, vertexAtKm } from '../geodesy/measure.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { TripLeg } from '../rules/trip.ts';
import type { ZoneRef } from '../zones/depth.ts';
import { edgeDistanceKm } from '../zones/nearest.ts';

/** A place on the leg, ends included, and whether it lies in the country. */
export interface Anchor {
  readonly km: number;
  readonly inside: boolean;
}

interface Piece {
  readonly inside: boolean;
  readonly fromKm: number;
  readonly toKm: number;
  /** Held by a place in it. */
  readonly held: boolean;
}

export interface Crossover {
  readonly km: number;
  readonly at: Position;
  /** Into the country, not out of it. */
  readonly into: boolean;
  /** A place on either side says that the border is crossed. */
  readonly held: boolean;
  /** The line is a guess here. */
  readonly guessed: boolean;
}

/** So little off the line is on it. */
const SAME_KM = 0.01;

/** A piece begins or ends at a post when it is this near, km of the way. */
const AT_POST_KM = 0.5;

/**
 * In the order of travel. The leg has a line; the first and the last anchor are its ends. `postKm`: where posts stand
 * on it. From one post to another the way is abroad, however near the border it keeps.
 */
export function crossovers(
  leg: TripLeg,
  zone: ZoneRef & { readonly id: string },
  anchors: readonly Anchor[],
  postKm: readonly number[],
): Crossover[] {
  const { line } = leg.exposure;
  const doubtKm = doubtOf(leg);
  const isBetweenPosts = ({ fromKm, toKm }: Piece): boolean => {
    const [first, last] = [fromKm, toKm].map((km) => postKm.findIndex((post) => Math.abs(post - km) <= AT_POST_KM));
    return first >= 0 && last >= 0 && first !== last;
  };
  const isMeant = (piece: Piece): boolean => isBetweenPosts(piece) || strays(leg, zone, piece, doubtKm);
  const pieces = smooth(hold(cut(leg, zone.id), anchors), isMeant);
  return pieces.slice(1).map(({ inside, fromKm, held }, at) => {
    const vertex = line.vertices[vertexAtKm(line, fromKm)];
    return {
      km: fromKm,
      at: positionAtKm(line, fromKm),
      into: inside,
      held: held && pieces[at].held,
      guessed: leg.guesses.some((guess) => guess.line.includes(vertex)),
    };
  });
}

/** The line inside and outside by turns. */
function cut({ exposure: { crossings, lengthKm } }: TripLeg, zoneId: string): Piece[] {
  const pieces: Piece[] = [];
  let km = 0;
  const add = (inside: boolean, toKm: number): void => {
    if (toKm - km > SAME_KM) pieces.push({ inside, fromKm: km, toKm, held: false });
    km = Math.max(km, toKm);
  };
  for (const { zone, entryKm, exitKm } of crossings ?? []) {
    if (zone !== zoneId) continue;
    add(false, entryKm);
    add(true, exitKm);
  }
  add(false, lengthKm ?? 0);
  return pieces;
}

/** Each place holds the piece on its spot that is on its side of the border; where there is none, one of no length. */
function hold(all: readonly Piece[], anchors: readonly Anchor[]): Piece[] {
  const pieces = [...all];
  // Places come in the order of the way: none holds a piece before that of the last.
  let first = 0;
  for (const { km, inside } of [...anchors].sort((a, b) => a.km - b.km)) {
    const isOn = ({ fromKm, toKm }: Piece, at: number): boolean =>
      at >= first && fromKm <= km + SAME_KM && km <= toKm + SAME_KM;
    const own = pieces.findIndex((piece, at) => isOn(piece, at) && piece.inside === inside);
    if (own >= 0) {
      pieces[own] = { ...pieces[own], held: true };
      first = own;
      continue;
    }
    const spot = { inside, fromKm: km, toKm: km, held: true };
    const other = pieces.findIndex(isOn);
    const whole = other < 0 ? [] : [pieces[other]];
    const before = whole.map((piece) => ({ ...piece, toKm: km }));
    const after = whole.map((piece) => ({ ...piece, fromKm: km, held: false }));
    const kept = [...before, spot, ...after].filter((piece) => piece.held || piece.toKm - piece.fromKm > SAME_KM);
    pieces.splice(other < 0 ? pieces.length : other, whole.length, ...kept);
    first = pieces.indexOf(spot);
  }
  return pieces;
}

/** Joins what lies on one side, and lets a wiggle go with the piece before it. */
function smooth(pieces: readonly Piece[], isMeant: (piece: Piece) => boolean): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isSame = last?.inside === piece.inside;
    if (last === undefined || !(isSame || (!piece.held && !isMeant(piece)))) joined.push(piece);
    else joined[joined.length - 1] = { ...last, toKm: piece.toKm, held: last.held || (isSame && piece.held) };
  }
  return joined;
}

/** Does a piece lie anywhere farther over the border than the border and the line are in doubt? */
function strays(leg: TripLeg, zone: ZoneRef, { fromKm, toKm }: Piece, doubtKm: (vertex: number) => number): boolean {
  const { line } = leg.exposure;
  const isFar = (at: Position, vertex: number): boolean => {
    const reachKm = zone.uncertaintyKm + doubtKm(vertex);
    return edgeDistanceKm(zone.index, zone.number, at, reachKm) >= reachKm;
  };
  if (isFar(positionAtKm(line, (fromKm + toKm) / 2), vertexAtKm(line, (fromKm + toKm) / 2))) return true;
  for (let vertex = vertexAtKm(line, fromKm); line.km[vertex] < toKm; vertex++) {
    if (isFar(line.vertices[vertex], vertex)) return true;
  }
  return false;
}

/** How far the true way may lie from each vertex. */
function doubtOf({ road, guesses, exposure: { line } }: TripLeg): (vertex: number) => number {
  const guessed = new Map(guesses.flatMap((guess) => guess.line.map((at) => [at, guess.halfWidthKm] as const)));
  return (vertex) => Math.max(road?.doubtKm[vertex] ?? 0, guessed.get(line.vertices[vertex]) ?? 0);
}

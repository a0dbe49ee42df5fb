/** A way nobody told us: the straight line, and how far the true way may stray from it. */
import { densify, distanceKm } from '../geodesy/great-ellipse.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Guess } from './leg.ts';

/** Vertices of a guessed line, km. */
const SPACING_KM = 5;

/**
 * A mountain road strays by up to a third of the distance: the roads from Dushanbe to Khorog leave the straight
 * line of 270 km by 67 and 80 km. Never less than 3 km, and 100 km at most: beyond that nothing is known anyway.
 */
const STRAY = 0.32;
const LEAST_KM = 3;
const MOST_KM = 100;

export function guessWay(from: Position, to: Position): Guess {
  const halfWidthKm = Math.min(MOST_KM, Math.max(LEAST_KM, STRAY * distanceKm(from, to)));
  return { line: densify(from, to, SPACING_KM), halfWidthKm };
}

/** Lines with fewer points that stay where they were, by Douglas and Peucker. */
import { simplify } from '@turf/turf';
import type { Position } from '../itinerary/itinerary.ts';

const KM_PER_DEGREE = 111;

/** Leaves out vertices that lie within `toleranceKm` of the line without them; both ends stay. */
export function simplifyLine(line: readonly Position[], toleranceKm: number): Position[] {
  if (line.length < 3 || toleranceKm <= 0) return [...line];
  // On a plane where a degree is as long to the east as to the north.
  const shrink = Math.cos((line[0][1] * Math.PI) / 180);
  const coordinates = line.map(([lon, lat]) => [lon * shrink, lat]);
  const tolerance = toleranceKm / KM_PER_DEGREE;
  const { coordinates: kept } = simplify({ type: 'LineString', coordinates }, { tolerance, highQuality: true });
  return kept.map(([x, lat]): Position => [x / shrink, lat]);
}

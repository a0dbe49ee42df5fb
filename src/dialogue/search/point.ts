/** Coordinates as people type and paste them: `37.1, 72.5`, `37.1 N 72.5 E`, `37,1; 72,5`. */
import { coveredBox, looksSwapped } from '../../itinerary/swapped.ts';

/** Null for what is no pair of degrees on earth. A pair that only makes sense swapped is turned round. */
export function readPoint(typed: string): { readonly lat: number; readonly lon: number } | null {
  const read = /^\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NS])?\s*[;,\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([EW])?\s*$/i.exec(
    typed,
  );
  if (read === null) return null;
  const [, north, ns, east, ew] = read;
  const lat = degrees(north, ns, 'S');
  const lon = degrees(east, ew, 'W');
  const [first, second] = looksSwapped(lon, lat, coveredBox) ? [lon, lat] : [lat, lon];
  return Math.abs(first) <= 90 && Math.abs(second) <= 180 ? { lat: first, lon: second } : null;
}

/** Five places are one metre. */
function degrees(text: string, side: string | undefined, minus: string): number {
  const value = Number(text.replace(',', '.')) * (side?.toUpperCase() === minus ? -1 : 1);
  return Math.round(value * 1e5) / 1e5;
}

/** From geometries to the parts of a way, whatever file they come from. */
import type { Position } from './itinerary.ts';
import { ranges } from './limits.ts';
import type { TrackProblem, TrackProblemCode } from './track-problem.ts';

/** Parts in the file's order; whoever follows them decides what to make of the gaps between. */
export type TrackReading = { readonly parts: readonly (readonly Position[])[] } | { readonly problem: TrackProblem };

/** GeometryCollections inside each other that are followed. */
const maxNesting = 8;

export function refuse(
  code: TrackProblemCode,
  at?: { line: number | null; column: number | null },
): { problem: TrackProblem } {
  return { problem: { code, line: at?.line ?? null, column: at?.column ?? null } };
}

/** The lines among the geometries; points and areas are no way. */
export function partsOf(geometries: readonly unknown[]): TrackReading {
  const lines = geometries.flatMap((geometry) => linesOf(geometry, 0));
  const parts = lines.map((line) => (Array.isArray(line) ? line.map(positionOf) : [null]));
  if (parts.some((part) => part.includes(null))) return refuse('bad-coordinate');
  const long = (parts as Position[][]).filter((part) => part.length >= 2);
  return long.length === 0 ? refuse('no-line') : { parts: long };
}

function linesOf(geometry: unknown, nesting: number): unknown[] {
  const { type, coordinates, geometries } = fieldsOf(geometry);
  if (type === 'LineString') return [coordinates];
  if (type === 'MultiLineString') return Array.isArray(coordinates) ? coordinates : [null];
  if (type !== 'GeometryCollection' || !Array.isArray(geometries)) return [];
  return nesting < maxNesting ? geometries.flatMap((part) => linesOf(part, nesting + 1)) : [null];
}

function positionOf(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [lon, lat] = value as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' && isOnGlobe([lon, lat]) ? [lon, lat] : null;
}

export function isOnGlobe([lon, lat]: Position): boolean {
  return lon >= ranges.lon[0] && lon <= ranges.lon[1] && lat >= ranges.lat[0] && lat <= ranges.lat[1];
}

export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

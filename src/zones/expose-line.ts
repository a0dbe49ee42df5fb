/** What a leg passes: its crossings, and the zones that it may pass without the line showing it. */
import type { CountryCode } from '../assessment.ts';
import { type MeasuredLine, measureLine, vertexAtKm } from '../geodesy/measure.ts';
import type { Leg } from '../route/leg.ts';
import { corridorZones } from './corridor.ts';
import { type Crossing, crossLine } from './cross.ts';
import { type ZoneLayer, zoneProperties } from './layer.ts';
import { edgeDistanceKm } from './nearest.ts';
import type { ZoneIndex } from './zone-index.ts';

export interface LineExposure {
  readonly line: MeasuredLine;
  readonly lengthKm: number | null;
  /** In the order of entry; null when the way is unknown. */
  readonly crossings: Crossing[] | null;
  /** Zones outside the line but nearer than their own uncertainty. */
  readonly near: string[];
  /** Zones in the band around a guessed stretch that the line itself does not enter. */
  readonly corridor: string[];
  readonly countries: CountryCode[];
  /** Kilometres of the line outside every country the data covers. */
  readonly uncoveredKm: number;
}

/** In the air nothing on the ground is entered; an unknown way is unknown. */
export function exposeLine(layers: readonly ZoneLayer[], leg: Leg): LineExposure {
  const line = measureLine(leg.line);
  const nothing = { line, near: [], corridor: [], countries: [], uncoveredKm: 0 };
  if (leg.basis === 'unknown') return { ...nothing, lengthKm: null, crossings: null };
  const lengthKm = line.km[line.km.length - 1];
  if (leg.basis === 'flight') return { ...nothing, lengthKm, crossings: [] };

  const isCountry = (id: string): boolean => zoneProperties(layers, id).kind === 'country';
  const crossings = layers
    .flatMap((layer) => crossLine(layer.index, leg.line).crossings)
    .sort((a, b) => a.entryKm - b.entryKm);
  const seen = new Set(crossings.map((crossing) => crossing.zone));
  const unseen = (zones: readonly string[]): string[] => zones.filter((id) => !seen.has(id) && !isCountry(id));

  const bands = leg.guesses.flatMap((guess) =>
    layers.flatMap((layer) => corridorZones(layer.index, measureLine(guess.line), guess.halfWidthKm)),
  );
  const corridor = unique(unseen(bands));
  for (const id of corridor) seen.add(id);
  // A guess has its own band, wider than any edge is unsure.
  const near = leg.basis === 'guess' ? [] : zonesNearLine(layers, line, unseen);

  const inCountry = crossings.filter(({ zone }) => isCountry(zone));
  const countries = unique(inCountry.filter(({ insideKm }) => insideKm > 0).map(countryOf));
  const coveredKm = inCountry.reduce((sum, { insideKm }) => sum + insideKm, 0);
  return { line, lengthKm, crossings, near, corridor, countries, uncoveredKm: Math.max(0, lengthKm - coveredKm) };
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const countryOf = (crossing: Crossing): CountryCode => crossing.zone.slice(-2).toUpperCase() as CountryCode;

/** Zones not seen yet whose edge comes nearer to some vertex than the edge is certain. */
function zonesNearLine(
  layers: readonly ZoneLayer[],
  line: MeasuredLine,
  unseen: (zones: readonly string[]) => string[],
): string[] {
  return layers.flatMap(({ index, zones }) => {
    const widest = Math.max(0, ...index.ids.map((id) => zones[id].uncertaintyKm));
    if (widest === 0) return [];
    return unseen(corridorZones(index, line, widest)).filter((id) => passes(index, id, line, zones[id].uncertaintyKm));
  });
}

/** Beyond reach, the search looks this much farther, to know how long the next look can wait. */
const AHEAD_KM = 20;

function passes(index: ZoneIndex, id: string, line: MeasuredLine, reachKm: number): boolean {
  const zone = index.ids.indexOf(id);
  for (let at = 0; at < line.vertices.length; ) {
    const beyondKm = edgeDistanceKm(index, zone, line.vertices[at], reachKm + AHEAD_KM) - reachKm;
    if (beyondKm <= 0) return true;
    // As far as this vertex is beyond reach, the line must run before the next look is worth it.
    at = Math.max(at + 1, vertexAtKm(line, line.km[at] + Math.min(AHEAD_KM, beyondKm)));
  }
  return false;
}

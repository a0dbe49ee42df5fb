/** What a leg passes: its crossings, and the zones that it may pass without the line showing it. */
import type { CountryCode } from '../assessment.ts';
import { lengthKm, shortDistanceKm } from '../geodesy/great-ellipse.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Leg } from '../route/leg.ts';
import { corridorZones } from './corridor.ts';
import { type Crossing, crossLine } from './cross.ts';
import type { ZoneLayer } from './layer.ts';
import { edgeDistanceKm } from './nearest.ts';
import type { ZoneIndex } from './zone-index.ts';

export interface LineExposure {
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
  const nothing = { near: [], corridor: [], countries: [], uncoveredKm: 0 };
  if (leg.basis === 'unknown') return { lengthKm: null, crossings: null, ...nothing };
  if (leg.basis === 'flight') return { lengthKm: lengthKm(leg.line), crossings: [], ...nothing };

  const results = layers.map((layer) => crossLine(layer.index, leg.line));
  const crossings = results.flatMap((result) => result.crossings).sort((a, b) => a.entryKm - b.entryKm);
  const entered = new Set(crossings.map((crossing) => crossing.zone));
  const banded = (zones: string[]): string[] => zones.filter((id) => !entered.has(id) && !id.startsWith('country-'));
  const corridor = banded(
    unique(
      leg.guesses.flatMap((guess) => layers.flatMap((l) => corridorZones(l.index, guess.line, guess.halfWidthKm))),
    ),
  );
  // A guess has its own band, wider than any edge is unsure.
  const seen = new Set([...entered, ...corridor]);
  const near = leg.basis === 'guess' ? [] : zonesNearLine(layers, leg.line, seen);
  const inCountry = crossings.filter((crossing) => crossing.zone.startsWith('country-'));
  const countries = unique(
    inCountry.filter((crossing) => crossing.insideKm > 0).map((crossing) => countryOf(crossing)),
  );
  const coveredKm = inCountry.reduce((sum, crossing) => sum + crossing.insideKm, 0);
  const total = results[0].lengthKm;
  return { lengthKm: total, crossings, near, corridor, countries, uncoveredKm: Math.max(0, total - coveredKm) };
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const countryOf = (crossing: Crossing): CountryCode => crossing.zone.slice(-2).toUpperCase() as CountryCode;

/** Zones not seen yet whose edge comes nearer to some vertex than the edge is certain. */
function zonesNearLine(layers: readonly ZoneLayer[], line: readonly Position[], seen: ReadonlySet<string>): string[] {
  return layers.flatMap(({ index, zones }) => {
    const widest = Math.max(0, ...index.ids.map((id) => zones[id].uncertaintyKm));
    if (widest === 0) return [];
    const candidates = corridorZones(index, line, widest).filter((id) => !seen.has(id) && !id.startsWith('country-'));
    return candidates.filter((id) => passes(index, id, line, zones[id].uncertaintyKm));
  });
}

/** Beyond reach, the search looks this much farther, to know how long the next look can wait. */
const AHEAD_KM = 20;

function passes(index: ZoneIndex, id: string, line: readonly Position[], reachKm: number): boolean {
  const zone = index.ids.indexOf(id);
  let beyondKm = 0;
  return line.some((vertex, at) => {
    // As far as the last look was beyond reach, the line must run before the next look is worth it.
    if (at > 0) beyondKm -= shortDistanceKm(line[at - 1], vertex);
    if (beyondKm > 0) return false;
    beyondKm = Math.min(AHEAD_KM, edgeDistanceKm(index, zone, vertex, reachKm + AHEAD_KM) - reachKm);
    return beyondKm <= 0;
  });
}

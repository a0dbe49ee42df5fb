/** What a leg passes: its crossings, and the zones that it may pass without the line showing it. */
import type { CountryCode } from '../assessment/way.ts';
import { carryKm, type MeasuredLine, measureLine, positionAtKm } from '../geodesy/measure.ts';
import type { Place } from '../knowledge/schema/places.ts';
import type { Leg } from '../route/leg.ts';
import { corridorZones } from './corridor.ts';
import { type Crossing, crossLine } from './cross.ts';
import { nearZones, zonesAt } from './expose-point.ts';
import { type ZoneLayer, zoneProperties } from './layer.ts';
import { edgeDistanceKm } from './nearest.ts';
import type { ZoneIndex } from './zone-index.ts';

/** A place that the leg goes through by name. */
export interface ViaExposure {
  readonly place: Place;
  /** Ids of the zones that hold it. */
  readonly zones: string[];
  /** Those of zones outside but nearer than their own doubt and the place's. */
  readonly near: string[];
}

export interface LineExposure {
  readonly line: MeasuredLine;
  readonly lengthKm: number | null;
  /** In the order of entry; null when the way is unknown, or all of it lies where the data say nothing. */
  readonly crossings: Crossing[] | null;
  /** Zones outside the line but nearer than their own uncertainty. */
  readonly near: string[];
  /** Zones in the band around a guessed stretch that the line itself does not enter. */
  readonly corridor: string[];
  readonly countries: CountryCode[];
  readonly via: ViaExposure[];
  /** Kilometres of the line outside every country the data covers; of those, before the first and after the last. */
  readonly uncoveredKm: number;
  readonly uncoveredStartKm: number;
  readonly uncoveredEndKm: number;
}

/** In the air nothing on the ground is entered; an unknown way is unknown. */
export function exposeLine(layers: readonly ZoneLayer[], leg: Leg): LineExposure {
  const drawn = measureLine(leg.line);
  const line = leg.road === null ? drawn : { vertices: leg.line, km: leg.road.km };
  const isCountry = (id: string): boolean => zoneProperties(layers, id).kind === 'country';
  const via = leg.via.map((place) => exposeVia(layers, place));
  const countriesOnWay = via.map(({ place, zones }) => codeOf(zones.find(isCountry)) ?? place.country);
  const covered = { uncoveredKm: 0, uncoveredStartKm: 0, uncoveredEndKm: 0 };
  const nothing = { line, near: [], corridor: [], countries: unique(countriesOnWay), via, ...covered };
  if (leg.basis === 'unknown') return { ...nothing, lengthKm: null, crossings: null };
  const lengthKm = line.km[line.km.length - 1];
  if (leg.basis === 'flight') return { ...nothing, lengthKm, crossings: [] };

  const crossings = layers
    .flatMap((layer) => crossLine(layer.index, leg.line).crossings)
    .map((crossing) => (leg.road === null ? crossing : byRoad(crossing, drawn, line)))
    .sort((a, b) => a.entryKm - b.entryKm);
  const seen = new Set(crossings.map((crossing) => crossing.zone));
  const unseen = (zones: readonly string[]): string[] => zones.filter((id) => !seen.has(id) && !isCountry(id));

  const bands = leg.guesses.flatMap((guess) =>
    layers.flatMap((layer) => corridorZones(layer.index, measureLine(guess.line), guess.halfWidthKm)),
  );
  const corridor = unique(unseen(bands));
  for (const id of corridor) seen.add(id);
  const near = zonesNearLine(layers, drawn, leg.road?.doubtKm ?? null, unseen);

  const inCountry = crossings.filter(({ zone }) => isCountry(zone));
  const entered = inCountry.filter(({ insideKm }) => insideKm > 0).map(({ zone }) => codeOf(zone)!);
  const countries = unique([...entered, ...countriesOnWay]);
  const coveredKm = inCountry.reduce((sum, { insideKm }) => sum + insideKm, 0);
  return {
    line,
    lengthKm,
    crossings: crossings.length > 0 ? crossings : null,
    near,
    corridor,
    countries,
    via,
    uncoveredKm: Math.max(0, lengthKm - coveredKm),
    uncoveredStartKm: Math.min(lengthKm, ...inCountry.map(({ entryKm }) => entryKm)),
    uncoveredEndKm: lengthKm - Math.max(0, ...inCountry.map(({ exitKm }) => exitKm)),
  };
}

/** A crossing measured along the drawn line, in kilometres by road. */
function byRoad(crossing: Crossing, drawn: MeasuredLine, road: MeasuredLine): Crossing {
  const entryKm = carryKm(drawn, road, crossing.entryKm);
  const exitKm = carryKm(drawn, road, crossing.exitKm);
  return { ...crossing, entryKm, exitKm, insideKm: exitKm - entryKm };
}

function exposeVia(layers: readonly ZoneLayer[], place: Place): ViaExposure {
  const position = [place.lon, place.lat] as const;
  const zones = zonesAt(layers, position).map(({ id }) => id);
  const near = nearZones(layers, position, place.uncertaintyKm, new Set(zones)).map(({ id }) => id);
  return { place, zones, near };
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const codeOf = (zone: string | undefined): CountryCode | undefined =>
  zone?.slice(-2).toUpperCase() as CountryCode | undefined;

/** Part of a line along which the doubt about the line itself is the same. */
interface Run {
  readonly line: MeasuredLine;
  readonly doubtKm: number;
}

function runsOf({ vertices, km }: MeasuredLine, doubtKm: Float64Array | null): Run[] {
  if (doubtKm === null) return [{ line: { vertices, km }, doubtKm: 0 }];
  const runs: Run[] = [];
  for (let from = 0; from < vertices.length; ) {
    let to = from;
    while (to + 1 < vertices.length && doubtKm[to + 1] === doubtKm[from]) to++;
    // One vertex more on each side: the pieces between runs belong to both.
    const [first, last] = [Math.max(0, from - 1), Math.min(vertices.length - 1, to + 1)];
    const own = {
      vertices: vertices.slice(first, last + 1),
      km: km.slice(first, last + 1).map((at) => at - km[first]),
    };
    runs.push({ line: own, doubtKm: doubtKm[from] });
    from = to + 1;
  }
  return runs;
}

/** Zones not seen yet whose edge comes nearer to the line than the edge, and the line itself, are certain. */
function zonesNearLine(
  layers: readonly ZoneLayer[],
  line: MeasuredLine,
  doubtKm: Float64Array | null,
  unseen: (zones: readonly string[]) => string[],
): string[] {
  // The first sieve looks at vertices alone: half the longest gap more, and it lets pass nothing between them.
  const gapKm = line.km.reduce((longest, km, at) => Math.max(longest, at === 0 ? 0 : km - line.km[at - 1]), 0);
  const runs = runsOf(line, doubtKm);
  const lineDoubtKm = Math.max(0, ...runs.map((run) => run.doubtKm));
  return layers.flatMap(({ index, zones }) => {
    const widest = Math.max(0, ...index.ids.map((id) => zones[id].uncertaintyKm)) + lineDoubtKm;
    if (widest === 0) return [];
    // Several authorities may draw one strip: it is looked at once.
    const known = new Map<string, boolean>();
    return unseen(corridorZones(index, line, widest + CLOSE_KM + gapKm / 2)).filter((id) => {
      const { uncertaintyKm } = zones[id];
      if (uncertaintyKm + lineDoubtKm === 0) return false;
      const zone = index.ids.indexOf(id);
      const key = `${index.shapes[zone]} ${uncertaintyKm}`;
      const isNear = known.get(key) ?? runs.some((run) => passes(index, zone, run.line, uncertaintyKm + run.doubtKm));
      known.set(key, isNear);
      return isNear;
    });
  });
}

/** Beyond reach, the search looks this much farther, to know how long the next look can wait. */
const AHEAD_KM = 20;
/** So little beyond reach still counts as within: the looks along the line need an end. */
const CLOSE_KM = 0.1;

function passes(index: ZoneIndex, zone: number, line: MeasuredLine, reachKm: number): boolean {
  const endKm = line.km[line.km.length - 1];
  for (let km = 0; ; ) {
    const beyondKm = edgeDistanceKm(index, zone, positionAtKm(line, km), reachKm + AHEAD_KM) - reachKm;
    if (beyondKm <= CLOSE_KM) return true;
    if (km >= endKm) return false;
    // As far as this point is beyond reach, the line must run before the next look is worth it.
    km = Math.min(endKm, km + Math.min(AHEAD_KM, beyondKm));
  }
}

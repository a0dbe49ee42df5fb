/** What other ways are like in what matters: length, time, height, and kilometres inside zones. */
import { monthsOf } from '../dates.ts';
import { carryKm, measureLine } from '../geodesy/measure.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place } from '../knowledge/schema/places.ts';
import { placesById } from '../places/gazetteer.ts';
import { perObject } from '../remember.ts';
import { crossLine } from '../zones/cross.ts';
import type { ZoneLayer } from '../zones/layer.ts';
import type { Passed } from './draw-way.ts';
import type { Leg } from './leg.ts';
import type { Section } from './network.ts';
import { openingOf } from './pace.ts';
import { highestOf } from './profile.ts';

export interface OtherWayFacts {
  readonly km: number;
  readonly hours: number;
  /** The highest of the places passed whose altitude is known. */
  readonly highest: Place | null;
  /** Kilometres by road inside each zone that it enters. */
  readonly insideKm: ReadonlyMap<string, number>;
  /** Its roads that are shut in the month of travel, or without a date in any month, each once. */
  readonly shut: readonly Section[];
  /** Those that may be. */
  readonly perhapsShut: readonly Section[];
  /** A place on it that the chosen way does not pass; null when every place is on both. */
  readonly by: Place | null;
}

export function describeOthers(
  { road, date, until }: Pick<Leg, 'road' | 'date' | 'until'>,
  knowledge: Pick<Knowledge, 'places'>,
  layers: readonly ZoneLayer[],
): OtherWayFacts[] {
  if (road === null || road.others.length === 0) return [];
  const months = monthsOf(date, until);
  const placeOf = placesById(knowledge);
  return road.others.map(({ line, hours }) => {
    const km = line.km.at(-1)!;
    const passed = line.passed.map((own) => ({ place: placeOf.get(own.place)!, km: own.km }));
    const highest = highestOf(passed.map(({ place }) => place));
    const sections = [...new Set(line.stretches.map(({ section }) => section))];
    const shut = sections.filter((section) => openingOf(section, months) === 'closed');
    const perhapsShut = sections.filter((section) => openingOf(section, months) === 'unsure');
    const by = namingPlace(passed, road.passed);
    const insideKm = inside(layers, () => perObject())(line, () => kmInside(layers, line));
    return { km, hours, highest, shut, perhapsShut, insideKm, by };
  });
}

/** By the zones asked, and the line: a way that is known is compared again for every file that takes it. */
const inside = perObject<(line: object, make: () => Map<string, number>) => Map<string, number>>();

/** Kilometres by road inside each zone. */
export function kmInside(
  layers: readonly ZoneLayer[],
  { vertices, km }: { readonly vertices: readonly Position[]; readonly km: readonly number[] },
): Map<string, number> {
  const drawn = measureLine(vertices);
  const road = { vertices, km: Float64Array.from(km) };
  const inside = new Map<string, number>();
  for (const { index } of layers) {
    for (const { zone, entryKm, exitKm } of crossLine(index, vertices).crossings) {
      const length = carryKm(drawn, road, exitKm) - carryKm(drawn, road, entryKm);
      inside.set(zone, (inside.get(zone) ?? 0) + length);
    }
  }
  return inside;
}

/** A town names a way best, then a pass, then any village; among equals the one nearest to the middle. */
const ranks: Partial<Record<Place['kind'], number>> = { city: 0, town: 0, pass: 500 };
const OTHERS_RANK = 1000;

function namingPlace(passed: readonly { place: Place; km: number }[], shared: readonly Passed[]): Place | null {
  const both = new Set(shared.map(({ place }) => place));
  const own = passed.filter(({ place }) => !both.has(place.id));
  if (own.length === 0) return null;
  const middle = (own[0].km + own.at(-1)!.km) / 2;
  const rank = ({ place, km }: (typeof own)[number]): number =>
    (ranks[place.kind] ?? OTHERS_RANK) + Math.abs(km - middle);
  return own.reduce((best, next) => (rank(next) < rank(best) ? next : best)).place;
}

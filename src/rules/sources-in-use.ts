import type { Source } from '../knowledge/schema/advice.ts';
import { perObject } from '../remember.ts';
import { fuelOn } from '../route/profile.ts';
import { zoneProperties } from '../zones/layer.ts';
import type { Trip } from './trip.ts';

/** Ids of the sources behind the trip's advisories, zones and permits: those that the verdict rests on. */
export const verdictSources = (trip: Trip): ReadonlySet<string> => verdicts(trip, () => findVerdictSources(trip));

/** Several rules and the calendar ask. */
const verdicts = perObject<ReadonlySet<string>>();
const roads = perObject<ReadonlySet<string>>();
const all = perObject<readonly Source[]>();

function findVerdictSources(trip: Trip): ReadonlySet<string> {
  // A long trip touches the same zones again and again.
  const zones = new Map(trip.touches.map(({ zone, advisories }) => [zone, advisories]));
  return new Set([
    ...[...zones].flatMap(([zone, advisories]) => [
      ...zoneProperties(trip.layers, zone).sources,
      ...advisories.flatMap((advisory) => advisory.sources),
    ]),
    ...trip.permits.flatMap((judgement) => judgement.check.sources),
    ...staleAltogether(trip),
  ]);
}

/** Terms of entry rest on many sources at once: they are stale when all of those are. */
function staleAltogether({ visas, knowledge, asOf }: Trip): string[] {
  return visas.flatMap(({ rule }) => {
    const own = rule?.sources ?? [];
    return own.every((id) => knowledge.sources[id].reviewBy < asOf) ? own : [];
  });
}

/** Ids of the sources behind the roads of the trip: their course, their closing, the pace, the fuel. */
export const roadSources = (trip: Trip): ReadonlySet<string> => roads(trip, () => findRoadSources(trip));

function findRoadSources({ legs, knowledge }: Trip): ReadonlySet<string> {
  const driven = legs.flatMap(({ road }) => road ?? []);
  const fuel = new Set(driven.flatMap((road) => fuelOn(road, knowledge.services)).map(({ place }) => place));
  return new Set([
    ...driven.flatMap(({ stretches, vehicle }) => [
      ...stretches.flatMap(({ section }) => [...section.sources, ...(section.closed?.sources ?? [])]),
      ...vehicle.sources,
    ]),
    ...knowledge.services.filter(({ place }) => fuel.has(place)).flatMap(({ sources }) => sources),
  ]);
}

/** Those, and the sources of the roads, of the checklist and of the numbers to call, in the order of the source list. */
export const sourcesInUse = (trip: Trip): readonly Source[] => all(trip, () => findSourcesInUse(trip));

function findSourcesInUse(trip: Trip): readonly Source[] {
  const ids = new Set([
    ...verdictSources(trip),
    ...roadSources(trip),
    ...trip.visas.flatMap(({ check }) => check.sources),
    ...(trip.registration ?? []).flatMap(({ sources }) => sources),
    ...trip.passages.flatMap(({ post }) => post?.sources ?? []),
    ...trip.checklist.flatMap((item) => item.sources),
    ...trip.knowledge.contacts.flatMap((contact) => contact.sources),
  ]);
  return Object.values(trip.knowledge.sources).filter((source) => ids.has(source.id));
}

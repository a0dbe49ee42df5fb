/** Where one could go next: places on the roads within a day of the last stop, for the list before anything is typed. */

import { groupBy } from '../../group-by.ts';
import type { TravelMode } from '../../itinerary/itinerary.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Place } from '../../knowledge/schema/places.ts';
import { placesById, resolvePlace } from '../../places/gazetteer.ts';
import { sayKm } from '../../report/pretty/words.ts';
import { speedOn } from '../../route/pace.ts';
import { reachFrom } from '../../route/reach.ts';
import { makeGraph } from '../../route/shortest-path.ts';
import { snapToRoad } from '../../route/snap.ts';
import type { Near, PlaceChoice } from './places.ts';
import { placeChoice } from './places.ts';

/** Hours of moving that a long day by road has, where the way of travelling sets no kilometres of its own. */
const DAY_HOURS = 9;
/** Off the roads by more than this, no place is next, km. */
const OFF_ROAD_KM = 25;

interface Reached {
  readonly place: Place;
  readonly km: number;
  readonly hours: number;
}

/**
 * Of near and far alike, those of which most is known before the others; in the order of the time that they take.
 * `been`: names of places that the trip has come through. Without a place to go from: the cities.
 */
export function nextPlaces(
  near: Near | null,
  travel: TravelMode | null,
  knowledge: Knowledge,
  been: readonly string[] = [],
  most = 12,
): PlaceChoice[] {
  if (near === null) return cities(knowledge).slice(0, most);
  const reached = placesInReach(near, travel ?? '4x4', knowledge).filter(({ place }) => !been.includes(place.name));
  const served = new Map(knowledge.services.map(({ place, has }) => [place, has.length]));
  const weightOf = ({ place }: Reached): number =>
    (served.get(place.id) ?? 0) + kinds[place.kind]! + (place.altitudeM === null ? 0 : 1);
  const farthest = reached.at(-1)?.hours ?? 0;
  const parts = groupBy(reached, ({ hours }) => String(Math.min(PARTS - 1, Math.floor((hours / farthest) * PARTS))));
  const best = [...parts.values()].flatMap((own) =>
    [...own].sort((a, b) => weightOf(b) - weightOf(a)).map((one, at) => ({ ...one, at, weight: weightOf(one) })),
  );
  const known = best.filter(({ weight }) => weight > 0);
  return (known.length >= FEW ? known : best)
    .sort((a, b) => Math.floor(a.at / EACH) - Math.floor(b.at / EACH) || b.weight - a.weight)
    .slice(0, most)
    .sort((a, b) => a.hours - b.hours)
    .map(({ place, km, hours }) => {
      const choice = placeChoice(place, knowledge, null);
      return { ...choice, detail: `${choice.detail}, ${sayKm(km)} by road, about ${sayHours(hours)}` };
    });
}

/** Those of which most is known first. */
function cities(knowledge: Knowledge): PlaceChoice[] {
  const { places, services, entry } = knowledge;
  const weightOf = ({ id }: Place): number => services.find(({ place }) => place === id)?.has.length ?? 0;
  return places
    .filter(({ kind, country }) => kind === 'city' && country === entry.country)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .map((place) => placeChoice(place, knowledge, null));
}

/** The way of a day is cut into so many parts, and from each so many places are offered before any further ones. */
const PARTS = 4;
const EACH = 3;
/** Where there are as many others, villages of which no more than the name is known are left out. */
const FEW = 6;

const sayHours = (hours: number): string => {
  const minutes = Math.round(hours * 6) * 10;
  return minutes < 60 ? `${Math.max(10, minutes)} minutes` : `${Math.round(hours)} h`;
};

/** Where one sleeps or goes to see something; a city is more likely meant than a village. */
const kinds: Readonly<Partial<Record<Place['kind'], number>>> = {
  city: 3,
  town: 1,
  camp: 1,
  lake: 1,
  spring: 1,
  village: 0,
};

/** The nearest first. */
function placesInReach({ name, position }: Near, travel: TravelMode, knowledge: Knowledge): Reached[] {
  const { roads: network, vehicles } = knowledge;
  const vehicle = vehicles.find(({ id }) => id === travel) ?? vehicles.find(({ id }) => id === '4x4');
  if (vehicle === undefined) return [];
  const speeds = network.sections.map((section) => speedOn(section, vehicle));
  const hours = Float64Array.from(network.km, (km, edge) => km / speeds[network.section[edge]]);
  const found = resolvePlace(name, knowledge);
  const node = found.kind === 'found' ? network.nodes.indexOf(found.place.id) : -1;
  const road = node >= 0 ? null : snapToRoad(network, position, OFF_ROAD_KM, () => true);
  if (node < 0 && road === null) return [];
  // From beside the road: from the nearer end of its piece of road, and the kilometres to there.
  const isStart = road !== null && road.km * 2 <= network.km[road.edge];
  const origin = road === null ? node : isStart ? network.from[road.edge] : network.to[road.edge];
  const graph = makeGraph(network.nodes.length, network.from, network.to);
  const km = reachFrom(graph, [origin], { hours, km: network.km }).km;
  const time = reachFrom(graph, [origin], { hours, km: Float32Array.from(hours) }).km;
  const byId = placesById(knowledge);
  return network.nodes
    .flatMap((id, at): Reached[] => {
      const place = byId.get(id);
      const isFar = vehicle.dayKm === null ? time[at] > DAY_HOURS : km[at] > vehicle.dayKm;
      if (place === undefined || at === origin || isFar || kinds[place.kind] === undefined) return [];
      // Who goes on over a border types it: a list that offers that would seem to advise it.
      if (place.country !== knowledge.entry.country) return [];
      return [{ place, km: km[at], hours: time[at] }];
    })
    .sort((a, b) => a.hours - b.hours);
}

/** What tells a place from others of its name. */
import { shortDistanceKm } from '../../geodesy/great-ellipse.ts';
import type { Position } from '../../itinerary/itinerary.ts';
import { countryName } from '../../knowledge/country.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Place } from '../../knowledge/schema/places.ts';
import { sayKm, sayMetres } from '../../report/pretty/words.ts';
import type { Near } from './places.ts';

type Known = Pick<Knowledge, 'places' | 'permits' | 'zones' | 'entry'>;

/** `village, Ishkashim district, 3,000 m, 113 km straight from Khorog`. */
export function describePlace(place: Place, knowledge: Known, near: Near | null): string {
  const { kind, altitudeM, lon, lat } = place;
  const facts = [kind.replace('-', ' '), regionOf(place, knowledge)];
  facts.push(altitudeM === null ? 'altitude not known' : sayMetres(altitudeM));
  if (near) facts.push(...sayDistance([lon, lat], near));
  return facts.filter(Boolean).join(', ');
}

/** The district where one is known; else the country of a place that others are described by, and their nearest town. */
function regionOf(place: Place, knowledge: Known): string {
  const inCountry = `in ${countryName(place.country, knowledge)}`;
  if (place.country !== knowledge.entry.country) return inCountry;
  if (place.district !== null) return `${districtName(place.district, knowledge)} district`;
  if (isTown(place)) return inCountry;
  const town = townNear([place.lon, place.lat], place.id, knowledge);
  return town === null ? '' : `${sayKm(town.km)} from ${town.name}`;
}

function districtName(id: string, { permits }: Known): string {
  return permits.flatMap(({ districts }) => districts).find((district) => district.id === id)?.name ?? id;
}

const isTown = ({ kind }: Place): boolean => kind === 'city' || kind === 'town';

function townNear(position: Position, except: string, { places, entry }: Known): { name: string; km: number } | null {
  let nearest: { name: string; km: number } | null = null;
  for (const place of places) {
    const { id, name, country, lon, lat } = place;
    if (!isTown(place) || id === except || country !== entry.country) continue;
    // A degree is 111 km at most: farther off, it is not worth measuring.
    if (nearest !== null && Math.abs(lat - position[1]) * 110 > nearest.km) continue;
    const km = shortDistanceKm(position, [lon, lat]);
    if (nearest === null || km < nearest.km) nearest = { name, km };
  }
  return nearest;
}

function sayDistance(position: Position, { name, position: from }: Near): string[] {
  const km = shortDistanceKm(position, from);
  return km < 0.5 ? [] : [`${sayKm(km)} straight from ${name}`];
}

/** `a place of your own, 12 km from Langar (Wakhan)`. */
export function sayPoint({ lat, lon }: { lat: number; lon: number }, knowledge: Known, near: Near | null): string {
  let nearest: { name: string; km: number } | null = null;
  for (const place of knowledge.places) {
    const km = shortDistanceKm([lon, lat], [place.lon, place.lat]);
    if (nearest === null || km < nearest.km) nearest = { name: place.name, km };
  }
  const beside = nearest === null ? [] : [`${sayKm(nearest.km)} from ${nearest.name}`];
  return ['a place of your own', ...beside, ...(near ? sayDistance([lon, lat], near) : [])].join(', ');
}

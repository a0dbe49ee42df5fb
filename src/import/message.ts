/** The words for what is not certain about a stop. What comes from the file is quoted, and made harmless by who prints. */
import type { Position } from '../itinerary/itinerary.ts';
import type { Place } from '../knowledge/schema/places.ts';
import type { Doubt } from './doubt.ts';
import type { ImportedTrip } from './import-trip.ts';

/** One sentence or two. */
export function doubtWords(doubt: Doubt): string {
  switch (doubt.code) {
    case 'unknown':
      return `No place of this name is known.${meant(doubt.suggestions)} Correct it, or add at: { lat: …, lon: … }.`;
    case 'ambiguous':
      return doubt.hasPoint
        ? `The name belongs to ${names(doubt.candidates)}, and the point says no one of them. The point is used.`
        : `The name belongs to several places. Write which: ${names(doubt.candidates)}.`;
    case 'far':
      return `The point is ${Math.round(doubt.km)} km from ${doubt.place.name}. Is the name right, or the point? The point is used.`;
    case 'outside':
      return `${point(doubt.at)} lies outside of what tajcheck knows. Is it right?`;
    case 'swapped':
      return doubt.exchanged
        ? `Latitude ${doubt.at[1]} and longitude ${doubt.at[0]} were the wrong way round, as the name tells; they are exchanged here.`
        : `Latitude ${doubt.at[1]} and longitude ${doubt.at[0]} look swapped. If so, exchange them.`;
    case 'coordinates':
      return `"${doubt.lat}", "${doubt.lon}" are no latitude and longitude in decimal degrees, and are left out.`;
    case 'nights':
      return `"${doubt.value}" is no whole number of nights from 0 to 365, and is left out.`;
    case 'date':
      return doubt.exists
        ? `The ${doubt.key} "${doubt.value}" is not written as in 2027-07-03, may mean more than one day, and is left out.`
        : `The ${doubt.key} "${doubt.value}" is no day that exists from 1900 to 2199, and is left out.`;
    case 'mode':
      return `"${doubt.value}" is no way to travel that is known (4x4, car, bus, motorbike, bicycle, foot, air), and is left out.`;
    case 'fields':
      return 'The row has more fields than there are columns; all but the place is left out. Quote a field that holds the separator.';
    case 'cut':
      return `A name is longer than ${doubt.most} characters, and is cut.`;
    case 'hidden':
      return `The name hides the character ${doubt.character}.`;
    case 'via':
      return `On the way, "${doubt.name}" is no one place that is known.${meant(doubt.suggestions)}`;
    case 'leaves-early':
      return `The departure, ${doubt.to}, is before the arrival, ${doubt.from}.`;
    case 'nights-differ':
      return `${doubt.nights} nights are written, and the dates say ${doubt.days}.`;
    case 'arrives-early':
      return `The arrival, ${doubt.date}, is before the nights so far allow: ${doubt.expected}.`;
    case 'arrives-late':
      return `The arrival is ${doubt.date}, and the nights so far lead to ${doubt.expected}: some are not accounted for.`;
    case 'days-before':
      return `The arrival is ${doubt.date}; the nights of the stops before are not all known.`;
  }
}

const names = (places: readonly Place[]): string => places.map(({ name }) => name).join(', ');

const meant = (places: readonly Place[]): string => (places.length === 0 ? '' : ` Did you mean ${names(places)}?`);

const point = ([lon, lat]: Position): string => `${lat}, ${lon}`;

/** How the file was understood, in whole sentences. `track`: the file is followed as a track under this path. */
export function remarksOn({ remarks, lines }: ImportedTrip, track: string | null): string[] {
  if (track !== null)
    return [...remarks, 'The line that the file draws is followed from the first stop to the second.'];
  if (lines.length === 0) return [...remarks];
  const drawn = lines.length === 1 ? 'a line, which is' : `${lines.length} lines, which are`;
  const how = 'To follow one, save it as a file of its own, and write track: FILE at the stop where it ends.';
  return [...remarks, `The file draws ${drawn} not taken over. ${how}`];
}

/** A point as the command line writes it. */
import { UsageError } from '../errors.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place } from '../knowledge/schema/places.ts';
import { resolvePlace } from '../places/gazetteer.ts';
import { escapeForTerminal } from '../terminal/escape.ts';

const pair = /^\s*([+-]?\d+(?:\.\d+)?)\s*[,; ]\s*([+-]?\d+(?:\.\d+)?)\s*$/;

/** A place by name or id, or `LAT,LON`. Throws `UsageError` for what is neither. */
export function locate(written: string, knowledge: Knowledge): { position: Position; place: Place | null } {
  const numbers = pair.exec(written);
  if (numbers) return { position: readPair(Number(numbers[1]), Number(numbers[2])), place: null };
  const answer = resolvePlace(written, knowledge);
  if (answer.kind === 'found') return { position: [answer.place.lon, answer.place.lat], place: answer.place };
  const name = escapeForTerminal(written);
  if (answer.kind === 'ambiguous') {
    throw new UsageError(`${name} is the name of several places.`, `Say which: ${names(answer.candidates)}.`);
  }
  const hint = answer.suggestions.length > 0 ? `Did you mean ${names(answer.suggestions)}?` : 'Give LAT,LON instead.';
  throw new UsageError(`${name} is not a place that tajcheck knows.`, hint);
}

const names = (places: readonly Place[]): string => places.map(({ name }) => name).join(', ');

function readPair(lat: number, lon: number): Position {
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    throw new UsageError(`${lat},${lon} is no latitude and longitude.`, 'Write the latitude first: 37.49,71.55');
  }
  return [lon, lat];
}

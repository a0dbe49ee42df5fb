/** A table with a row for every day has a place in each of its rows: days at one place are one stop. */
import type { ImportedStop } from './import-trip.ts';

export interface JoinedDays {
  readonly stops: readonly ImportedStop[];
  readonly remarks: readonly string[];
}

/** Only where nothing is in doubt, and nothing but the place and the days is said of the later rows. */
export function joinDays(stops: readonly ImportedStop[]): JoinedDays {
  const joined: ImportedStop[] = [];
  let count = 0;
  for (const stop of stops) {
    const last = joined.at(-1);
    if (last === undefined || !isSameStay(last, stop)) {
      joined.push(stop);
      continue;
    }
    count += 1;
    const notes = [last.notes, stop.notes].filter((text) => text !== '').join('; ');
    joined[joined.length - 1] = { ...last, notes, nights: stop.nights === null ? null : last.nights! + stop.nights };
  }
  const remarks =
    count === 0 ? [] : ['The table has a row for every day: days at one place, one after the other, are one stop.'];
  return { stops: joined, remarks };
}

const isSameStay = (last: ImportedStop, stop: ImportedStop): boolean =>
  last.place === stop.place &&
  last.at?.[0] === stop.at?.[0] &&
  last.at?.[1] === stop.at?.[1] &&
  last.nights !== null &&
  stop.date === null &&
  stop.via.length === 0 &&
  stop.doubts.length === 0;

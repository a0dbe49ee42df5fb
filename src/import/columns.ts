/** What a column, or a field of a waypoint, is called in the files that people have. */
import { didYouMean } from '../itinerary/did-you-mean.ts';
import type { Column } from './rows.ts';

/** In the order of choice: a table with `place` and `name` means the first. */
const synonyms: Readonly<Record<Column, readonly string[]>> = {
  place: [
    'place',
    'place name',
    'location',
    'name',
    'stop name',
    'stop',
    'town',
    'city',
    'village',
    'title',
    'waypoint',
  ],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'lng', 'long', 'longitude'],
  nights: ['nights', 'night', 'nights spent'],
  arrival: ['arrival', 'arrival date', 'date', 'arrive', 'check in', 'checkin'],
  departure: ['departure', 'departure date', 'depart', 'leave', 'until', 'check out', 'checkout'],
  via: ['via'],
  by: ['by', 'mode', 'transport', 'transport mode', 'travel', 'vehicle'],
  notes: ['notes', 'note', 'comment', 'comments', 'remark', 'remarks', 'description'],
};

const byWord = new Map(
  Object.entries(synonyms).flatMap(([column, words]) =>
    words.map((word, rank) => [word, { column: column as Column, rank }] as const),
  ),
);

/** `Latitude (°)`, `check_in` and `NIGHTS` are `latitude`, `check in` and `nights`. */
const plain = (header: string): string =>
  header
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/[\s_.:/-]+/g, ' ')
    .trim();

/** The columns of a header: the place of each in a row. Of two that mean the same the better name counts. */
export function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, { at: number; rank: number }>();
  header.forEach((written, at) => {
    const known = byWord.get(plain(written));
    if (known !== undefined && known.rank < (found.get(known.column)?.rank ?? Number.POSITIVE_INFINITY)) {
      found.set(known.column, { at, rank: known.rank });
    }
  });
  return new Map([...found].map(([column, { at }]) => [column, at]));
}

/** Does it say where? */
export const saysWhere = (columns: ReadonlyMap<Column, unknown>): boolean =>
  columns.has('place') || (columns.has('lat') && columns.has('lon'));

/** The column that an unknown header may have meant: people seldom miss the first letter. */
export function meantColumn(header: string): string | null {
  const word = plain(header);
  const meant = didYouMean(word, [...byWord.keys()]);
  return meant !== null && meant[0] === word[0] ? meant : null;
}

/** The fields of a waypoint that have a name of a column; others are the business of other programs. */
export function cellsOf(fields: Iterable<readonly [name: string, value: string]>): Partial<Record<Column, string>> {
  const list = [...fields].filter(([, value]) => value.trim() !== '');
  const columns = columnsOf(list.map(([name]) => name));
  return Object.fromEntries([...columns].map(([column, at]) => [column, list[at][1].trim()]));
}

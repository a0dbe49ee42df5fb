/** An import as the command does it, from a text and with the real gazetteer. */
import { type ImportedTrip, importTrip } from '../../src/import/import-trip.ts';
import { readImport } from '../../src/import/read-file.ts';
import type { ImportKind, Rows } from '../../src/import/rows.ts';
import type { Ask } from '../../src/import/settle-place.ts';
import { knowledge } from '../trip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (text: string, kind?: ImportKind, name = '') => readImport(bytes(text), name, kind);

export async function rowsOf(text: string, kind: ImportKind): Promise<Rows> {
  const reading = await read(text, kind);
  if ('problem' in reading) throw new Error(JSON.stringify(reading.problem));
  return reading;
}

export async function importText(text: string, kind: ImportKind, ask?: Ask): Promise<ImportedTrip> {
  const trip = await importTrip(await rowsOf(text, kind), knowledge(), ask);
  if ('problem' in trip) throw new Error(JSON.stringify(trip.problem));
  return trip;
}

/** What is in doubt, by stop. */
export const doubtsIn = ({ stops }: ImportedTrip): string[][] =>
  stops.map(({ doubts }) => doubts.map(({ code }) => code));

export const gpx = (body: string, attributes = ''): string =>
  `<gpx version="1.1" creator="by hand" xmlns="http://www.topografix.com/GPX/1/1" ${attributes}>\n${body}\n</gpx>`;

export const wpt = (name: string, lat: number | string, lon: number | string, kind = 'wpt'): string =>
  `<${kind} lat="${lat}" lon="${lon}">${name === '' ? '' : `<name>${name}</name>`}</${kind}>`;

export const kml = (body: string): string =>
  `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n${body}\n</Document></kml>`;

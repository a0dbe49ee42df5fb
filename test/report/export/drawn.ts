/** Trips as every export gets them, and a validator of XML. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { type AssessOptions, assess } from '../../../src/assess.ts';
import type { DrawnTrip } from '../../../src/drawing/drawn-trip.ts';
import { knowledge, type Tracks } from '../../trip.ts';

export async function drawTrip(
  text: string,
  options: Partial<AssessOptions> = {},
  tracks: Tracks = {},
): Promise<DrawnTrip> {
  const own = { knowledge: knowledge(), ownZones: [], ...options };
  const assessed = await assess(text, {
    file: 'trip.yaml',
    asOf: '2026-11-22',
    version: '0.0.0',
    loadTrack: async (path) =>
      tracks[path] ?? { rule: 'TJ108', args: { path, code: 'not-found', line: null, column: null } },
    ...own,
  });
  if (!assessed.understood) throw new Error(`not understood: ${JSON.stringify(assessed.findings)}`);
  return { assessment: assessed.assessment, lines: assessed.lines, knowledge: own.knowledge, ownZones: own.ownZones };
}

const root = join(import.meta.dirname, '../../..');

/** Trips that show all that an export has to tell. */
export const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['pamir-highway', 'weekend', 'khujand-isfara'].map((name) => [
      name,
      readFileSync(join(root, `examples/${name}.yaml`), 'utf8'),
    ]),
  ),
  'a place that nobody knows': 'stops: [Dushanbe, Atlantis, Kulob]\n',
  'one stop': 'title: A day in Khorog\nstops: [Khorog]\n',
  'no place at all': 'stops: [Atlantis]\n',
  'a flight': 'start: 2027-07-03\nstops: [{ place: Dushanbe, nights: 1 }, { place: Khorog, nights: 2, by: air }]\n',
  'no road': 'stops: [Khorog, { place: Camp, at: { lat: 38.9, lon: 72.4 }, nights: 1 }]\n',
  'off the road': 'stops: [Murghab, { place: Yurt, at: { lat: 38.1, lon: 73.8 }, nights: 1 }]\n',
  'there and back': 'start: 2027-07-03\nstops: [Khorog, { place: Murghab, nights: 3 }, Khorog]\n',
};

const schemaFile = (name: string) => ({
  fileName: name,
  contents: readFileSync(join(root, 'test/schemas', name), 'utf8'),
});

/** What the schema finds amiss. */
export async function faultsOf(xml: string, schema: string, imports: readonly string[] = []): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'trip.xml', contents: xml },
    schema: schemaFile(schema).contents,
    preload: imports.map(schemaFile),
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

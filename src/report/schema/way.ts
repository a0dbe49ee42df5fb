/** The shape of stops and legs in `--format json`. */
import { z } from 'zod';
import { confidence, country, date, km, level, position } from './parts.ts';

const edges = z.array(z.strictObject({ id: z.string(), edgeKm: km }));

const borderKm = z.strictObject({ AF: km, KG: km, UZ: km, CN: km });

const advisory = z.strictObject({
  id: z.string(),
  authority: z.string(),
  zone: z.string(),
  area: z.string(),
  native: z.string(),
  level,
  words: z.string(),
  issued: date,
  source: z.string(),
  confidence,
});

export const stop = z.strictObject({
  id: z.string().describe('stop-1, …; entry and exit: where the country is entered and left, away from the stops'),
  name: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  country: country.nullable(),
  from: date.nullable(),
  to: date.nullable(),
  nights: z.int().min(0),
  altitudeM: z.number().nullable(),
  zones: edges.nullable().describe('Zones that hold the stop; [] none, null not known'),
  near: edges.describe('Zones outside but nearer than the doubt about their edge and the place'),
  advisories: z.array(advisory).nullable(),
  borderKm: borderKm.nullable(),
});

const crossing = z.strictObject({
  zone: z.string(),
  entryKm: km,
  exitKm: km,
  insideKm: km,
  entry: position,
  exit: position,
  entryNear: z.string().nullable().describe('Place on the road nearest to the entry'),
  exitNear: z.string().nullable(),
});

const onWay = z.strictObject({ place: z.string(), name: z.string(), km });

const highest = z
  .strictObject({ place: z.string(), name: z.string(), kind: z.string(), altitudeM: z.number() })
  .nullable()
  .describe('Of the places on the way whose altitude is known; only of a pass or tunnel is it the top of the road');

const road = z.strictObject({
  vehicle: z.string(),
  stretches: z.array(
    z.strictObject({
      section: z.string(),
      name: z.string(),
      number: z.string().nullable(),
      surface: z.enum(['asphalt', 'rough', 'gravel', 'track']),
      fromKm: km,
      toKm: km,
      hours: z.number(),
      highestM: z.number().nullable().describe('Highest altitude known on it; passes are known'),
      opening: z
        .enum(['open', 'closed', 'unsure', 'unknown'])
        .describe('In the month of travel, as sources say; unknown: none says'),
      uncertaintyKm: km,
      sources: z.array(z.string()),
    }),
  ),
  passed: z.array(onWay),
  highest,
  fuel: z.array(onWay).describe('Where fuel is known to be sold; other places are unknown'),
  others: z
    .array(
      z.strictObject({
        by: z.string().nullable().describe('A place that the chosen way does not pass'),
        lengthKm: km,
        hours: z.number(),
        highest,
        shut: z
          .array(z.string())
          .describe('Its roads that a source says are shut in the month of travel; undated: in any'),
        perhapsShut: z.array(z.string()).describe('Those of which a source says that they may be'),
        insideKm: z.record(z.string(), km).describe('Kilometres inside each zone'),
      }),
    )
    .describe('Other ways between the two stops that are not much longer'),
});

export const leg = z.strictObject({
  id: z.string().describe('leg-1 leaves stop-1; leg-0 leads from entry to it'),
  from: z.string(),
  to: z.string(),
  mode: z.enum(['4x4', 'car', 'bus', 'motorbike', 'bicycle', 'foot', 'air']).nullable(),
  basis: z.enum(['track', 'road', 'flight', 'guess', 'unknown']),
  date: date.nullable(),
  lengthKm: km.nullable(),
  hours: z.number().nullable().describe('Moving, in the dry season; packaged roads only'),
  highestM: z.number().nullable().describe('Highest altitude known on the way; packaged roads only'),
  corridorKm: km.nullable().describe('Half-width of the band the true way may lie in; 0 for a track'),
  crossings: z
    .array(crossing)
    .nullable()
    .describe('One for each stretch inside a zone; [] none, null the way is unknown'),
  corridorZones: z.array(z.string()).describe('Zones that the true way may touch though the line does not'),
  countries: z.array(country),
  advisories: z.array(advisory).nullable(),
  road: road.nullable().describe('Null: the leg is not on the packaged roads'),
});

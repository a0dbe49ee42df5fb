/**
 * The shape of `--format json` as a zod schema. The JSON Schema that ships is made of it, and tests hold every
 * output to it. Not loaded when a trip is planned.
 */
import { z } from 'zod';
import type { Assessment } from '../assessment.ts';
import { passportKinds } from '../itinerary/itinerary.ts';
import { regimes } from '../knowledge/schema.ts';

const date = z.iso.date();
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable();
const km = z.number().min(0);
const position = z.tuple([z.number(), z.number()]).describe('[lon, lat], WGS 84 degrees');
const confidence = z.enum(['certain', 'likely', 'possible']);
const country = z.enum(['TJ', 'AF', 'KG', 'UZ', 'CN']);
const subjects = z.array(z.string()).describe('stop-1, leg-1, …');
const edges = z.array(z.strictObject({ id: z.string(), edgeKm: km }));
const borderKm = z.strictObject({ AF: km, KG: km, UZ: km, CN: km });
const fee = z.strictObject({ min: z.number(), max: z.number(), currency: z.string(), per: z.string() }).nullable();

const verdict = z.strictObject({
  level: level.describe('1 to 4; null: advice without a level'),
  native: z.string().describe("The authority's own words for the level"),
  area: z.string(),
  zone: z.string(),
  where: subjects,
  confidence,
  issued: date,
  source: z.string(),
});

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

const stop = z.strictObject({
  id: z.string(),
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

const leg = z.strictObject({
  id: z.string(),
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

const permit = z.strictObject({
  type: z.string(),
  name: z.string(),
  status: z.enum(['held', 'missing', 'incomplete', 'outside-validity', 'not-needed', 'check']),
  need: z.enum(['certain', 'possible']),
  districts: z.array(z.string()),
  missing: z.array(z.string()),
  from: date.nullable(),
  to: date.nullable(),
  where: subjects,
  applyBy: date.nullable(),
  applyByWorst: date.nullable(),
  workingDaysLeft: z.int().nullable().describe('From today to the day to apply by; negative when past'),
  applied: date.nullable().describe('Day of the application for a paper that is not in hand'),
  fee,
  feeNote: z.string().nullable(),
  issuer: z.string(),
  how: z.array(z.string()),
  channels: z.array(
    z.strictObject({
      name: z.string(),
      how: z.string(),
      where: z.enum(['before-entry', 'in-country']),
      withVisa: z.enum(regimes).nullable().describe('The visa that it comes with'),
      applyBy: date.nullable(),
      inPerson: z.boolean().nullable().describe('Is one in the country by then?'),
      fee,
      sources: z.array(z.string()),
    }),
  ),
  warnings: z.array(z.string()),
  sources: z.array(z.string()),
});

const fees = z.array(
  z.strictObject({ for: z.string(), min: z.number(), max: z.number(), currency: z.string(), per: z.string() }),
);
const who = z.enum(['traveller', 'organiser', 'driver', 'leader']);
const strings = z.array(z.string());

const visa = z.strictObject({
  traveller: z.string(),
  nationality: z.string(),
  passport: z.enum(passportKinds),
  count: z.int().min(1),
  regime: z.enum(regimes).nullable().describe('What counts for this traveller; null: not known'),
  maxDays: z.int().nullable().describe('Longest stay on it; null: not stated'),
  withinDays: z.int().nullable(),
  status: z.enum(['not-needed', 'held', 'missing', 'outside-validity', 'too-short', 'refused', 'check']),
  days: z.int().nullable().describe('Longest stay of the trip, both ends counted'),
  words: strings,
  conflicts: strings,
  options: z.array(
    z.strictObject({
      kind: z.string(),
      name: z.string(),
      maxDays: z.int().nullable(),
      withinDays: z.int().nullable(),
      fees,
      where: z.string(),
      how: z.string(),
      url: z.string().nullable(),
      applyBy: date.nullable(),
      applyByWorst: date.nullable(),
      conflicts: strings,
      sources: strings,
    }),
  ),
  applyBy: date.nullable(),
  applyByWorst: date.nullable(),
  sources: strings,
});

const passage = z.strictObject({
  kind: z.enum(['entry', 'exit']),
  subject: z.string(),
  date: date.nullable(),
  by: z.enum(['air', 'land']).nullable().describe('Null: the file does not say'),
  neighbour: z.string().nullable(),
  place: z.string().nullable(),
  post: z.string().nullable().describe('Border post; null: by air, or none known'),
  status: z.enum(['open', 'closed', 'unverified', 'unknown']).nullable(),
  foreigners: z.boolean().nullable(),
  statusDate: date.nullable(),
  words: z.string().nullable(),
  hours: z.string().nullable(),
  confidence,
  sources: strings,
});

const registration = z.strictObject({
  needed: z.enum(['yes', 'no', 'check']),
  travellers: strings,
  by: date.nullable(),
  where: z.string().nullable().describe('Stop where the party is on that day'),
  why: z.string(),
  how: z.string(),
  fees,
  conflicts: strings,
  sources: strings,
});

const night = z.strictObject({
  stop: z.string(),
  altitudeM: z.number().nullable(),
  gainM: z.number().nullable().describe('Above the stop slept at before'),
  nights: z.int().min(1),
});

const event = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'apply-by', 'apply-by-worst', 'departure', 'entry', 'exit', 'register-by', 'permit-start', 'permit-end',
    'visa-start', 'visa-end', 'last-day', 'check-in', 'review',
  ]), // biome-ignore format: a vocabulary reads best as lines of words
  date,
  text: z.string(),
  why: z.string(),
  who,
  daysLeft: z.int().describe('Days from today; negative when past'),
  sources: strings,
});

const finding = z.strictObject({
  rule: z.string().regex(/^TJ\d{3}$/),
  slug: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  confidence,
  message: z.string(),
  help: z.string(),
  file: z.string(),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  endLine: z.int().min(1).nullable(),
  endColumn: z.int().min(1).nullable(),
  subject: z.string(),
  zone: z.string().nullable(),
  authority: z.string().nullable(),
  sources: z.array(z.string()),
  fingerprint: z.string(),
  suppressed: z.strictObject({ reason: z.string(), until: date }).nullable(),
});

const todo = z.strictObject({
  id: z.string(),
  text: z.string(),
  why: z.string(),
  by: date.nullable(),
  stage: z.enum(['before-booking', 'before-departure', 'on-arrival', 'on-the-road']),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  status: z.enum(['open', 'done']),
  who,
  required: z.string().nullable().describe('Without it the trip is not ready, and why; null: good practice'),
  where: subjects,
  sources: z.array(z.string()),
});

const zone = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  authority: z.string().nullable(),
  restriction: z.string(),
  basis: z.enum(['stated', 'derived', 'approximate']),
  rule: z.string(),
  uncertaintyKm: km,
  sources: z.array(z.string()),
  asOf: date,
});

const source = z.strictObject({
  id: z.string(),
  publisher: z.string(),
  title: z.string(),
  url: z.string(),
  published: date.nullable(),
  retrieved: date,
  reviewBy: date,
  stale: z.boolean(),
});

export const assessmentSchema = z.strictObject({
  schema: z.literal('tajcheck-assessment-v1'),
  tool: z.strictObject({ version: z.string(), dataVersion: z.string() }),
  asOf: date.describe('The day taken as today'),
  itinerary: z.strictObject({
    file: z.string(),
    title: z.string().nullable(),
    start: date.nullable(),
    end: date.nullable(),
    days: z.int().nullable(),
  }),
  overall: z.strictObject({ level, byAuthority: z.record(z.string(), verdict) }),
  stops: z.array(stop),
  legs: z.array(leg),
  permits: z.array(permit),
  visas: z.array(visa).describe('One for each line of the party'),
  passages: z.array(passage).describe('Where the country is entered and left, in travelling order'),
  registration: registration.nullable().describe('Null: not known, because the party or the days are not'),
  nights: z.array(night).describe('One for each stop with a night'),
  calendar: z.array(event).describe('By date'),
  findings: z.array(finding),
  checklist: z.array(todo),
  contacts: z.array(
    z.strictObject({ name: z.string(), numbers: z.array(z.string()), what: z.string(), sources: z.array(z.string()) }),
  ),
  notChecked: z.array(z.strictObject({ subject: z.string(), why: z.string() })),
  zones: z.array(zone),
  authorities: z.record(z.string(), z.strictObject({ name: z.string(), short: z.string() })),
  sources: z.array(source),
}) satisfies z.ZodType<Assessment>;

export function assessmentJsonSchema(): object {
  return {
    ...z.toJSONSchema(assessmentSchema),
    $id: 'urn:tajcheck:schema:assessment-v1',
    title: 'tajcheck assessment, version 1',
    description: 'What `tajcheck plan --format json` prints. Unknown is null; checked and none is an empty list.',
  };
}

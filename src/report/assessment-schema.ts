/**
 * The shape of `--format json` as a zod schema. The JSON Schema that ships is made of it, and tests hold every
 * output to it. Not loaded when a trip is planned.
 */
import { z } from 'zod';
import type { Assessment } from '../assessment.ts';
import { severities } from '../finding.ts';
import { travelModes } from '../itinerary/itinerary.ts';
import { passage, permit, registration, visa } from './schema/papers.ts';
import { confidence, date, km, level, strings, subjects, who } from './schema/parts.ts';
import { checkIn, traveller } from './schema/party.ts';
import { leg, stop } from './schema/way.ts';

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
  severity: z.enum(severities),
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
  suppressed: z
    .strictObject({ by: z.enum(['comment', 'baseline', 'policy']), reason: z.string(), until: date.nullable() })
    .nullable(),
  dependsOnToday: z.boolean().describe('Of a rule whose findings may change with today alone'),
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

const ownZone = z.strictObject({
  file: z.string().describe('The GeoJSON file that draws it'),
  words: z.string().nullable(),
  severity: z.enum(severities),
  months: z.array(z.int().min(1).max(12)).nullable().describe('Months of each year in which it holds; null: all'),
  from: date.nullable().describe('First day on which it holds'),
  until: date.nullable().describe('Last day on which it holds'),
  require: strings.describe('Ids that must stand under mitigations'),
  source: z.string().nullable(),
  url: z.string().nullable(),
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
  own: ownZone.nullable().describe("A zone of the reader's own, from his own file; null: a zone that tajcheck ships"),
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
  policy: z
    .strictObject({ file: z.string() })
    .nullable()
    .describe('The policy that the trip was judged by; null: none'),
  itinerary: z.strictObject({
    file: z.string(),
    title: z.string().nullable(),
    start: date.nullable(),
    end: date.nullable(),
    days: z.int().nullable(),
  }),
  travel: z.enum(travelModes).nullable().describe('How the trip is travelled, where a leg does not say otherwise'),
  party: z.array(traveller),
  checkIn: checkIn.nullable().describe('What is agreed with somebody at home; null: the file does not say'),
  overall: z.strictObject({ level, byAuthority: z.record(z.string(), verdict) }),
  stops: z.array(stop),
  legs: z.array(leg),
  permits: z.array(permit),
  visas: z.array(visa).describe('One for each line of the party'),
  passages: z.array(passage).describe('Where the country is entered and left, in travelling order'),
  registration: z
    .array(registration)
    .nullable()
    .describe('Stays that must or may have to be registered; null: not known, because the party is not'),
  nights: z.array(night).describe('One for each stop with a night'),
  calendar: z.array(event).describe('By date'),
  findings: z.array(finding),
  checklist: z.array(todo),
  contacts: z.array(
    z.strictObject({
      name: z.string(),
      numbers: z.array(z.string()),
      what: z.string(),
      serves: strings.nullable().describe('Nationalities that it is there for; null: everybody'),
      sources: strings,
    }),
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

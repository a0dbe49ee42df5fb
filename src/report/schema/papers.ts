/** The shape of permits, visas, registration and the ways over the border in `--format json`. */
import { z } from 'zod';
import { passportKinds } from '../../itinerary/itinerary.ts';
import { regimes } from '../../knowledge/schema/parts.ts';
import { confidence, date, fee, fees, strings, subjects } from './parts.ts';

const marginDays = z
  .int()
  .min(0)
  .describe('Working days that the policy wants on top; the days to apply by have them taken off');

export const permit = z.strictObject({
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
  marginDays,
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

export const visa = z.strictObject({
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
      marginDays,
      conflicts: strings,
      sources: strings,
    }),
  ),
  applyBy: date.nullable(),
  applyByWorst: date.nullable(),
  sources: strings,
});

export const passage = z.strictObject({
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

export const registration = z.strictObject({
  needed: z.enum(['yes', 'check']),
  from: date.nullable().describe('Entry and exit of the stay'),
  to: date.nullable(),
  travellers: strings,
  by: date.nullable(),
  where: z.string().nullable().describe('Stop where the party is on that day'),
  why: z.string(),
  how: z.string(),
  fees,
  conflicts: strings,
  sources: strings,
});

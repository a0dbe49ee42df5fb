/** The shape of the party and of what it agreed at home in `--format json`. */
import { z } from 'zod';
import { passportKinds } from '../../itinerary/itinerary.ts';
import { date, strings } from './parts.ts';

export const traveller = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  nationality: z.string().describe('ISO 3166 code in upper case; empty: cannot be read'),
  also: strings,
  age: z.int().nullable(),
  count: z.int().min(1),
  passport: z.strictObject({ kind: z.enum(passportKinds), expires: date.nullable() }),
});

export const checkIn = z.strictObject({
  at: z.string().nullable().describe('HH:MM, local time of the place where the party is'),
  with: z.string().nullable(),
  phone: z.string().nullable(),
  lateHours: z.int().nullable().describe('Hours of silence after which help is called'),
});

/** What the shapes of several parts of `--format json` share. */
import { z } from 'zod';

export const date = z.iso.date();

export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable();

export const km = z.number().min(0);

export const position = z.tuple([z.number(), z.number()]).describe('[lon, lat], WGS 84 degrees');

export const confidence = z.enum(['certain', 'likely', 'possible']);

export const country = z.enum(['TJ', 'AF', 'KG', 'UZ', 'CN']);

export const subjects = z
  .array(z.string())
  .describe('stop-1, leg-1, …; entry and exit, with leg-0 from the one and the last leg to the other');

export const fee = z
  .strictObject({ min: z.number(), max: z.number(), currency: z.string(), per: z.string() })
  .nullable();

export const fees = z.array(
  z.strictObject({ for: z.string(), min: z.number(), max: z.number(), currency: z.string(), per: z.string() }),
);

export const who = z.enum(['traveller', 'organiser', 'driver', 'leader']);

export const strings = z.array(z.string());

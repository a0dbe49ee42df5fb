/** The shape of what is dangerous by its height or its month. */
import { z } from 'zod';
import { conflict, id, isoMonths, reason, sources } from './parts.ts';

/** What medicine says of sleeping high: metres, and what happens above them. */
export const altitudeRule = z.strictObject({
  id,
  what: z.enum(['illness-from', 'low-below', 'sleep-first-day', 'gain-per-night', 'gain-above', 'rest-day-per']),
  metres: z.number().int().positive(),
  words: z.string(),
  /** Other figures; the strictest is the one above. */
  conflicts: z.array(conflict),
  sources,
});

/** A danger that has its months: in these zones and on these roads, above this height. */
export const season = z.strictObject({
  id,
  name: z.string(),
  reason,
  zones: z.array(id),
  /** Road sections, where no zone says where it is. */
  sections: z.array(id).optional(),
  /** Only at or above; null: at any height. */
  minAltitudeM: z.number().nullable(),
  months: isoMonths.min(1),
  words: z.string(),
  sources,
});

export type AltitudeRule = z.infer<typeof altitudeRule>;
export type Season = z.infer<typeof season>;

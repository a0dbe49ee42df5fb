/** The shape of what is read and passed on: sources, those who advise, what they say, what to do and whom to call. */
import { z } from 'zod';
import { id, isoDate, level, reason, sources } from './parts.ts';

/** Where a fact was read. `published` is null where the page carries no date. */
export const source = z.strictObject({
  id,
  publisher: z.string(),
  title: z.string(),
  url: z.url(),
  published: isoDate.nullable(),
  retrieved: isoDate,
  reviewBy: isoDate,
  licence: z.string(),
  note: z.string().optional(),
});

/** A government (or other body) that gives advice, and how its own scale maps onto 1 to 4. */
export const authority = z.strictObject({
  id,
  name: z.string(),
  short: z.string(),
  country: z.string().regex(/^[A-Z]{2}$/),
  url: z.url(),
  scale: z.array(z.strictObject({ native: z.string(), level: level.nullable() })).min(1),
  mapping: z.string(),
  sources,
});

/** One authority's statement about one area. `level: null` means it gives advice but no level. */
export const advisory = z.strictObject({
  id,
  authority: id,
  zone: id,
  area: z.string(),
  native: z.string(),
  level: level.nullable(),
  levelBasis: z.enum(['stated', 'mapped', 'none']),
  words: z.string(),
  reasons: z.array(reason),
  issued: isoDate,
  status: z.enum(['current', 'withdrawn']),
  ended: isoDate.nullable(),
  note: z.string().optional(),
  sources,
});

/** One thing to do. Shown when any of its conditions holds. */
export const mitigation = z.strictObject({
  id,
  text: z.string(),
  why: z.string(),
  reasons: z.array(reason).min(1),
  when: z.strictObject({
    /** for every trip */
    always: z.boolean().optional(),
    /** when a current advisory for one of these reasons applies to the trip */
    reasons: z.array(reason).optional(),
    /** when the trip touches one of these zones */
    zones: z.array(id).optional(),
    /** when the highest level on the trip reaches this */
    minLevel: level.optional(),
    /** when travelling this way */
    travel: z.array(z.enum(['4x4', 'car', 'bus', 'motorbike', 'bicycle', 'foot', 'air'])).optional(),
    /** when a stop or place on the way is at least this high */
    minAltitudeM: z.number().optional(),
    /** when one of these permits is needed */
    permits: z.array(id).optional(),
    /** when the party consists of one person */
    solo: z.boolean().optional(),
  }),
  by: z.enum(['before-booking', 'before-departure', 'on-arrival', 'on-the-road']),
  /** Who sees to it. */
  who: z.enum(['traveller', 'organiser', 'driver', 'leader']).optional(),
  /** Not only good practice: without it the trip is not ready, where one of these holds. */
  required: z
    .strictObject({ zones: z.array(id).optional(), minLevel: level.optional(), words: z.string(), sources })
    .optional(),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  sources,
});

/** Somebody to call. */
export const contact = z.strictObject({
  id,
  name: z.string(),
  numbers: z.array(z.string()).min(1),
  what: z.string(),
  hours: z.string().nullable(),
  /** Nationalities it serves; null: everybody. */
  serves: z.array(z.string().regex(/^[A-Z]{2}$/)).nullable(),
  note: z.string().optional(),
  sources,
});

export type Source = z.infer<typeof source>;
export type Authority = z.infer<typeof authority>;
export type Advisory = z.infer<typeof advisory>;
export type Mitigation = z.infer<typeof mitigation>;
export type Contact = z.infer<typeof contact>;

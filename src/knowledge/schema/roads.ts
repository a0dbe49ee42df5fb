/** The shape of the roads and of how one travels on them. */
import { z } from 'zod';
import { id, isoMonths, sources } from './parts.ts';

const bend = z.tuple([z.number().min(60).max(80), z.number().min(34).max(44)]);

const surfaces = ['asphalt', 'rough', 'gravel', 'track'] as const;

/**
 * A stretch of one road of one kind. Its `way` is a chain of gazetteer places (ids), bends (`[lon, lat]`) and
 * `{ along }`: the border line with a neighbour, moved to our bank, from the entry before to the entry after.
 */
export const roadSection = z.strictObject({
  id,
  name: z.string(),
  /** As signposted; null: none, or none read. */
  number: z.string().nullable(),
  /** Every point lies in it. */
  country: z.enum(['TJ', 'AF', 'KG', 'UZ', 'CN']),
  /** rough: asphalt that has broken up; track: not for a car. */
  surface: z.enum(surfaces),
  /** What a 4x4 averages while moving in the dry season, km/h. */
  kmh: z.number().positive(),
  /** Length by road as published; null: none read, and the drawn length counts. */
  km: z.number().positive().nullable(),
  /** The true road lies within so many kilometres of the drawn one, but for one part in twenty. */
  uncertaintyKm: z.number().positive(),
  /** Months in which it is shut every year, and in which it may be. Null: no source read says; no months: open all year. */
  closed: z.strictObject({ months: isoMonths, unsure: isoMonths.optional(), words: z.string(), sources }).nullable(),
  sources,
  note: z.string().optional(),
  way: z
    .array(
      z.union([
        id,
        bend,
        z.strictObject({ along: z.enum(['AF', 'KG', 'UZ', 'CN']), bank: z.number().positive().optional() }),
      ]),
    )
    .min(2),
});

const perSurface = z.strictObject({
  asphalt: z.number().positive(),
  rough: z.number().positive(),
  gravel: z.number().positive(),
  track: z.number().positive(),
});

/** How one travels on a road. */
export const vehicle = z.strictObject({
  id: z.enum(['4x4', 'car', 'bus', 'motorbike', 'bicycle', 'foot']),
  /** Either its own speed, km/h, or a share of what the road section states for a 4x4. */
  kmh: perSurface.optional(),
  share: perSurface.optional(),
  /** What one does in a day at most, km; null: no limit is checked. */
  dayKm: z.number().positive().nullable(),
  /** Surfaces that it is not made for. */
  unfit: z.array(z.enum(surfaces)),
  words: z.string(),
  sources,
});

export type RoadSection = z.infer<typeof roadSection>;
export type Vehicle = z.infer<typeof vehicle>;

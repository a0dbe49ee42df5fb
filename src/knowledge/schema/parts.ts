/**
 * What the shapes of the files in `data/` share. They are zod schemas: the build validates every file with them and
 * packs the result; the running program reads the packed form and never needs zod for it.
 */
import { z } from 'zod';
import { nationalityOf } from '../../itinerary/countries.ts';

export const isoDate = z.iso.date();

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');

export const sources = z.array(id).min(1, 'no fact without a source');

export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** What a danger or duty is about. Advisories give reasons; mitigations answer them. */
export const reasons = [
  'mines', 'cross-border-fire', 'armed-conflict', 'terrorism', 'unrest', 'demonstrations', 'crime', 'scams',
  'devices', 'solo-women', 'documents', 'dual-nationality', 'night-travel', 'altitude', 'medical', 'insurance',
  'communication', 'road', 'avalanche-flood', 'earthquake', 'border-crossing', 'permit', 'registration',
  'photography-drones', 'money',
] as const; // biome-ignore format: a vocabulary reads best as lines of words

export const reason = z.enum(reasons);

/** Nationality as `itinerary/countries.ts` knows it. */
export const nationality = z.string().refine((code) => nationalityOf(code) === code, 'not a nationality');

export const isoMonths = z.array(z.number().int().min(1).max(12));

export const conflict = z.strictObject({ about: z.string(), says: z.string(), sources });

export const money = z.strictObject({ min: z.number(), max: z.number(), currency: z.string(), per: z.string() });

/** Days before it is needed: `usual` is what the check uses, `worst` the longest any source states. */
export const leadDays = z.strictObject({
  usual: z.number().int().nullable(),
  worst: z.number().int().nullable(),
  /** Working days, not calendar days. */
  working: z.boolean().optional(),
  sources,
});

/** How one is let in. `citizen`: no foreigner; `not-recognised`: the passport is no passport here. */
export const regimes = ['citizen', 'visa-free', 'visa-on-arrival', 'e-visa', 'visa', 'not-recognised'] as const;

export type Reason = z.infer<typeof reason>;
export type Regime = (typeof regimes)[number];
export type Level = z.infer<typeof level>;

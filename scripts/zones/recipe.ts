/** `data/zones.yaml`: what every zone is, and the recipe by which its polygon is made. */
import { z } from 'zod';
import { zoneProperties } from '../../src/knowledge/schema/places.ts';

const position = z.tuple([z.number().min(60).max(80), z.number().min(34).max(44)]);
const km = z.number().positive();

/** Exactly one way to make an area. Lists of positions are [lon, lat]. */
const area = z.union([
  /** The union of time zones; `upTo` cuts it at a distance around another zone. */
  z.strictObject({
    country: z.strictObject({
      timezones: z.array(z.string()).min(1),
      upTo: z.strictObject({ km, around: z.string() }).optional(),
    }),
  }),
  /** A first-level subdivision (ISO 3166-2) of a country zone. */
  z.strictObject({ region: z.strictObject({ code: z.string(), of: z.string() }) }),
  /** Everything within a distance of a border, on both sides; the border is named by the neighbour. */
  z.strictObject({ strip: z.strictObject({ border: z.string(), km }) }),
  /** The detached part of a country zone that contains a position. */
  z.strictObject({ exclave: z.strictObject({ of: z.string(), containing: position }) }),
  /** Everything within a distance of hand-drawn lines: valleys, roads, lakes. */
  z.strictObject({ corridor: z.strictObject({ lines: z.array(z.array(position).min(2)).min(1), km }) }),
  /** A hand-drawn ring; it closes itself. */
  z.strictObject({ ring: z.array(position).min(3) }),
  /** The land nearest to settlements labelled with a district. */
  z.strictObject({ district: z.string() }),
]);

export type Recipe = z.infer<typeof area> & { readonly within?: readonly (string | Recipe)[] };

/** An area, cut to each area in `within`: another zone, or a recipe of its own. */
const recipe: z.ZodType<Recipe> = z.lazy(() =>
  z
    .looseObject({
      within: z
        .array(z.union([z.string(), recipe]))
        .min(1)
        .optional(),
    })
    .transform((value, context) => {
      const { within, ...rest } = value;
      const parsed = area.safeParse(rest);
      if (!parsed.success) {
        context.addIssue({
          code: 'custom',
          message: `unknown or incomplete geometry: ${Object.keys(rest).join(', ')}`,
        });
        return z.NEVER;
      }
      return within ? { ...parsed.data, within } : parsed.data;
    }),
);

export const zonesFile = z.strictObject({
  /** West, south, east, north of the map that is read. */
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** The zone whose outline makes the borders, and its three-letter code (ISO 3166-1) on the map of subdivisions. */
  home: z.string(),
  admin1: z.string(),
  /** Metres by which a line may be simplified. */
  simplify: z.strictObject({
    outline: z.number().positive(),
    /** Outlines from this distance to the home outline on (less in proportion before it), and the cut that ends the map. */
    far: z.strictObject({ km, metres: z.number().positive() }),
    strip: z.number().positive(),
    corridor: z.number().positive(),
  }),
  borders: z.array(
    z.strictObject({
      neighbour: z.string(),
      zone: z.string(),
      name: z.string(),
      sources: z.array(z.string()).min(1),
      asOf: z.iso.date(),
    }),
  ),
  zones: z.array(zoneProperties.extend({ family: z.string(), geometry: recipe })),
});

export type ZonesFile = z.infer<typeof zonesFile>;

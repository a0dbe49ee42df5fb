/**
 * The shape of everything in `data/`, as zod schemas. The build validates every file with them
 * and packs the result; the running program reads the packed form and never needs zod for it.
 */
import { z } from 'zod';

const isoDate = z.iso.date();
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');
const sources = z.array(id).min(1, 'no fact without a source');
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** What a danger or duty is about. Advisories give reasons; mitigations answer them. */
export const reasons = [
  'mines', 'cross-border-fire', 'armed-conflict', 'terrorism', 'unrest', 'demonstrations', 'crime', 'scams',
  'devices', 'solo-women', 'documents', 'dual-nationality', 'night-travel', 'altitude', 'medical', 'insurance',
  'communication', 'road', 'avalanche-flood', 'earthquake', 'border-crossing', 'permit', 'registration',
  'photography-drones', 'money',
] as const; // biome-ignore format: a vocabulary reads best as lines of words
export const reason = z.enum(reasons);

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

const money = z.strictObject({ min: z.number(), max: z.number(), currency: z.string(), per: z.string() });

/** A paper that an area asks for. */
export const permit = z.strictObject({
  id,
  name: z.string(),
  what: z.string(),
  zones: z.array(id).min(1),
  /** certain: an authority states it; possible: sources conflict or only operators report it. */
  need: z.enum(['certain', 'possible']),
  /** Nationalities that do not need it. */
  exempt: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  /** Subdivisions that the paper itself lists; each has a zone that says where it is. */
  districts: z.array(z.strictObject({ id, name: z.string(), zone: id, aliases: z.array(z.string()) })),
  districtsNote: z.string().optional(),
  issuer: z.string(),
  channels: z.array(
    z.strictObject({
      name: z.string(),
      how: z.string(),
      leadDays: z.number().int().nullable(),
      fee: money.nullable(),
      sources,
    }),
  ),
  /** Days before entry: `usual` is what the check uses, `worst` the longest any source states. */
  leadDays: z.strictObject({ usual: z.number().int().nullable(), worst: z.number().int().nullable(), sources }),
  fee: money.nullable(),
  feeNote: z.string().optional(),
  validity: z.string().nullable(),
  checks: z.string().nullable(),
  suspension: z
    .strictObject({
      warning: z.string(),
      history: z.array(z.strictObject({ date: z.string(), what: z.string(), sources })),
      sources,
    })
    .nullable(),
  conflicts: z.array(z.strictObject({ about: z.string(), says: z.string(), sources })),
  asOf: isoDate,
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

const placeKinds = [
  'city', 'town', 'village', 'pass', 'lake', 'border-post', 'junction', 'tunnel', 'airport', 'camp', 'peak', 'spring',
  'valley', 'park', 'monument',
] as const; // biome-ignore format: a vocabulary reads best as lines of words

/** A gazetteer entry. `names` holds every other spelling and script; `name` is unique. */
export const place = z.strictObject({
  id,
  name: z.string(),
  names: z.array(z.string()),
  kind: z.enum(placeKinds),
  country: z.enum(['TJ', 'AF', 'KG', 'UZ', 'CN']),
  lon: z.number().min(60).max(80),
  lat: z.number().min(34).max(44),
  /** Kilometres by which the point may be off; 0 for a settlement's own coordinates. */
  uncertaintyKm: z.number().min(0),
  altitudeM: z.number().nullable(),
  /** dem: read off an elevation model; stated: a source gives it. */
  altitudeBasis: z.enum(['dem', 'stated']).nullable(),
  /** GBAO district, where a source labels the place with one; a `permit` district id. */
  district: id.nullable(),
  sources,
});

const months = z.array(z.number().int().min(1).max(12));
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
  closed: z.strictObject({ months, unsure: months.optional(), words: z.string(), sources }).nullable(),
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

/** What a place is known to have. A place that is not listed is unknown, not without. */
export const service = z.strictObject({
  place: id,
  has: z.array(z.enum(['fuel', 'cash', 'hospital'])).min(1),
  note: z.string().optional(),
  sources,
});

/** What a zone's GeoJSON feature carries as properties. */
export const zoneProperties = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(['advisory', 'permit', 'hazard', 'closure', 'country', 'district']),
  authority: id.nullable(),
  restriction: z.enum(['none', 'caution', 'authorisation', 'prohibited']),
  /** stated: the source gives geometry or distance; derived: computed from a stated rule; approximate: drawn from a text. */
  basis: z.enum(['stated', 'derived', 'approximate']),
  rule: z.string(),
  uncertaintyKm: z.number().min(0),
  reasons: z.array(reason),
  sources,
  asOf: isoDate,
});

export type Reason = z.infer<typeof reason>;
export type Source = z.infer<typeof source>;
export type Authority = z.infer<typeof authority>;
export type Advisory = z.infer<typeof advisory>;
export type Permit = z.infer<typeof permit>;
export type Mitigation = z.infer<typeof mitigation>;
export type Contact = z.infer<typeof contact>;
export type Place = z.infer<typeof place>;
export type RoadSection = z.infer<typeof roadSection>;
export type Vehicle = z.infer<typeof vehicle>;
export type Service = z.infer<typeof service>;
export type ZoneProperties = z.infer<typeof zoneProperties>;
export type Level = z.infer<typeof level>;

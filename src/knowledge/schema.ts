/**
 * The shape of everything in `data/`, as zod schemas. The build validates every file with them
 * and packs the result; the running program reads the packed form and never needs zod for it.
 */
import { z } from 'zod';
import { nationalityOf } from '../itinerary/countries.ts';
import { passportKinds } from '../itinerary/itinerary.ts';

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

/** Nationality as `itinerary/countries.ts` knows it. */
const nationality = z.string().refine((code) => nationalityOf(code) === code, 'not a nationality');
const isoMonths = z.array(z.number().int().min(1).max(12));
const conflict = z.strictObject({ about: z.string(), says: z.string(), sources });

const money = z.strictObject({ min: z.number(), max: z.number(), currency: z.string(), per: z.string() });

/** Days before it is needed: `usual` is what the check uses, `worst` the longest any source states. */
const leadDays = z.strictObject({
  usual: z.number().int().nullable(),
  worst: z.number().int().nullable(),
  /** Working days, not calendar days. */
  working: z.boolean().optional(),
  sources,
});

/** How one is let in. `citizen`: no foreigner; `not-recognised`: the passport is no passport here. */
export const regimes = ['citizen', 'visa-free', 'visa-on-arrival', 'e-visa', 'visa', 'not-recognised'] as const;

/** A paper that an area asks for, or a thing carried. */
export const permit = z.strictObject({
  id,
  name: z.string(),
  what: z.string(),
  zones: z.array(id),
  /** A thing carried, as `equipment:` of the itinerary lists it, that asks for the paper wherever the trip goes. */
  equipment: id.optional(),
  /** Other words for that thing; one of them in an entry is enough. */
  equipmentAliases: z.array(z.string()).optional(),
  /** Words that may stand for that thing and may not, as the name of a maker. */
  equipmentHints: z.array(z.string()).optional(),
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
      /** Must be in hand on entering the country, or can be asked for there. */
      where: z.enum(['before-entry', 'in-country']),
      /** The regime of the visa that it comes with. */
      withVisa: z.enum(regimes).optional(),
      leadDays: z.number().int().nullable(),
      fee: money.nullable(),
      sources,
    }),
  ),
  leadDays,
  fee: money.nullable(),
  feeNote: z.string().optional(),
  validity: z.string().nullable(),
  checks: z.string().nullable(),
  suspension: z
    .strictObject({
      warning: z.string(),
      /** Earliest first. */
      history: z.array(z.strictObject({ date: z.string(), what: z.string(), sources })).min(1),
      /** What is known of today. */
      now: z.strictObject({ says: z.string(), asOf: isoDate, sources }),
      sources,
    })
    .nullable(),
  conflicts: z.array(conflict),
  asOf: isoDate,
  sources,
});

/** What one or more sources say of some nationalities: on what terms they are let in. */
export const visaRule = z.strictObject({
  id,
  regime: z.enum(regimes),
  nationalities: z.array(nationality).min(1),
  /** Kinds of passport it is for. */
  passports: z.array(z.enum(passportKinds)).min(1),
  /** Youngest age it is for; null: any. */
  minAge: z.number().int().nullable(),
  /** Only for those who arrive like this; null: by any way. */
  entry: z
    .strictObject({
      by: z.enum(['air']),
      /** The gazetteer's place where one must arrive; null: any. */
      place: id.nullable(),
      /** Where one must come from and, on the way back, go to, in any spelling; empty: anywhere. */
      from: z.array(z.string()),
      words: z.string(),
    })
    .nullable(),
  /** Longest stay in days; null: no source says. */
  maxDays: z.number().int().positive().nullable(),
  /** The stay is counted within so many days; null: not so, or no source says. */
  withinDays: z.number().int().positive().nullable(),
  /** Must be got before travel even so, as a travel authorisation; null: nothing. */
  before: z.string().nullable(),
  /** First and last day in force; null: open, or not known since when. */
  from: isoDate.nullable(),
  until: isoDate.nullable(),
  words: z.string(),
  /** Where another source says otherwise: the stricter of the two regimes counts. */
  disputes: z.array(
    z.strictObject({
      nationalities: z.array(nationality).min(1),
      regime: z.enum(regimes).nullable(),
      says: z.string(),
      sources,
    }),
  ),
  asOf: isoDate,
  sources,
});

/** What there is to know of a kind of visa, whoever may have it. */
export const visaKind = z.strictObject({
  id,
  name: z.string(),
  /** Other spellings of `type:` in an itinerary. */
  aliases: z.array(z.string()),
  /** The regime whose people may use it, besides those who need no visa. */
  regime: z.enum(regimes),
  maxDays: z.number().int().positive().nullable(),
  withinDays: z.number().int().positive().nullable(),
  fees: z.array(z.strictObject({ for: z.string(), fee: money, sources })),
  leadDays,
  /** Where it may be used. */
  where: z.string(),
  how: z.string(),
  url: z.url().nullable(),
  /** Holders need not register on arrival; null: not known. */
  exemptFromRegistration: z.boolean().nullable(),
  extendable: z.boolean().nullable(),
  /** `maxDays`: the longest stay by that source, where it is about that and shorter. */
  conflicts: z.array(conflict.extend({ maxDays: z.number().int().positive().optional() })),
  asOf: isoDate,
  sources,
});

/** What the country asks of everybody at its door, whatever the visa. */
export const entryTerms = z.strictObject({
  /** Code of the country that all of this is about. */
  country: z.string().regex(/^[A-Z]{2}$/),
  passport: z.strictObject({
    /** Months it must still be valid, counted from arrival. */
    validMonths: z.number().int(),
    blankPages: z.number().int(),
    words: z.string(),
    conflicts: z.array(conflict),
    sources,
  }),
  dualNationals: z.strictObject({ words: z.string(), sources }),
  overstay: z.strictObject({ words: z.string(), sources }),
  registration: z.strictObject({
    /** Stays of so many days or more must be registered. */
    fromDays: z.number().int(),
    /** Working days after arrival, the strictest that counts; and calendar days where a source says so. */
    workingDays: z.number().int(),
    calendarDays: z.number().int().nullable(),
    processing: z.string(),
    fees: z.array(z.strictObject({ for: z.string(), fee: money, sources })),
    how: z.string(),
    conflicts: z.array(conflict),
    sources,
  }),
  asOf: isoDate,
  sources,
});

/** A day on which offices are shut every year (`MM-DD`), or in one year (`YYYY-MM-DD`). */
export const holiday = z.strictObject({
  id,
  name: z.string(),
  days: z.array(z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/)).min(1),
  note: z.string().optional(),
  sources,
});

/** A border post, as those who write of it say. */
export const borderPost = z.strictObject({
  id,
  name: z.string(),
  /** The gazetteer's places that stand for it: the post itself, and the one across where it has its own. */
  places: z.array(id).min(1),
  neighbour: z.enum(['AF', 'KG', 'UZ', 'CN']),
  kind: z.enum(['road', 'rail', 'foot']),
  status: z.enum(['open', 'closed', 'unverified', 'unknown']),
  /** Open to people of third countries; null: no source says. */
  foreigners: z.boolean().nullable(),
  /** Day of the newest source for the status. */
  statusDate: isoDate.nullable(),
  words: z.string(),
  /** What each source says, newest first. */
  statements: z.array(z.strictObject({ date: z.string(), says: z.string(), sources })).min(1),
  /** ISO weekdays (1 Monday … 7 Sunday) on which it works; null: not known. */
  weekdays: z.array(z.number().int().min(1).max(7)).nullable(),
  hours: z.string().nullable(),
  closedOnHolidays: z.boolean().nullable(),
  /** Months in which it may be shut by snow; null: not known. */
  unsureMonths: isoMonths.nullable(),
  sources,
});

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
export type Regime = (typeof regimes)[number];
export type VisaRule = z.infer<typeof visaRule>;
export type VisaKind = z.infer<typeof visaKind>;
export type EntryTerms = z.infer<typeof entryTerms>;
export type Holiday = z.infer<typeof holiday>;
export type BorderPost = z.infer<typeof borderPost>;
export type AltitudeRule = z.infer<typeof altitudeRule>;
export type Season = z.infer<typeof season>;
export type ZoneProperties = z.infer<typeof zoneProperties>;
export type Level = z.infer<typeof level>;

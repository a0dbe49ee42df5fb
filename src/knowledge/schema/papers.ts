/** The shape of the rules on permits, visas, entry and registration, and of the days on which offices are shut. */
import { z } from 'zod';
import { passportKinds } from '../../itinerary/itinerary.ts';
import { conflict, id, isoDate, leadDays, money, nationality, regimes, sources } from './parts.ts';

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
  /** A source says that one may enter on it once; absent: none does. */
  singleEntry: z.strictObject({ says: z.string(), sources }).optional(),
  /** Kinds of visa that a source names for these people though they need none, beside the embassy's. */
  alsoVisas: z.strictObject({ kinds: z.array(id).min(1), sources }).optional(),
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
  /** It may be used at any crossing; null: no source says which take it. */
  anyCrossing: z.boolean().nullable(),
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
    /** Calendar days on a visa that does not free from it, the day of arrival the first, however short the stay. */
    otherVisas: z.strictObject({ days: z.number().int().positive(), words: z.string(), sources }),
    /** What there is to say of shorter stays. */
    shortStays: z.strictObject({ words: z.string(), sources }),
    /** When it is to be done once more within one stay. */
    again: z.strictObject({ words: z.string(), sources }),
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

export type Permit = z.infer<typeof permit>;
export type VisaRule = z.infer<typeof visaRule>;
export type VisaKind = z.infer<typeof visaKind>;
export type EntryTerms = z.infer<typeof entryTerms>;
export type Holiday = z.infer<typeof holiday>;

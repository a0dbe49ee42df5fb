/** The shape of places and of what stands there or holds there: border posts, services, zones. */
import { z } from 'zod';
import { id, isoDate, isoMonths, reason, sources } from './parts.ts';

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

export type Place = z.infer<typeof place>;
export type Service = z.infer<typeof service>;
export type BorderPost = z.infer<typeof borderPost>;
export type ZoneProperties = z.infer<typeof zoneProperties>;

/**
 * The itinerary file as a zod schema. The JSON Schema that editors complete from is made of it, and a property test
 * holds the readers to it. It is not loaded when a trip is planned: see `parse.ts` for what is.
 *
 * `words` in a description names the list of known words, from the data, that an editor offers there: see `words.ts`.
 */
import { z } from 'zod';
import { nationalityOf, otherPassports } from './countries.ts';
import { findHidden } from './hidden-characters.ts';
import { faultOfDate } from './iso-date.ts';
import { passportKinds, travelModes, visaEntries } from './itinerary.ts';
import { limits, ranges } from './limits.ts';
import { timeOfDay } from './read-check-in.ts';
import { coveredBox, looksSwapped } from './swapped.ts';
import { offerWords, type Words } from './words.ts';

const text = z
  .string()
  .regex(/\S/)
  .refine((value) => value.trim().length <= limits.text && findHidden(value.trim()) === -1);

const date = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine((value) => faultOfDate(value) === null);

const whole = ([least, most]: readonly [number, number]) => z.number().int().min(least).max(most);
const degrees = ([least, most]: readonly [number, number]) => z.number().min(least).max(most);
const list = <T extends z.ZodType>(entry: T) => z.array(entry).max(limits.entries);

const nationality = z
  .string()
  .regex(/^([A-Za-z]{2}|[A-Za-z-]{8,16})$/)
  .refine((written) => nationalityOf(written) !== null)
  .describe(
    `Country of the passport, as a two-letter ISO 3166 code, or one of ${otherPassports.join(', ')}. Upper or lower case.`,
  )
  .meta({ examples: ['GB', 'US', 'DE'], words: 'nationalities' });

const inOrder = ({ from, to }: { from?: string; to?: string }): boolean =>
  from === undefined || to === undefined || from <= to;

const at = z
  .strictObject({
    lat: degrees(ranges.lat)
      .describe('Latitude, decimal degrees north of the equator.')
      .meta({ examples: [37.49] }),
    lon: degrees(ranges.lon)
      .describe('Longitude, decimal degrees east of Greenwich.')
      .meta({ examples: [71.55] }),
  })
  .refine(({ lat, lon }) => !looksSwapped(lon, lat, coveredBox))
  .describe('Coordinates by name, WGS 84. With them the place may have any name, a homestay or a camp.')
  .meta({ examples: [{ lat: 37.03, lon: 72.66 }] });

const namedPlace = text.meta({ words: 'places' });
const place = namedPlace
  .describe('Name of the place, in any spelling or script the gazetteer knows (`tajcheck places`), or its id.')
  .meta({ examples: ['Khorog', 'Kalai-Khumb', 'Мурғоб'] });

const stopKeys = z
  .strictObject({
    place,
    at: at.optional(),
    nights: whole(ranges.nights)
      .optional()
      .describe('Nights spent here. Left out: 0, which is passing through on the same day.')
      .meta({ default: 0, examples: [2] }),
    date: date
      .optional()
      .describe('Day of arrival, where it is fixed. Left out: counted from `start` and the nights before.')
      .meta({ examples: ['2027-07-09'] }),
    via: z
      .union([namedPlace, list(namedPlace)])
      .optional()
      .describe('Places the way to this stop goes through, in order.')
      .meta({ examples: [['Rushan'], 'Rushan'] }),
    by: z
      .enum(travelModes)
      .optional()
      .describe('How this stop is reached, where it differs from `travel`.')
      .meta({ examples: ['foot'] }),
    track: text
      .optional()
      .describe('GPX, KML or GeoJSON file of the way to this stop, beside or below the itinerary file.')
      .meta({ examples: ['wakhan.gpx'] }),
  })
  .describe('One stop, in the order of travel.')
  .meta({ examples: [{ place: 'Khorog', nights: 2, via: ['Rushan'] }] });

const passport = z
  .strictObject({
    kind: z
      .enum(passportKinds)
      .optional()
      .describe('Left out: ordinary. `public-affairs` is an ordinary passport endorsed for public affairs.')
      .meta({ default: 'ordinary', examples: ['diplomatic'] }),
    expires: date
      .optional()
      .describe('Last day it is valid.')
      .meta({ examples: ['2030-01-31'] }),
    blankPages: whole(ranges.blankPages)
      .optional()
      .describe('Pages without a stamp.')
      .meta({ examples: [4] }),
  })
  .describe('The passport travelled on.')
  .meta({ examples: [{ expires: '2030-01-31', blankPages: 4 }] });

const traveller = z
  .strictObject({
    name: text
      .optional()
      .describe('Name, for the trip sheet. Of several alike, all their names.')
      .meta({ examples: ['Ann Example', 'Ann and Ben Example'] }),
    nationality,
    also: z
      .union([nationality, list(nationality)])
      .optional()
      .describe('Other nationalities that the traveller holds.')
      .meta({ examples: ['TJ'] }),
    passport: passport.optional(),
    age: whole(ranges.age)
      .optional()
      .describe('Age in years.')
      .meta({ examples: [41] }),
    count: whole(ranges.count)
      .optional()
      .describe('How many travellers this line stands for. Left out: 1.')
      .meta({ default: 1, examples: [2] }),
  })
  .describe('One traveller, or several alike.')
  .meta({ examples: [{ nationality: 'DE', age: 41 }] });

const from = date
  .optional()
  .describe('First day it is valid, as printed on it.')
  .meta({ examples: ['2027-07-01'] });
const to = date
  .optional()
  .describe('Last day it is valid, as printed on it.')
  .meta({ examples: ['2027-08-10'] });

const applied = date
  .optional()
  .describe('Day of the application, made or planned. Left out once the paper is in hand.')
  .meta({ examples: ['2027-05-20'] });

const district = text.meta({ words: 'districts' });
const permit = z
  .strictObject({
    type: text.describe('Which permit it is (`tajcheck explain gbao`).').meta({ examples: ['gbao'], words: 'permits' }),
    districts: z
      .union([district, list(district)])
      .optional()
      .describe('Districts printed on the permit. Left out: not known, which is not the same as all.')
      .meta({ examples: [['darvoz', 'vanj', 'rushan', 'shughnan', 'ishkashim', 'murghab']] }),
    from,
    to,
    applied,
  })
  .refine(inOrder)
  .describe('One permit in hand, or applied for.')
  .meta({ examples: [{ type: 'gbao', districts: ['ishkashim', 'murghab'], from: '2027-07-01', to: '2027-08-10' }] });

const visa = z
  .strictObject({
    nationality,
    type: text.describe('Kind of visa, as printed on it.').meta({ examples: ['e-visa'], words: 'visaKinds' }),
    from,
    to,
    days: whole(ranges.days)
      .optional()
      .describe('Days of stay printed on it.')
      .meta({ examples: [60] }),
    entries: z
      .enum(visaEntries)
      .optional()
      .describe('How often it may be used.')
      .meta({ examples: ['multiple'] }),
    applied,
  })
  .refine(inOrder)
  .describe('One visa in hand, or applied for.')
  .meta({ examples: [{ nationality: 'GB', type: 'e-visa', from: '2027-07-01', to: '2027-08-29', days: 60 }] });

const gate = {
  place: namedPlace
    .optional()
    .describe('Border post, airport or town.')
    .meta({ examples: ['Dushanbe airport'] }),
  by: z
    .enum(travelModes)
    .optional()
    .describe('How the border is crossed.')
    .meta({ examples: ['air'] }),
};
const entry = z.strictObject({
  ...gate,
  from: text
    .optional()
    .describe('City or country one comes from.')
    .meta({ examples: ['Istanbul'] }),
});
const exit = z.strictObject({
  ...gate,
  to: text
    .optional()
    .describe('City or country one goes to.')
    .meta({ examples: ['Osh'] }),
});

const checkIn = z
  .strictObject({
    at: z
      .string()
      .regex(timeOfDay)
      .optional()
      .describe('Time of day of the message home, local time of the place where you are.')
      .meta({ examples: ['20:00'] }),
    with: text
      .optional()
      .describe('Who expects to hear from you.')
      .meta({ examples: ['Carol Example'] }),
    phone: text
      .optional()
      .describe('Their number, in quotes, with the country code.')
      .meta({ examples: ['+44 1632 960123'] }),
    lateHours: whole(ranges.lateHours)
      .optional()
      .describe('Hours of silence after which they call for help.')
      .meta({ examples: [12] }),
  })
  .describe('What is agreed with somebody at home. The trip sheet tells it, and leaves a blank for what is not said.')
  .meta({ examples: [{ at: '20:00', with: 'Carol Example', phone: '+44 1632 960123', lateHours: 12 }] });

export const itinerarySchema = z
  .strictObject({
    tajcheck: z
      .literal(1)
      .optional()
      .describe('Version of this file format.')
      .meta({ examples: [1] }),
    title: text
      .optional()
      .describe('What the trip is called.')
      .meta({ examples: ['Pamir Highway in 12 days'] }),
    start: date
      .optional()
      .describe('Day of arrival at the first stop. Without it nothing that needs a date can be checked.')
      .meta({ examples: ['2027-07-03'] }),
    party: list(traveller)
      .optional()
      .describe('Who travels.')
      .meta({ examples: [[{ nationality: 'US', age: 41 }, { nationality: 'GB' }]] }),
    travel: z
      .enum(travelModes)
      .optional()
      .describe('How the trip is travelled.')
      .meta({ examples: ['4x4'] }),
    stops: list(z.union([place, stopKeys]))
      .min(1)
      .describe('The stops in the order of travel. A bare name is a stop without a night.')
      .meta({ examples: [[{ place: 'Dushanbe', nights: 1 }, 'Kalai-Khumb', { place: 'Khorog', nights: 2 }]] }),
    entry: z
      .union([namedPlace, entry])
      .optional()
      .describe('How the country is entered before the first stop, where the stops do not say. A bare name is a place.')
      .meta({ examples: [{ place: 'Dushanbe airport', by: 'air', from: 'Istanbul' }] }),
    exit: z
      .union([namedPlace, exit])
      .optional()
      .describe('How the country is left after the last stop.')
      .meta({ examples: ['Kyzyl-Art'] }),
    checkIn: checkIn.optional(),
    permits: list(permit)
      .optional()
      .describe('Permits in hand or applied for.')
      .meta({ examples: [[{ type: 'gbao', districts: ['ishkashim'], from: '2027-07-01', to: '2027-08-10' }]] }),
    visas: list(visa)
      .optional()
      .describe('Visas in hand or applied for.')
      .meta({ examples: [[{ nationality: 'GB', type: 'e-visa', from: '2027-07-01', to: '2027-08-29' }]] }),
    equipment: list(text.meta({ words: 'equipment' }))
      .optional()
      .describe('Things carried that a paper may be needed for.')
      .meta({ examples: [['drone', 'satellite-phone']] }),
    mitigations: list(text.meta({ words: 'mitigations' }))
      .optional()
      .describe('What is in place and vouched for, by the ids of the checklist.')
      .meta({ examples: [['medevac-insurance', 'satellite-phone']] }),
  })
  .meta({ title: 'tajcheck itinerary', description: 'A trip, as tajcheck reads it.' });

/**
 * The schema that ships and that editors read: JSON Schema draft 7, which most YAML editors speak. With `words`, editors
 * offer and explain them; what else may be written stays as it is.
 */
export function itineraryJsonSchema(words?: Words): Record<string, unknown> {
  return offerWords(z.toJSONSchema(itinerarySchema, { target: 'draft-7', io: 'input' }), words);
}

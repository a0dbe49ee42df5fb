/** What the traveller asks to be changed, read from the words of the command line. */
import { UsageError } from '../errors.ts';
import { nationalityOf } from '../itinerary/countries.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import { faultOfDate } from '../itinerary/iso-date.ts';
import { type TravelMode, travelModes } from '../itinerary/itinerary.ts';

/** A trip other than the one written; what is null or empty stays as the file has it. */
export interface Change {
  /** Day of arrival at the first stop, `YYYY-MM-DD`. */
  readonly depart: string | null;
  /** `line` is `party-2`; null: everybody. The last word on a line counts. */
  readonly nationalities: readonly { readonly line: string | null; readonly nationality: string }[];
  readonly by: TravelMode | null;
  /** Types of permits to leave out, as written; `all`: every one. */
  readonly withoutPermits: readonly string[];
  readonly districts: readonly DistrictChange[];
}

export interface DistrictChange {
  /** As written; null: the one permit of the file that has districts. */
  readonly permit: string | null;
  readonly add: boolean;
  /** As written. */
  readonly district: string;
}

export interface WrittenChange {
  readonly depart?: string;
  readonly nationality?: readonly string[];
  readonly by?: string;
  readonly withoutPermit?: readonly string[];
  readonly district?: readonly string[];
}

/** Null where nothing is asked. */
export function readChange({ depart, nationality, by, withoutPermit, district }: WrittenChange): Change | null {
  const change: Change = {
    depart: depart === undefined ? null : readDay(depart),
    nationalities: (nationality ?? []).map(readNationality),
    by: by === undefined ? null : readMode(by),
    withoutPermits: withoutPermit ?? [],
    districts: (district ?? []).map(readDistrict),
  };
  const { nationalities, withoutPermits, districts } = change;
  const asked = [...nationalities, ...withoutPermits, ...districts].length > 0;
  return asked || change.depart !== null || change.by !== null ? change : null;
}

const reasons = {
  'not-a-date': 'is not a date',
  'no-such-day': 'is not a day of the calendar',
  'far-year': 'is too far away',
} as const;

function readDay(written: string): string {
  const fault = faultOfDate(written);
  if (fault !== null) throw new UsageError(`--depart ${written} ${reasons[fault]}.`, 'Write it like 2027-05-20.');
  return written;
}

function readNationality(written: string): Change['nationalities'][number] {
  const [, line, country] = /^(?:([^=]*)=)?(.*)$/s.exec(written)!;
  const nationality = nationalityOf(country);
  if (nationality === null) {
    const hint = country.toUpperCase() === 'UK' ? 'Did you mean GB?' : 'Use two letters, like DE or NZ.';
    throw new UsageError(`--nationality ${written}: ${country || 'nothing'} is not a nationality that is known.`, hint);
  }
  if (line !== undefined && !/^party-[1-9]\d*$/.test(line)) {
    throw new UsageError(`--nationality ${written} names no traveller.`, 'Write it like NZ or party-2=NZ.');
  }
  return { line: line ?? null, nationality };
}

function readMode(written: string): TravelMode {
  const mode = travelModes.find((known) => known === written.toLowerCase());
  if (mode) return mode;
  const meant = didYouMean(written, travelModes);
  const hint = `Use one of ${travelModes.join(', ')}.`;
  throw new UsageError(`--by ${written} is not known.`, meant === null ? hint : `Did you mean ${meant}? ${hint}`);
}

function readDistrict(written: string): DistrictChange {
  const parts = /^(?:([^:]+):)?([+-])(.+)$/s.exec(written);
  if (parts === null) {
    const hint = 'Write +ishkashim to add a district, -vanj to take one away, gbao:+ishkashim to say of which permit.';
    throw new UsageError(`--district ${written} does not say what to do.`, hint);
  }
  const [, permit, sign, district] = parts;
  return { permit: permit ?? null, add: sign === '+', district };
}

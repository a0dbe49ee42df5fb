/** What the traveller asks to be changed, read from the words of the command line. */
import { UsageError } from '../errors.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import { faultOfDate } from '../itinerary/iso-date.ts';
import { type TravelMode, travelModes } from '../itinerary/itinerary.ts';
import type { Change, DistrictChange } from '../what-if/change.ts';
import { countryMeant, countryNamed } from './country-names.ts';

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
    nationalities: readNationalities(nationality ?? []),
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

/** A word on one line of the party goes before one on everybody; two on the same are a slip. */
function readNationalities(written: readonly string[]): Change['nationalities'] {
  const said = new Map<string | null, Change['nationalities'][number]>();
  for (const change of written.map(readNationality)) {
    const { line, nationality } = change;
    const before = said.get(line)?.nationality ?? nationality;
    if (before !== nationality) {
      throw new UsageError(
        `--nationality is both ${before} and ${nationality} for ${line ?? 'everybody'}.`,
        'Ask for one at a time, or for one line each: party-1=NZ.',
      );
    }
    said.set(line, change);
  }
  return [...said.values()].sort((a, b) => Number(a.line !== null) - Number(b.line !== null));
}

function readNationality(written: string): Change['nationalities'][number] {
  const [, line, country] = /^(?:([^=]*)=)?(.*)$/s.exec(written)!;
  const nationality = countryNamed(country);
  if (nationality === null) {
    const meant = countryMeant(country);
    const hint = meant ? `Did you mean ${meant}?` : 'Write a two-letter code such as DE, or the English name.';
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

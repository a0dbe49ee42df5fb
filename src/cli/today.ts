import { UsageError } from '../errors.ts';
import { faultOfDate } from '../itinerary/iso-date.ts';
import { asOfGiven } from './environment.ts';

/** `--as-of`, else TAJCHECK_AS_OF, else the day it is where the traveller is. */
export function todayOr(flag: string | undefined): string {
  const asOf = asOfGiven(flag);
  if (asOf === undefined) {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  }
  const from = flag === undefined ? 'TAJCHECK_AS_OF' : '--as-of';
  if (faultOfDate(asOf) !== null) throw new UsageError(`${from} ${asOf} is not a day.`, 'Write it as YYYY-MM-DD.');
  return asOf;
}

/** The moment of writing; midnight of the day that is given, so that the same command writes the same bytes. */
export function momentOr(flag: string | undefined): Date {
  const asOf = asOfGiven(flag);
  return asOf === undefined ? new Date() : new Date(`${asOf}T00:00:00Z`);
}

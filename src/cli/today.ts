import { UsageError } from '../errors.ts';
import { faultOfDate } from '../itinerary/iso-date.ts';

/** `--as-of`, or the day it is where the traveller is. */
export function todayOr(asOf: string | undefined): string {
  if (asOf === undefined) {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  }
  if (faultOfDate(asOf) !== null) throw new UsageError(`--as-of ${asOf} is not a day.`, 'Write it as YYYY-MM-DD.');
  return asOf;
}

/** The moment of writing; midnight of the day of `--as-of`, so that the same command writes the same bytes. */
export function momentOr(asOf: string | undefined): Date {
  return asOf === undefined ? new Date() : new Date(`${asOf}T00:00:00Z`);
}

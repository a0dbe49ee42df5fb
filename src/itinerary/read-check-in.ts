/** When the party reports home, to whom, and after how long somebody should worry. */
import type { CheckIn } from './itinerary.ts';
import { spansOf } from './read-papers.ts';
import { given, readFields, readText, readWhole } from './readers.ts';
import { mistyped, type Reading, type Value } from './reading.ts';

export const checkInKeys = ['at', 'with', 'phone', 'lateHours'] as const;

/** Hours and minutes of a day, `00:00` to `23:59`. */
export const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Null when nothing of it can be read: then nothing is agreed. */
export function readCheckIn(reading: Reading, value: Value): CheckIn | null {
  const fields = readFields(reading, value, 'checkIn', checkInKeys);
  if (fields === null) return null;
  return {
    at: given(fields, 'at', (time) => readTime(reading, time)),
    with: given(fields, 'with', (name) => readText(reading, name)),
    phone: given(fields, 'phone', (number) => readText(reading, number)),
    lateHours: given(fields, 'lateHours', (hours) => readWhole(reading, hours, 'lateHours')),
    span: value.span,
    spans: spansOf(fields),
  };
}

function readTime(reading: Reading, value: Value): string | null {
  const text = readText(reading, value, 'time');
  return text === null || timeOfDay.test(text) ? text : mistyped(reading, value, 'time');
}

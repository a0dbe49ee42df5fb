/** How long the day is at a place. */
import { getTimes } from 'suncalc';
import type { Position } from '../itinerary/itinerary.ts';

export interface Daylight {
  readonly hours: number;
  /** Local time by the sun's own hour zones, `HH:MM`. */
  readonly sunrise: string;
  readonly sunset: string;
  /** Hours from UTC that those times are in. */
  readonly utcOffset: number;
}

const HOUR = 3_600_000;
/** Degrees of longitude by which clocks in Central Asia run ahead of the sun at the least. */
const AHEAD = 4;

/** Null in the far north and south, where the sun does not rise or set that day. */
export function daylightOn(date: string, [lon, lat]: Position): Daylight | null {
  const utcOffset = Math.round((lon + AHEAD) / 15);
  const noon = new Date(Date.parse(`${date}T12:00:00Z`) - utcOffset * HOUR);
  const { sunrise, sunset } = getTimes(noon, lat, lon);
  if (sunrise === null || sunset === null) return null;
  const clock = (at: Date): string => new Date(at.getTime() + utcOffset * HOUR).toISOString().slice(11, 16);
  return {
    hours: (sunset.getTime() - sunrise.getTime()) / HOUR,
    sunrise: clock(sunrise),
    sunset: clock(sunset),
    utcOffset,
  };
}

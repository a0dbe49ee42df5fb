/** Kilometres and reasons as the profile and its rows of text say them. */
import { sayNumber } from '../report/pretty/words.ts';
import type { ProfileGap, ProfileStop } from './profile.ts';

/** `km 204` */
export const sayAt = (km: number): string => `km ${sayNumber(km)}`;

/** `km 204 to 1,051` */
export const sayFromTo = ({ fromKm, toKm }: { readonly fromKm: number; readonly toKm: number }): string =>
  `${sayAt(fromKm)} to ${sayNumber(toKm)}`;

/** `4` of `stop-4`, the number that maps and lists give a stop; empty for where the country is entered or left. */
export const stopNumber = ({ id }: Pick<ProfileStop, 'id'>): string => /^stop-(\d+)$/.exec(id)?.[1] ?? '';

export const whyNoHeight: Readonly<Record<ProfileGap['why'], string>> = {
  flight: 'a flight',
  guess: 'the way is a guess',
  track: 'your track was read without heights',
  unnamed: 'no place of known height',
};

/** A profile as rows of text, for who cannot see the picture. Everything that the picture shows is in them. */
import { count, sayMetres } from '../report/pretty/words.ts';
import { bandRows } from './band-rows.ts';
import { joinLevels, sayStretch } from './joined-levels.ts';
import type { Profile } from './profile.ts';
import { sayAt, sayFromTo, stopNumber, whyNoHeight } from './svg-words.ts';

export interface HeightRow {
  /** `km 245`, `km 65 to 143` */
  readonly at: string;
  /** Name; empty for a stretch. */
  readonly name: string;
  /** `stop 4, 1 night`, `pass`, `on the way`, `a flight`. */
  readonly what: string;
  /** `3,607 m`, `not known` */
  readonly height: string;
}

/** In travelling order: stops, passes and places of known height, and the stretches where none is known. */
export function heightRows({ points, stops, gaps, breaks }: Profile): HeightRow[] {
  const rows = [
    ...stops.map((stop) => ({
      km: stop.km,
      order: 0,
      at: sayAt(stop.km),
      name: stop.name,
      what: sayStop(stopNumber(stop), stop.nights),
      height: stop.altitudeM === null ? 'not known' : sayMetres(stop.altitudeM),
    })),
    ...points
      .filter(({ kind }) => kind !== 'stop')
      .map(({ km, name, kind, altitudeM }) => {
        const what = kind === 'pass' ? 'pass' : 'on the way';
        return { km, order: 1, at: sayAt(km), name, what, height: sayMetres(altitudeM) };
      }),
    ...gaps.map((gap) => ({
      km: gap.fromKm,
      order: 2,
      at: sayFromTo(gap),
      name: '',
      what: whyNoHeight[gap.why],
      height: 'not known',
    })),
    ...breaks.map(({ km }) => {
      return { km, order: -1, at: sayAt(km), name: '', what: 'the way here is not known', height: 'not known' };
    }),
  ];
  return rows
    .sort((a, b) => a.km - b.km || a.order - b.order)
    .map(({ at, name, what, height }) => ({ at, name, what, height }));
}

function sayStop(number: string, nights: number): string {
  const slept = nights === 0 ? 'no night' : count(nights, 'night');
  return number === '' ? 'entry or exit' : `stop ${number}, ${slept}`;
}

export interface StretchRow {
  readonly name: string;
  /** `km 204 to 1,051` for each stretch, with a word where it is not certain. */
  readonly where: readonly string[];
}

/** The highest level that anybody gives, stretch by stretch. */
export function levelRows({ levels }: Profile): { readonly at: string; readonly level: string }[] {
  return joinLevels(levels).map((stretch) => ({ at: sayFromTo(stretch), level: sayStretch(stretch) }));
}

const SHORT = { all: '', some: ' (by some governments)', perhaps: ' (perhaps)' } as const;

export function zoneRows(profile: Profile): StretchRow[] {
  return bandRows(profile).map(({ name, level, stretches }) => ({
    name: level === null ? name : `${name}, up to ${level} of 4`,
    where: stretches.map((stretch) => `${sayFromTo(stretch)}${SHORT[stretch.inside]}`),
  }));
}

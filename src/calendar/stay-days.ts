/** Days on which the trip begins, the country is entered and left, and the stay must be registered. */
import type { Passage } from '../borders/passages.ts';
import type { Trip } from '../rules/trip.ts';
import type { Day } from './calendar.ts';

export function passageDays({ itinerary, stops, passages, knowledge }: Trip): Day[] {
  const { start } = itinerary;
  if (start === null) return [];
  const common = { who: 'traveller', sources: [] } satisfies Partial<Day>;
  const why = 'The first day of the itinerary: all other days count from it.';
  const departure: Day = {
    ...common,
    id: 'departure',
    kind: 'departure',
    date: start,
    text: `The trip begins in ${stops[0].name}`,
    why,
  };
  const country = (code: string): string => knowledge.zones[`country-${code.toLowerCase()}`]?.name ?? code;
  const crossed = passages.flatMap(({ kind, date, post, ...rest }): Day[] => {
    if (date === null) return [];
    const text = `${kind === 'entry' ? 'Enter' : 'Leave'} ${country(knowledge.entry.country)}${sayWay(kind, rest, country)}`;
    return [{ ...common, id: kind, kind, date, text, why: post?.words ?? '', sources: post ? [...post.sources] : [] }];
  });
  return [departure, ...crossed];
}

/** ` by air, Dushanbe airport`, ` over Kyzylart from Kyrgyzstan`. */
function sayWay(
  kind: Passage['kind'],
  { by, place, neighbour }: Pick<Passage, 'by' | 'place' | 'neighbour'>,
  country: (code: string) => string,
): string {
  if (by === 'air') return ` by air${place ? `, ${place}` : ''}`;
  const beyond = neighbour === null ? '' : ` ${kind === 'entry' ? 'from' : 'for'} ${country(neighbour)}`;
  return `${beyond}${place ? ` at ${place}` : ''}`;
}

export function registrationDays({ registration }: Trip): Day[] {
  if (registration === null || registration.by === null || registration.needed === 'no') return [];
  const { needed, by, why, how, sources } = registration;
  const text = needed === 'yes' ? 'Last day to register the stay' : 'Last day to register the stay, if you must';
  return [{ id: 'register', kind: 'register-by', date: by, text, why: `${why} ${how}`, who: 'traveller', sources }];
}

/** Days on which the trip begins, the country is entered and left, and the stay must be registered. */
import type { Passage } from '../borders/passages.ts';
import { countryName } from '../knowledge/country.ts';
import type { Trip } from '../rules/trip.ts';
import { uncapital } from '../sentence.ts';
import type { Day } from './calendar.ts';

export function passageDays({ itinerary, stops, passages, knowledge }: Trip): Day[] {
  const { start } = itinerary;
  if (start === null) return [];
  const common = { who: 'traveller', sources: [] } satisfies Partial<Day>;
  const [first] = stops;
  const [opening] = passages;
  // Whoever enters where and when the trip begins does one thing that day.
  const isThere = first.stop.id === 'entry' || first.exposure?.country === knowledge.entry.country;
  const isOne = opening?.kind === 'entry' && opening.date === start && isThere && !/^leg-[^0]/.test(opening.subject);
  const country = (code: string): string => countryName(code, knowledge);
  const crossed = passages.flatMap(({ kind, date, post, ...rest }, at): Day[] => {
    if (date === null) return [];
    const says = `${kind === 'entry' ? 'Enter' : 'Leave'} ${country(knowledge.entry.country)}${sayWay(kind, rest, country)}`;
    const text = isOne && at === 0 ? `The trip begins: ${uncapital(says)}` : says;
    return [{ ...common, id: kind, kind, date, text, why: post?.words ?? '', sources: post ? [...post.sources] : [] }];
  });
  const why = 'The first day of the itinerary: all other days count from it.';
  const departure: Day = {
    ...common,
    id: 'departure',
    kind: 'departure',
    date: start,
    // Of a place that is not known nothing can be said.
    text: first.position === null ? 'The trip begins' : `The trip begins in ${first.name}`,
    why,
  };
  return isOne ? crossed : [departure, ...crossed];
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
  return (registration ?? []).flatMap(({ needed, by, why, how, sources }, at): Day[] => {
    if (by === null) return [];
    const text = needed === 'yes' ? 'Last day to register your stay' : 'Last day to register your stay, if you must';
    const id = at === 0 ? 'register' : `register-${at + 1}`;
    return [{ id, kind: 'register-by', date: by, text, why: `${why} ${how}`, who: 'traveller', sources }];
  });
}

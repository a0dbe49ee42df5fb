/** The words of findings about roads. */
import type { Finding } from '../finding.ts';

/** Null for a finding of another kind. */
export function formatRoadFinding({ rule, args }: Finding, authority: (id: string) => string): string | null {
  const text = (key: string): string => String(args[key]);
  const list = (key: string): readonly string[] => (args[key] as readonly string[] | null) ?? [];
  const number = (key: string): number => Number(args[key]);
  switch (rule) {
    case 'TJ213':
      return `${text('name')} is ${text('km')} km from the nearest road that tajcheck knows; the way there was guessed.`;
    case 'TJ214': {
      const zones = list('zones').map(
        (zone, at) => `${list('kmThere')[at]} km instead of ${list('kmHere')[at]} km inside “${zone}”`,
      );
      const when = args.date === null ? 'in some months' : `on ${text('date')}`;
      const told = (verb: string, roads: readonly string[]): string =>
        roads.length === 0 ? '' : ` It ${verb} shut ${when}: ${some(roads)}.`;
      const shut = told('is', list('shut')) + told('may be', list('perhapsShut'));
      const top = args.highestM === null ? '' : `, up to ${text('highestM')} m at ${text('highest')}`;
      return `Another way, by ${text('by')}: ${more(number('km'), 'km')}, ${more(number('hours'), 'h')}${top}; ${zones.join(', ')}.${shut}`;
    }
    case 'TJ215':
      return `${list('roads').join(', ')} ${list('roads').length === 1 ? 'is' : 'are'} shut on ${text('date')}: ${text('words')} The way was checked along an open road.`;
    case 'TJ501': {
      const when = args.date === null ? 'in some months, and the day of travel is not known' : `on ${text('date')}`;
      const are = list('roads').length === 1 ? 'is' : 'are';
      return `${list('roads').join(', ')} ${args.opening === 'closed' ? are : 'may be'} shut ${when}: ${text('words')}`;
    }
    case 'TJ502':
      return `No source says in which months ${some(list('roads'))} ${list('roads').length === 1 ? 'is' : 'are'} open.`;
    case 'TJ503':
      return `${text('km')} km ${args.mode === 'foot' ? 'on foot' : `by ${text('mode')}`} in ${days(number('days'))}: about ${text('dayKm')} km is a day on such roads.`;
    case 'TJ504':
      return `About ${text('hours')} h on the road in ${days(number('days'))}, and ${text('light')} h of daylight on ${text('date')} (sunrise ${text('sunrise')}, sunset ${text('sunset')}, UTC+${text('utcOffset')}): part of it would be after dark. Advice against that: ${list('authorities').map(authority).join(', ')}.`;
    case 'TJ505':
      return `${text('km')} km from ${text('from')} to ${text('to')} without a place where fuel is known to be sold${args.abroadKm ? `, and ${text('abroadKm')} km abroad, of which nothing was read` : ''}.`;
    case 'TJ506':
      return `${text('km')} km of the way are a track (${some(list('roads'))}), not made for a ${text('mode')}.`;
    default:
      return null;
  }
}

/** The first three, and how many more. */
const some = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`);

const more = (difference: number, unit: string): string => {
  if (difference === 0) return `as many ${unit}`;
  return `${Math.abs(difference)} ${unit} ${difference > 0 ? 'more' : 'less'}`;
};

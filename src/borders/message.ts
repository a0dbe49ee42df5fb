/** The words of findings about border posts. */
import type { Finding } from '../finding.ts';

/** Null for a finding of another kind. */
export function formatBorderFinding(
  { rule, args, confidence }: Finding,
  country: (code: string) => string,
): string | null {
  const text = (key: string): string => String(args[key]);
  const isEntry = args.kind === 'entry';
  const goes =
    confidence === 'certain'
      ? `The trip ${isEntry ? 'enters' : 'leaves'}`
      : `The trip may ${isEntry ? 'enter' : 'leave'}`;
  const by = `${goes} by ${text('post')}`;
  const newest = `${text('publisher')}, ${args.statusDate ?? 'undated'}`;
  const words = text('words');
  // What is newer than the texts that the status rests on comes first.
  const newer = args.newer ? ` ${text('newerBy')}, ${text('newerDate')}: ${text('newer')}` : '';
  switch (rule) {
    case 'TJ431':
      return args.verdict === 'closed'
        ? `${by}, which is closed (${newest}). ${words}`
        : `${by}, which is not for travellers from third countries (${newest}). ${words}`;
    case 'TJ432':
      switch (args.verdict) {
        case 'unverified':
          return `${by}, which is not confirmed to be open.${newer} The newest text on this post is by ${newest}. ${words}`;
        case 'unknown':
          return `${by}. Whether it is open is not known.${newer} The newest text on this post is by ${newest}. ${words}`;
        case 'unsaid':
          return `${by}. No text says whether travellers from third countries may cross.${newer} For others it was open (${newest}). ${words}`;
        case 'stale':
          return `${by}, which is not confirmed to be open.${newer} The newest text that calls it open is by ${newest}. ${words}`;
        default:
          return `${by}. It was not for travellers from third countries (${newest}); whether that still holds is not known.${newer} ${words}`;
      }
    case 'TJ433':
      return `${by}. ${workingWords(args)}`;
    case 'TJ434':
      return unknownPost(args, goes, country);
    default:
      return null;
  }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const dayOf = (number: unknown): string => weekdays[Number(number) - 1];

/** `Monday to Friday`, `Tuesday, Thursday` */
function inDays(days: readonly string[]): string {
  const isRun = days.length > 2 && days.every((day, at) => at === 0 || Number(day) === Number(days[at - 1]) + 1);
  return isRun ? `${dayOf(days[0])} to ${dayOf(days.at(-1))}` : days.map(dayOf).join(', ');
}

function workingWords({ why, date, weekday, days, holiday, hours, before, after }: Finding['args']): string {
  const works = inDays((days as readonly string[] | null) ?? []);
  const nearest = before && after ? ` The nearest days on which it works are ${before} and ${after}.` : '';
  switch (why) {
    case 'weekday':
      return `It works ${works}; ${date} is a ${dayOf(weekday)}.${nearest}`;
    case 'holiday':
      return `It is closed on holidays; ${date} is one: ${holiday}.${nearest}`;
    case 'day-unknown':
      return `It works ${works} only, and the day of the crossing is not known.`;
    case 'snow':
      return `Snow may shut it in that month (${date}).`;
    default:
      return `It works ${hours}.`;
  }
}

function unknownPost(
  { why, place, neighbour, kind }: Finding['args'],
  goes: string,
  country: (code: string) => string,
): string {
  const side = kind === 'entry' ? 'from' : 'for';
  switch (why) {
    case 'unsaid':
      return `“${place}” is neither a border post nor an airport that tajcheck knows, and the file does not say whether one ${kind === 'entry' ? 'comes' : 'goes'} by air: no border post was checked.`;
    case 'unwritten':
      return `The file does not say how the country is ${kind === 'entry' ? 'entered' : 'left'} (\`${kind}:\`): no border post was checked.`;
    case 'abroad':
      return kind === 'entry'
        ? `“${place}” is abroad. If the flight lands there, the way on crosses a border that the file does not name; if it comes from there, write where it lands. No border post was checked.`
        : `“${place}” is abroad. If the flight leaves from there, the way to it crosses a border that the file does not name; if it goes there, write where it leaves. No border post was checked.`;
    case 'unnamed':
      return `The file does not name the border post by which the trip ${kind === 'entry' ? 'enters' : 'leaves'}: none was checked.`;
    default:
      return `${goes}${neighbour === null ? '' : ` ${side} ${country(String(neighbour))}`}${place === null ? '' : ` at ${place}`}, where tajcheck knows no border post: whether one may cross there is not known.`;
  }
}

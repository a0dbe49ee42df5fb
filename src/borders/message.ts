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
  switch (rule) {
    case 'TJ431':
      return args.verdict === 'closed'
        ? `${by}, which is closed (${newest}). ${words}`
        : `${by}, which is not for travellers from third countries (${newest}). ${words}`;
    case 'TJ432':
      switch (args.verdict) {
        case 'unverified':
          return `${by}. That it is open is not confirmed; the newest text is of ${newest}. ${words}`;
        case 'unknown':
          return `${by}. Whether it is open is not known; the newest text is of ${newest}. ${words}`;
        case 'unsaid':
          return `${by}. It was open (${newest}), but no text says whether travellers from third countries may cross. ${words}`;
        case 'stale':
          return `${by}. It was open (${newest}), and nothing newer was read. ${words}`;
        default:
          return `${by}. It was not for travellers from third countries (${newest}); whether that still holds is not known. ${words}`;
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

function workingWords({ why, date, weekday, days, holiday, hours }: Finding['args']): string {
  const works = ((days as readonly string[] | null) ?? []).map((day) => weekdays[Number(day) - 1]).join(', ');
  switch (why) {
    case 'weekday':
      return `It works on ${works}; ${date} is a ${weekdays[Number(weekday) - 1]}.`;
    case 'holiday':
      return `It is closed on holidays; ${date} is one: ${holiday}.`;
    case 'day-unknown':
      return `It works on ${works} only, and the day of the crossing is not known.`;
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
    case 'unnamed':
      return `The file does not name the border post by which the trip ${kind === 'entry' ? 'enters' : 'leaves'}: none was checked.`;
    default:
      return `${goes}${neighbour === null ? '' : ` ${side} ${country(String(neighbour))}`}${place === null ? '' : ` at ${place}`} where tajcheck knows no border post: whether one may cross there is not known.`;
  }
}

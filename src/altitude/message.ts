/** The words of findings about height. */
import type { Finding } from '../finding.ts';

/** `3,607 m` */
export const inMetres = (metres: unknown): string => `${String(metres).replace(/\B(?=\d{3}$)/, ',')} m`;

/** Null for a finding of another kind. */
export function formatAltitudeFinding({ rule, args }: Finding): string | null {
  const text = (key: string): string => String(args[key]);
  const metres = (key: string): string => inMetres(args[key]);
  const here = `${text('name')} (${metres('metres')})`;
  const before = `${text('from')} (${metres('fromM')})`;
  const limit = `${text('publisher')}: ${text('words')}`;
  switch (rule) {
    case 'TJ511':
      return args.fromM === null
        ? `The night in ${here} is high, and where one sleeps before it is not written. ${limit}`
        : `From ${before} to a night in ${here} in one day: ${metres('gainM')} up. ${limit}${advice(args)}`;
    case 'TJ512':
      return `The night in ${here} is ${metres('gainM')} higher than the one before in ${before}. ${limit}${advice(args)}`;
    case 'TJ513':
      return `${here} is ${metres('gainM')} above ${metres('fromM')}, and no day without going higher lies between. ${limit} Better: a second night in ${text('longer')}.`;
    case 'TJ514': {
      const nearby = args.nearM === null ? '' : `; ${text('near')} on the way is at ${metres('nearM')}`;
      const top = args.topM === null || args.topM === args.nearM ? '' : `; the way goes up to ${metres('topM')}`;
      return `How high ${text('name')} lies is not known${nearby}${top}. The night there and the climb to the next were not checked.`;
    }
    default:
      return null;
  }
}

function advice(args: Finding['args']): string {
  const beds = args.beds as readonly string[];
  const longer = args.longer === null ? '' : `one more night in ${args.longer}`;
  if (args.isWithin) return ` Better: a night in ${beds.join(', then one in ')} on the way.`;
  const none = 'No bed of known height on the way makes every step small enough';
  if (beds.length > 0)
    return ` Better: nights in ${beds.join(' and ')} on the way${longer && `, and ${longer}`}. ${none}.`;
  return longer === '' ? ` ${none}.` : ` ${none}; ${longer} makes it gentler.`;
}

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

/** Nothing is called better that does not keep to the limits. */
function advice(args: Finding['args']): string {
  const beds = (args.beds as readonly string[]).join(', then one in ');
  // A second night at the foot is of use, once; it does not make the step smaller.
  const second = args.second ? ` A second night in ${args.second} helps, though the step stays as high.` : '';
  if (args.isWithin) {
    return ` Better: a night in ${beds} on the way${args.isLong ? ', with a second night in one of them' : ''}.`;
  }
  const look = `look for one at no more than ${inMetres(args.allowedM)}, and go up by at most ${inMetres(args.stepM)} a night from there`;
  return beds === ''
    ? ` No bed of known height on the way keeps to this: ${look}.${second}`
    : ` A night in ${beds} on the way keeps to this, but from there it is still ${inMetres(args.leftM)} up, and no bed of known height between keeps to it: ${look}.`;
}

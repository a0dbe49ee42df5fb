/** The words of findings about being far from help. */
import type { Finding } from '../finding.ts';

const things: Readonly<Record<string, string>> = {
  hospital: 'a hospital',
  cash: 'a cash machine',
  fuel: 'fuel',
};

/** Null for a finding of another kind. */
export function formatRemoteFinding({ rule, args }: Finding): string | null {
  const text = (key: string): string => String(args[key]);
  switch (rule) {
    case 'TJ508': {
      const kinds = (args.services as readonly string[]).map((service) => things[service]);
      if (args.nearest === null) return `No place is known to have ${kinds.join(' or ')}.`;
      const way = args.isStraight
        ? `${text('km')} km in a straight line; no way by road inside the country is known`
        : `${text('km')} km by road`;
      return `${text('name')}: the nearest place known to have ${kinds.join(' or ')} is ${text('nearest')}, ${way}. Others may be nearer and not known.`;
    }
    case 'TJ603':
      return args.ids === undefined
        ? `“${text('key')}” is required on this trip, and the itinerary does not vouch for it. ${text('words')}${saySince(args.since)}`
        : sayOpen(args.ids as readonly string[], args.all === true);
    default:
      return null;
  }
}

const saySince = (level: unknown): string =>
  typeof level === 'number'
    ? ` The policy demands it from level ${level} on, which a government gives on this trip.`
    : '';

/** Who demands the whole checklist finds them there; who demands some of it is told each. */
const SHOWN = 5;

function sayOpen(ids: readonly string[], all: boolean): string {
  const more = all ? ids.length - SHOWN : 0;
  const names = more > 0 ? `${ids.slice(0, SHOWN).join(', ')} and ${more} more` : ids.join(', ');
  return `${ids.length} lines of the checklist are required by \`--require\` or the policy and still open: ${names}.`;
}

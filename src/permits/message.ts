/** The words of findings about permits. */
import type { PermitChannel } from '../assessment/papers.ts';
import { sayDeadline } from '../calendar/deadline.ts';
import type { Finding } from '../finding.ts';
import { sayFee } from '../money.ts';
import { sayMargin } from '../policy/margin.ts';
import { sayAwaited } from './warnings.ts';

/** Null when the finding is of another family. */
export function formatPermitFinding({ rule, args, confidence }: Finding, hedge: string): string | null {
  const text = (key: string): string => String(args[key]);
  const list = (key: string): readonly string[] => (args[key] as readonly string[] | null) ?? [];
  const meant = args.known ? ` Did you mean ${text('known')}?` : '';
  const perhaps = confidence === 'possible';

  switch (rule) {
    case 'TJ401':
      return `${text('name')} is needed${args.from === null ? '' : ` from ${text('from')}`}, and the itinerary does not list it.${sayDeadline(args)}`;
    case 'TJ402': {
      const where = perhaps ? 'may touch' : 'enters';
      return args.district === null
        ? `The itinerary does not say which districts its ${text('name')} lists. The trip ${where} ${list('districts').join(', ')}.`
        : `The ${text('name')} does not list ${text('district')}, which the trip ${where}${perhaps ? '' : hedge}.`;
    }
    case 'TJ403': {
      if (args.applied !== undefined) return sayAwaited(`The ${text('name')}`, text('applied'), text('asOf'));
      if (!args.compared) {
        return `The days of the trip are not known: whether the ${text('name')} is good on them was not checked.`;
      }
      const paper = `${text('name')}${args.line === null ? '' : ` on line ${text('line')}`}`;
      const area = args.carried ? 'the country' : 'its area';
      const where = list('districts').length > 0 ? list('districts').join(', ') : area;
      if (list('days').length === 0) return `The ${paper} was good until ${text('heldTo')}, and that day is past.`;
      return `The trip ${perhaps ? 'may be' : 'is'} in ${where} ${list('days').join(', ')}; the ${paper} ${period(args.heldFrom, args.heldTo)}.`;
    }
    case 'TJ404':
      return args.applied === undefined ? missedDay(args) : lateApplication(args);
    case 'TJ405':
      return args.need === 'certain'
        ? `${text('name')} is needed if the way leads through its area${hedge}.`
        : `${text('name')} may be needed; no government says so for certain${hedge}.`;
    case 'TJ406':
      return args.permit === null
        ? `“${text('written')}” is not a permit that tajcheck knows.${meant}`
        : `“${text('written')}” is not a district of the ${text('permit')} permit.${meant}`;
    case 'TJ407':
      return args.known === null
        ? `“${text('written')}”: ${text('what')} The itinerary lists no such permission (\`type: ${text('permit')}\`, from the ${text('issuer')}).${args.published ? '' : ' No lead time is published.'}`
        : `“${text('written')}” is not a thing that tajcheck knows.${meant} That needs the ${text('name')}.`;
    case 'TJ408':
      return `${text('name')}: it has been stopped before. The last event on record (${text('date')}, ${text('publisher')}): ${text('what')} ${text('now')} The newest of them is of ${text('asOf')}.`;
    case 'TJ409':
      return `${text('name')}: needed ${args.visaFree ? 'even by those who need no visa' : 'on top of the visa'}. Ways to get it: ${list('channels').join('; ')}.${args.given === null ? '' : ` No source read says that it can be added to an ${text('given')} already given.`}`;
    default:
      return null;
  }
}

/** One way to get a permit, in brief. */
export function sayChannel({ name, fee, withVisa, applyBy, inPerson }: PermitChannel): string {
  const price = fee ? sayFee(fee) : 'fee not published';
  const visa = withVisa === null ? '' : ` on top of the ${withVisa}`;
  const day = applyBy === null ? 'last day not known' : `by ${applyBy}`;
  const absent = inPerson === false ? ' and so before you arrive: only through somebody there' : '';
  return `${name}, ${price}${visa}, ${day}${absent}`;
}

function missedDay(args: Finding['args']): string {
  const { name, applyBy, worst, usual, from, margin } = args;
  if (usual) return `${name}: the day to apply by was ${applyBy} for entry on ${from}${sayMargin(margin)}.`;
  const otherwise = applyBy === null ? 'no usual lead time is published' : `the usual one is ${applyBy}`;
  return `${name}: where the issuer is slow the day to apply by was ${worst}; ${otherwise}${sayMargin(margin)}.`;
}

function lateApplication({ name, applied, applyBy, worst, usual, hopeless, from, margin }: Finding['args']): string {
  if (hopeless) return `${name}: applied for on ${applied}, and it is needed on ${from}: that is too late.`;
  if (!usual) {
    return `${name}: applied for on ${applied}; where the issuer is slow it must be by ${worst} to be there on ${from}${sayMargin(margin)}.`;
  }
  return `${name}: applied for on ${applied}, and the day to apply by is ${applyBy} to have it on ${from}${sayMargin(margin)}.`;
}

function period(from: unknown, to: unknown): string {
  if (from === null && to === null) return 'has no dates in the file';
  return `is good from ${from ?? 'a day not said'} to ${to ?? 'a day not said'}`;
}

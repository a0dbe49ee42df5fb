/** The words of findings about visas, passports and registration. */
import { sayDeadline } from '../calendar/deadline.ts';
import type { Finding } from '../finding.ts';
import { sayMargin } from '../policy/margin.ts';
import { capitalise, sentence, uncapital } from '../sentence.ts';

/** Null for a finding of another kind. */
export function formatVisaFinding({ rule, args }: Finding): string | null {
  const text = (key: string): string => String(args[key]);
  const list = (key: string): readonly string[] => (args[key] as readonly string[] | null) ?? [];
  const holder = `The ${text('passport')}`;
  switch (rule) {
    case 'TJ411': {
      const unfit =
        list('unfit').length > 0
          ? ` ${list('unfit').join(', ')}, which the file lists, is not known to serve for it.`
          : '';
      const before = args.before === null ? '' : ` Needed: ${sentence(uncapital(text('before')))}`;
      const [days, most] = [args.days as number | null, args.maxDays as number | null];
      const short =
        days !== null && most !== null && days > most ? ` It gives ${most} days at most, and the stay is ${days}.` : '';
      return `${holder} needs ${text('needed')}, and the itinerary lists none.${short}${before}${unfit}${sayDeadline(args)}${list(
        'hints',
      )
        .map((hint) => ` ${hint}`)
        .join('')}`;
    }
    case 'TJ412':
      return visaDates(args);
    case 'TJ413': {
      const within = args.withinDays === null ? '' : ` within ${text('withinDays')}`;
      const by = args.visa === null ? holder : `The visa in the file (${text('visa')})`;
      const last = args.lastDay === null ? 'not even the first day is allowed' : `the last day is ${text('lastDay')}`;
      const less = args.lessDays === null ? '' : `, by another source ${text('lessDays')}`;
      const longer =
        args.longer === null ? '' : ` The ${uncapital(text('longer'))} gives up to ${text('longerDays')} days${less}.`;
      return `${by} allows ${text('maxDays')} days${within}: ${last}, and the trip stays ${days(args.over)} longer. On overstaying: ${sentence(text('overstay'))}${longer}`;
    }
    case 'TJ414': {
      const visa = `the ${args.visa === null ? 'visa' : uncapital(text('visa'))}`;
      const usual = args.applyBy === null ? 'no usual time is published' : `the usual day is ${text('applyBy')}`;
      if (args.entry !== null) {
        return `${capitalise(visa)}: applied for on ${text('applied')}, after the entry on ${text('entry')}.`;
      }
      if (args.applied !== null) {
        return args.late
          ? `${capitalise(visa)}: applied for on ${text('applied')}, and the day to apply by is ${text('applyBy')}${sayMargin(args.margin)}.`
          : `${capitalise(visa)}: applied for on ${text('applied')}; where the issuer is slow, the day to apply by is ${text('worst')} (${usual})${sayMargin(args.margin)}.`;
      }
      return args.late
        ? `${holder}: the day to apply for ${visa} was ${text('applyBy')}${sayMargin(args.margin)}.`
        : `${holder}: where the issuer is slow, the day to apply for ${visa} was ${text('worst')} (${usual})${sayMargin(args.margin)}.`;
    }
    case 'TJ415': {
      if (args.visa !== null) {
        const at = args.place === null ? 'a land crossing' : text('place');
        const way = args.isLand ? `the trip comes in by land at ${at}` : 'the file does not say how the trip comes in';
        return `${text('visa')} in the ${text('passport')}: ${way}, and no source that tajcheck read says which crossings take it. ${sentence(text('where'))}`;
      }
      const says = args.unmet ? 'and the file says otherwise' : 'and the file does not say all of that';
      const before = args.before === null ? '' : ` Also needed: ${sentence(uncapital(text('before')))}`;
      const rest = args.known ? '' : ' No source says on what terms one is let in otherwise.';
      return `${holder}: ${text('terms')}, but only so: ${sentence(text('words'))} This is the condition, ${says}.${before}${rest}${[...list('says')].map((said) => ` ${said}`).join('')}`;
    }
    case 'TJ416': {
      if (args.why === 'unknown') return `${holder}: no source that tajcheck read says on what terms it is let in.`;
      if (args.why === 'printed') {
        return `${holder}: the stay is ${text('days')} days, and sources differ on how long the ${uncapital(text('visa'))} lasts; the file does not say what is printed on it (\`days:\`). ${list('says').join(' ')}`;
      }
      if (args.why === 'offered') {
        return `${holder}: the stay is ${text('days')} days, and sources differ on how long the ${uncapital(text('visa'))} lasts. ${list('says').join(' ')}`;
      }
      if (args.why === 'entries') {
        return `${holder}: ${text('regime')}, but not by all sources for a second entry. ${list('says').join(' ')}`;
      }
      if (args.why === 'unprinted') {
        return `The file does not say how many days the visa (${text('visa')}) gives (\`days:\`), and no source says it for all of them: the length of the stay was not checked.`;
      }
      if (args.why === 'length') return `${holder}: ${text('terms')}.`;
      const reading = args.agreed
        ? `${text('regime')}, but sources differ on how long one may stay`
        : `sources differ. The strictest reading counts: ${text('terms')}`;
      return `${holder}: ${reading}. ${list('says').join(' ')}`;
    }
    case 'TJ417': {
      if (args.key === 'blankPages') {
        return `The passport has ${text('pages')} blank ${args.pages === 1 ? 'page' : 'pages'}, and ${text('blankPages')} are asked for.`;
      }
      const from = args.arrival === null ? 'from today' : `from the arrival on ${text('arrival')}`;
      return `The passport expires on ${text('expires')}; it must be good for ${text('validMonths')} months ${from}, until ${text('until')}.`;
    }
    case 'TJ418':
      return text('words');
    case 'TJ419':
      return args.party
        ? 'The nationality cannot be read: visa, registration and passport were not checked.'
        : 'The file does not say who travels (`party:`): visas, registration and passports were not checked.';
    case 'TJ420':
      return `${holder} cannot be travelled on. ${sentence(text('words'))}`;
    case 'TJ421':
      return args.written === null
        ? `A visa for the ${text('passport')} is listed, and nobody in the party is said to travel on such a one.`
        : `“${text('written')}” is not a kind of visa that tajcheck knows.${args.known === null ? '' : ` Did you mean ${text('known')}?`}`;
    case 'TJ422': {
      const day =
        args.by === null
          ? ''
          : ` Last day: ${text('by')}${args.place === null ? '' : `, when you are in ${text('place')}`}.`;
      const who = list('who').length === 0 ? '' : ` Whom it concerns: ${list('who').join(', ')}.`;
      const fees = list('fees').length === 0 ? ' No fee is published.' : ` Fee: ${list('fees').join('; ')}.`;
      const differ =
        list('differ').length === 0
          ? ''
          : ` Sources differ on ${list('differ').join(', ')}; the strictest counts here.`;
      const [from, to] = list('stay');
      const why = from === undefined ? text('why') : `The stay from ${from} to ${to}: ${uncapital(text('why'))}`;
      return args.short ? `${why}${who}` : `${why}${day} ${text('again')}${who}${fees}${differ}`;
    }
    case 'TJ423':
      return `${holder}: ${text('exit')}, the day of exit, is the last day allowed. On overstaying: ${sentence(text('words'))}`;
    default:
      return null;
  }
}

const days = (count: unknown): string => (count === 1 ? 'one day' : `${count} days`);

function visaDates(args: Finding['args']): string {
  const visa = `The visa (${args.type}) for the ${args.passport}`;
  switch (args.why) {
    case 'late':
      return `${visa} is good from ${args.from}, and the entry is on ${args.entry}.`;
    case 'early':
      return `${visa} is good until ${args.to}, and the exit is on ${args.exit}.`;
    case 'single':
      return `${visa} is for a single entry, which the first entry while it is good uses up; the trip comes in again on ${args.entry ?? 'a later day'}.`;
    case 'past':
      return `${visa} was good until ${args.to}, and that day is past.`;
    case 'planned':
      return args.due
        ? `${visa} is still to be applied for, on ${args.applied}: it does not count as held.`
        : `${visa} was applied for on ${args.applied}; as far as the file says it is not yet in hand.`;
    case 'unsaid':
      return `The file does not say from when to when the visa (${args.type}) is good: whether it covers the stay was not checked.`;
    case 'entries-unsaid':
      return `The trip comes in again on ${args.entry}, and the file does not say whether the visa (${args.type}) is for several entries.`;
    default:
      return `The days of the trip are not known: whether the visa (${args.type}) is good on them was not checked.`;
  }
}

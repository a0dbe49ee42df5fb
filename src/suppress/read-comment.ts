/** `tajcheck-ignore TJ301, TJ302 until 2027-09-01 -- reason`, word by word. */
import { addDays } from '../dates.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import { faultOfDate } from '../itinerary/iso-date.ts';
import { limits } from '../itinerary/limits.ts';
import { isLocked, type Policy } from '../policy/policy.ts';
import { type SilencingComment, wish } from './comments.ts';

export interface Silence {
  readonly scope: 'here' | 'file';
  readonly rules: readonly string[];
  readonly until: string;
  readonly reason: string;
}

/** What is wrong with a comment; `word` is what is written, or what it should be. */
export interface CommentFault {
  readonly code:
    | 'word'
    | 'no-rule'
    | 'not-a-rule'
    | 'locked'
    | 'never'
    | 'no-until'
    | 'no-date'
    | 'not-a-date'
    | 'no-such-day'
    | 'far-year'
    | 'after-date'
    | 'too-far'
    | 'no-reason'
    | 'long-reason'
    | 'after-text'
    | 'forbidden'
    | 'nothing-follows'
    | 'too-many';
  readonly word: string;
}

/** What was meant for one of our two words. */
const anyWord = new RegExp(`^${wish.source}\\S*`, 'i');

export interface ReadContext {
  readonly asOf: string;
  readonly policy: Pick<Policy, 'suppressions'>;
  /** Ids of all rules. */
  readonly known: readonly string[];
}

/** A comment with any fault silences nothing. */
export function readComment(
  { text, isFirst }: Pick<SilencingComment, 'text' | 'isFirst'>,
  context: ReadContext,
): Silence | readonly CommentFault[] {
  const [word] = anyWord.exec(text)!;
  if (word !== 'tajcheck-ignore' && word !== 'tajcheck-ignore-file') return [fault('word', word)];
  const rest = text.slice(word.length).trimStart();

  const dashes = rest.search(/(^|\s)--(\s|$)/);
  const head = dashes === -1 ? rest : rest.slice(0, dashes);
  const reason =
    dashes === -1
      ? ''
      : rest
          .slice(dashes)
          .replace(/^\s*--/, '')
          .trim();
  const words = head.split(/[\s,]+/).filter(Boolean);
  const until = words.indexOf('until');
  const rules = until === -1 ? words : words.slice(0, until);
  const dates = until === -1 ? null : words.slice(until + 1);

  const faults = [
    ...(isFirst ? [] : [fault('after-text')]),
    ...faultsOfRules(rules, context),
    ...faultsOfDates(dates, context),
    ...faultsOfReason(reason),
    ...(context.policy.suppressions.allowed ? [] : [fault('forbidden')]),
  ];
  if (faults.length > 0 || dates === null) return faults;
  const scope = word === 'tajcheck-ignore' ? 'here' : 'file';
  return { scope, rules: [...new Set(rules)], until: dates[0], reason };
}

const fault = (code: CommentFault['code'], word = ''): CommentFault => ({ code, word });

/** Of a long list the first few faults tell enough. */
const mostFaults = 3;

function faultsOfRules(rules: readonly string[], context: ReadContext): CommentFault[] {
  if (rules.length === 0) return [fault('no-rule')];
  const faults: CommentFault[] = [];
  for (const rule of new Set(rules)) {
    const own = faultOfRule(rule, context);
    if (own !== null) faults.push(own);
    if (faults.length === mostFaults) break;
  }
  return faults;
}

function faultOfRule(rule: string, { known, policy }: ReadContext): CommentFault | null {
  if (!known.includes(rule)) {
    // A number near another says nothing.
    const meant = /^TJ\d{3}$/.test(rule) ? null : didYouMean(rule, known);
    return fault('not-a-rule', meant === null ? rule : `${rule} ${meant}`);
  }
  if (isLocked(rule)) return fault('locked', rule);
  return policy.suppressions.never.includes(rule) ? fault('never', rule) : null;
}

function faultsOfDates(dates: readonly string[] | null, { asOf, policy }: ReadContext): CommentFault[] {
  if (dates === null) return [fault('no-until')];
  const [date, after] = dates;
  if (date === undefined) return [fault('no-date')];
  const code = faultOfDate(date);
  if (code !== null) return [fault(code, date)];
  if (after !== undefined) return [fault('after-date', after)];
  const { maxDays } = policy.suppressions;
  const last = maxDays === null ? null : addDays(asOf, maxDays);
  return last !== null && date > last ? [fault('too-far', last)] : [];
}

function faultsOfReason(reason: string): CommentFault[] {
  if (!/[\p{L}\p{N}]/u.test(reason)) return [fault('no-reason')];
  return reason.length > limits.text ? [fault('long-reason', String(limits.text))] : [];
}

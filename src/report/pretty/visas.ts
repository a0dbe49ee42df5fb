/** The terms on which each line of the party is let in, and what is still missing. */
import type { VisaCheck, VisaOption } from '../../assessment.ts';
import { groupBy } from '../../group-by.ts';
import { wrap } from '../../terminal/wrap.ts';
import { regimeWords } from '../../visas/words.ts';
import type { Page } from './page.ts';
import { cutTail } from './page.ts';
import { count, firstSentence, list, sayDate, sentence } from './words.ts';

/** Lines of the party of which the same is true are told together. */
export function writeVisas(page: Page): string[] {
  const told = page.assessment.visas.map((check) => {
    const details = [...sayWords(page, check), ...sayOptions(page, check), ...sayConflicts(page, check)];
    return { check, said: [sayStatus(page, check), ...details] };
  });
  return [...groupBy(told, ({ said }) => said.join('\n')).values()].flatMap((alike) => {
    const [status, ...details] = alike[0].said;
    const heading = `${page.chalk.bold(sayPassports(alike.map(({ check }) => check)))}: ${status}`;
    return [...wrap(heading, page.width, 2, 4), ...details.flatMap((line) => wrap(line, page.width, 4, 6))];
  });
}

/** `US passport (2 people)`, `FR (3 people) and AU passports`. */
function sayPassports(checks: readonly VisaCheck[]): string {
  const kinds = groupBy(checks, ({ nationality, passport }) => {
    return `${nationality || 'Unknown'}${passport === 'ordinary' ? '' : ` ${passport}`}`;
  });
  const people = (all: readonly VisaCheck[]): string => {
    const total = all.reduce((sum, check) => sum + check.count, 0);
    return total > 1 ? ` (${total} people)` : '';
  };
  if (kinds.size === 1) return [...kinds].map(([kind, all]) => `${kind} passport${people(all)}`).join('');
  return `${list([...kinds].map(([kind, all]) => `${kind}${people(all)}`))} passports`;
}

function sayStatus({ chalk }: Page, check: VisaCheck): string {
  const days = sayDays(check);
  const terms = check.regime === null ? 'the terms are not known' : regimeWords[check.regime];
  switch (check.status) {
    case 'not-needed':
      return `${chalk.green(terms)}${days}.`;
    case 'held':
      return `${chalk.green('you have a visa')}${days}.`;
    case 'missing':
      return `${chalk.red('VISA MISSING')} (${terms})${days}.`;
    case 'outside-validity':
      return `${chalk.red('VISA NOT VALID')} on all your days there${days}.`;
    case 'too-short':
      return `${chalk.red('STAY TOO LONG')} (${terms})${days}.`;
    case 'refused':
      return `${chalk.red('NOT LET IN')} (${terms}).`;
    case 'check':
      return `${chalk.yellow('NOT SETTLED')}, ask (${terms})${days}.`;
  }
}

/** `, 13 of 30 days`, and what is not known of the two. */
function sayDays({ days, maxDays, withinDays }: VisaCheck): string {
  const within = withinDays === null ? '' : ` within ${withinDays}`;
  if (days === null) return maxDays === null ? '' : `, for ${count(maxDays, 'day')}${within}`;
  return maxDays === null
    ? `, ${count(days, 'day')} there, the longest stay is not known`
    : `, ${count(days, 'day')} there of ${maxDays} allowed${within}`;
}

const isSettled = ({ status }: VisaCheck): boolean => status === 'held' || status === 'not-needed';

function sayWords(page: Page, check: VisaCheck): string[] {
  if (page.verbose) return check.words.map(sentence);
  return isSettled(check) ? [] : check.words.slice(0, 1).map(sentence);
}

function sayOptions(page: Page, check: VisaCheck): string[] {
  if (isSettled(check) && !page.verbose) return [];
  // One way to get it is enough; the others are a matter of taste.
  const shown = page.verbose ? check.options : check.options.slice(0, 1);
  const more = check.options.length - shown.length;
  return [
    ...shown.map((option) => sayOption(page, option)),
    ...(more > 0 ? [`${count(more, 'other way', 'other ways')} to get one: tajcheck visa ${check.nationality}`] : []),
  ];
}

function sayOption({ assessment: { asOf, itinerary }, chalk, verbose }: Page, option: VisaOption): string {
  const { name, fees, how, applyBy, applyByWorst, url } = option;
  const late = (date: string) => `${sayDate(date)}${date < asOf ? ', already past' : ''}`;
  const unknown = itinerary.start === null ? 'not known without dates' : 'not known, no lead time is published';
  const safer = applyByWorst !== null && applyByWorst !== applyBy ? `; safer by ${late(applyByWorst)}` : '';
  const by =
    applyBy === null && safer === ''
      ? `apply by: ${unknown}`
      : `apply by ${applyBy === null ? 'a day not known' : chalk.bold(late(applyBy))}${safer}`;
  const shown = verbose ? fees : fees.slice(0, 1);
  const fee = shown.map(({ for: what, min, max, currency }) => {
    return `${min === max ? min : `${min} to ${max}`} ${currency} (${what})`;
  });
  const where = `${withoutStop(verbose ? how : firstSentence(how))}${url === null ? '' : ` (${url})`}`;
  return sentence(`${name}: ${by}.${fee.length > 0 ? ` Fee: ${fee.join(', ')}.` : ''} ${where}`.trimEnd());
}

/** Once a visa is held, it no longer matters who says what of others. */
function sayConflicts(page: Page, { conflicts, nationality, status }: VisaCheck): string[] {
  if (status === 'held' && !page.verbose) return [];
  const { shown, more } = cutTail(page, conflicts, 1);
  return [
    ...shown.map((text) => page.chalk.yellow(`Mind: ${sentence(text)}`)),
    ...(more > 0 ? [`${more} more: tajcheck visa ${nationality}`] : []),
  ];
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');

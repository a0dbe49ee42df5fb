/** The terms on which each line of the party is let in, and what is still missing. */
import type { VisaCheck, VisaOption } from '../../assessment/papers.ts';
import { groupBy } from '../../group-by.ts';
import { sayMoney } from '../../money.ts';
import { sayMargin } from '../../policy/margin.ts';
import { sentence } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import { regimeWords, shortName } from '../../visas/words.ts';
import type { Page } from './page.ts';
import { cutTail } from './page.ts';
import { count, firstSentence, list, sayDate } from './words.ts';

/** Lines of the party of which the same is true are told together; how to get a visa is told once. */
export function writeVisas(page: Page): string[] {
  const told = page.assessment.visas.map((check) => {
    const details = [...sayWords(page, check), ...sayOptions(page, check), ...sayConflicts(page, check)];
    return { check, status: sayStatus(page, check), details };
  });
  const ways = new Set<string>();
  return [...groupBy(told, ({ status, details }) => JSON.stringify([status, details])).values()].flatMap((alike) => {
    const [{ status, details }] = alike;
    const heading = `${page.chalk.bold(sayPassports(alike.map(({ check }) => check)))}: ${status}`;
    const lines = details.map(({ text, way }) => {
      if (way === '' || ways.has(way)) return text;
      ways.add(way);
      return `${text} ${way}`;
    });
    return [...wrap(heading, page.width, 2, 4), ...lines.flatMap((line) => wrap(line, page.width, 4, 6))];
  });
}

interface Detail {
  readonly text: string;
  /** How one kind of visa is got: the same for every passport. */
  readonly way: string;
}

const plain = (text: string): Detail => ({ text, way: '' });

/** `US passport (2 people)`, `FR (3 people) and AU passports`. */
export function sayPassports(checks: readonly VisaCheck[]): string {
  const kinds = groupBy(checks, ({ nationality, passport }) => {
    return `${nationality === '' ? 'Unknown' : shortName(nationality)}${passport === 'ordinary' ? '' : ` ${passport}`}`;
  });
  const people = (all: readonly VisaCheck[]): string => {
    const total = all.reduce((sum, check) => sum + check.count, 0);
    return total > 1 ? ` (${total} people)` : '';
  };
  if (kinds.size === 1) return [...kinds].map(([kind, all]) => `${kind} passport${people(all)}`).join('');
  return `${list([...kinds].map(([kind, all]) => `${kind}${people(all)}`))} passports`;
}

export function sayStatus({ chalk }: Page, check: VisaCheck): string {
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
function sayDays({ days, maxDays, withinDays, regime }: VisaCheck): string {
  if (regime === 'citizen') return days === null ? '' : `, ${count(days, 'day')} there`;
  const within = withinDays === null ? '' : ` within ${withinDays}`;
  if (days === null) return maxDays === null ? '' : `, for ${count(maxDays, 'day')}${within}`;
  return maxDays === null
    ? `, ${count(days, 'day')} there, the longest stay is not known`
    : `, ${count(days, 'day')} there of ${maxDays} allowed${within}`;
}

const isSettled = ({ status }: VisaCheck): boolean => status === 'held' || status === 'not-needed';

function sayWords(page: Page, check: VisaCheck): Detail[] {
  if (page.verbose) return check.words.map((words) => plain(sentence(words)));
  return isSettled(check) ? [] : check.words.slice(0, 1).map((words) => plain(sentence(firstSentence(words))));
}

function sayOptions(page: Page, check: VisaCheck): Detail[] {
  if (isSettled(check) && !page.verbose) return [];
  // One way to get it is enough; the others are a matter of taste.
  const shown = page.verbose ? check.options : check.options.slice(0, 1);
  const more = check.options.length - shown.length;
  return [
    ...shown.map((option) => sayOption(page, option)),
    ...(more > 0
      ? [plain(`${count(more, 'other way', 'other ways')} to get one: tajcheck visa ${check.nationality}`)]
      : []),
  ];
}

export function sayOption({ assessment: { asOf, itinerary }, chalk, verbose }: Page, option: VisaOption): Detail {
  const { name, fees, how, applyBy, applyByWorst, marginDays, url } = option;
  const late = (date: string) => `${sayDate(date)}${date < asOf ? ', already past' : ''}`;
  const unknown = itinerary.start === null ? 'not known without dates' : 'not known, no lead time is published';
  const safer = applyByWorst !== null && applyByWorst !== applyBy ? `; safer by ${late(applyByWorst)}` : '';
  const by =
    applyBy === null && safer === ''
      ? `apply by: ${unknown}`
      : `apply by ${applyBy === null ? 'a day not known' : chalk.bold(late(applyBy))}${safer}${sayMargin(marginDays)}`;
  const shown = verbose ? fees : fees.slice(0, 1);
  const fee = shown.map((own) => `${sayMoney(own)} (${own.for})`);
  const where = `${withoutStop(verbose ? how : firstSentence(how))}${url === null ? '' : ` (${url})`}`;
  const way = where === '' ? '' : sentence(where);
  return { text: `${name}: ${by}.${fee.length > 0 ? ` Fee: ${fee.join(', ')}.` : ''}`, way };
}

/** Once a visa is held, it no longer matters who says what of others. */
export function sayConflicts(page: Page, { conflicts, nationality, status }: VisaCheck): Detail[] {
  if (status === 'held' && !page.verbose) return [];
  const { shown, more } = cutTail(page, conflicts, 1);
  return [
    ...shown.map((text) => plain(page.chalk.yellow(`Mind: ${sentence(text)}`))),
    ...(more > 0 ? [plain(`${more} more: tajcheck visa ${nationality}`)] : []),
  ];
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');

/** Papers: what is held, what is missing, by when to apply and where. */
import type { PermitCheck } from '../../assessment.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { cutTail, writeSection } from './page.ts';
import { sayDays } from './trip.ts';
import { firstSentence, list, sayDate, sentence } from './words.ts';

const order: readonly PermitCheck['status'][] = [
  'missing',
  'incomplete',
  'outside-validity',
  'check',
  'held',
  'not-needed',
];

export function writePapers(page: Page): string[] {
  const permits = [...page.assessment.permits].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const notNeeded = permits.filter(({ status }) => status === 'not-needed').map(({ name }) => name);
  return writeSection(page, 'Papers', [
    ...permits.filter(({ status }) => status !== 'not-needed').flatMap((permit) => writePermit(page, permit)),
    ...(notNeeded.length > 0
      ? wrap(page.chalk.dim(`Not needed on this route: ${list(notNeeded)}.`), page.width, 2, 4)
      : []),
  ]);
}

function writePermit(page: Page, permit: PermitCheck): string[] {
  const heading = wrap(`${page.chalk.bold(permit.name)}: ${sayStatus(page, permit)}`, page.width, 2, 4);
  const details = [sayDeadline(page, permit), sayFee(page, permit), sayHow(page, permit)];
  if (page.verbose || wanted.includes(permit.status)) {
    return [...heading, ...details.flatMap((line) => wrap(line, page.width, 4, 6)), ...sayWarnings(page, permit)];
  }
  if (permit.status === 'held') return [...heading, ...sayWarnings(page, permit)];
  // What may not be needed at all gets a line: whom to ask and by when.
  const [deadline, , how] = details;
  return [...heading, ...wrap(permit.applyBy === null ? how : `${how} ${deadline}`, page.width, 4, 6)];
}

const wanted: readonly PermitCheck['status'][] = ['missing', 'incomplete', 'outside-validity'];

function sayWarnings(page: Page, permit: PermitCheck): string[] {
  const { shown, more } = cutTail(page, permit.warnings, 2);
  return [
    ...shown.flatMap((warning) => wrap(`Mind: ${warning}`, page.width, 4, 6)),
    ...(more > 0 ? wrap(`and ${more} more to mind: --verbose`, page.width, 4) : []),
  ];
}

function sayStatus({ chalk, trip }: Page, permit: PermitCheck): string {
  const when = sayDays(trip, permit.where);
  const need = `${needWords(permit)}${when ? `, ${when}` : ''}`;
  const all = permit.districts.length > 0 ? ` It must list ${list(permit.districts)}.` : '';
  switch (permit.status) {
    case 'held':
      return `${chalk.green('you have it')} (${need})`;
    case 'missing':
      return `${chalk.red('MISSING')} (${need}).${all}`;
    case 'incomplete':
      return `${chalk.red('INCOMPLETE')} (${need}). It does not list ${list(permit.missing)}.`;
    case 'outside-validity':
      return `${chalk.red('NOT VALID')} on all your days there (${need}).`;
    case 'check':
      return `${chalk.yellow('ASK FIRST')} (${need}).${all}`;
    case 'not-needed':
      return 'not needed on this route';
  }
}

function needWords({ need, status }: PermitCheck): string {
  if (need === 'possible') return 'sources disagree whether it is needed';
  return status === 'check' ? 'needed if the way leads there' : 'needed';
}

function sayDeadline({ assessment, chalk }: Page, { applyBy, applyByWorst }: PermitCheck): string {
  if (applyBy === null && applyByWorst === null)
    return assessment.itinerary.start === null
      ? 'Apply by: not known without dates.'
      : 'Apply by: not known, no lead time is published.';
  const late = (date: string) => (date < assessment.asOf ? `${sayDate(date)}, already past` : sayDate(date));
  const usual = applyBy === null ? 'Usual time not known' : `Apply by ${chalk.bold(late(applyBy))} (usual time)`;
  return applyByWorst === null || applyByWorst === applyBy
    ? `${usual}.`
    : `${usual}; safer by ${late(applyByWorst)} (the longest any source gives).`;
}

function sayFee({ verbose }: Page, { fee, feeNote }: PermitCheck): string {
  const note = feeNote === null ? '' : sentence(verbose ? feeNote : firstSentence(feeNote));
  if (fee === null) return `Fee: ${note || 'not established.'}`;
  const amount = fee.min === fee.max ? `${fee.min}` : `${fee.min} to ${fee.max}`;
  return `Fee: ${amount} ${fee.currency} per ${fee.per.replace(/^per /, '')}. ${note}`.trimEnd();
}

function sayHow(page: Page, { issuer, how }: PermitCheck): string {
  // A way to get it reads `name: how`; the name is enough to find it.
  const names = page.verbose ? how : how.map((way) => way.split(': ')[0]);
  const ways = cutTail(page, names.length > 0 ? names : [issuer], 3);
  const more = ways.more > 0 ? `; ${ways.more} more: --verbose` : '';
  return `Where: ${ways.shown.map((way) => way.replace(/\.$/, '')).join('; ')}${more}.`;
}

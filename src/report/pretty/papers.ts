/** Papers: what is held, what is missing, by when to apply and where. */
import type { PermitCheck } from '../../assessment/papers.ts';
import { sayFee } from '../../money.ts';
import { sayMargin } from '../../policy/margin.ts';
import { sentence } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Page } from './page.ts';
import { cutTail, writeSection } from './page.ts';
import { writePassages, writeRegistration } from './passages.ts';
import { sayDays } from './trip.ts';
import { writeVisas } from './visas.ts';
import { firstSentence, list, sayDate } from './words.ts';

const wanted: readonly PermitCheck['status'][] = ['missing', 'incomplete', 'outside-validity'];

export function writePapers(page: Page): string[] {
  const { permits } = page.assessment;
  /** A warning that holds for several permits stands with the first of them. */
  const told = new Set<string>();
  const having = (...statuses: PermitCheck['status'][]) => permits.filter(({ status }) => statuses.includes(status));
  const notNeeded = having('not-needed').map(({ name }) => name);
  const awaited = having('check').filter(({ applied }) => applied !== null);
  const perhaps = having('check').filter(({ applied }) => applied === null);
  return writeSection(page, 'Papers', [
    ...writeVisas(page),
    ...writePassages(page),
    ...writeRegistration(page),
    ...[...having(...wanted), ...awaited, ...having('held')].flatMap((permit) => writePermit(page, permit, told)),
    ...(perhaps.length > 0 ? wrap('Perhaps also, ask:', page.width, 2) : []),
    ...perhaps.flatMap((permit) => writeDoubtful(page, permit, told)),
    ...(notNeeded.length > 0
      ? wrap(page.chalk.dim(`Not needed on this route: ${list(notNeeded)}.`), page.width, 2, 4)
      : []),
  ]);
}

function writePermit(page: Page, permit: PermitCheck, told: Set<string>): string[] {
  const heading = wrap(`${page.chalk.bold(permit.name)}: ${sayStatus(page, permit)}`, page.width, 2, 4);
  const details =
    wanted.includes(permit.status) || permit.applied !== null || page.verbose ? sayDetails(page, permit) : [];
  return [
    ...heading,
    ...[...details, ...sayWarnings(page, permit, told)].flatMap((line) => wrap(line, page.width, 4, 6)),
  ];
}

/** What may not be needed at all gets a line: on which days, and whom to ask. */
function writeDoubtful(page: Page, permit: PermitCheck, told: Set<string>): string[] {
  const days = sayDays(page.trip, permit.where);
  const why = permit.need === 'certain' ? 'needed if the way leads there' : page.verbose ? 'sources disagree' : '';
  const asked = permit.how.length > 0 ? permit.how.map(nameOf) : [permit.issuer];
  const who = cutTail(page, asked, 2);
  const more = page.verbose ? [...sayDetails(page, permit), ...sayWarnings(page, permit, told)] : [];
  const line = `- ${permit.name} (${[days, why].filter(Boolean).join('; ') || 'day not known'}): ${who.shown.map(withoutStop).join('; ')}.`;
  return [...wrap(line, page.width, 4, 6), ...more.flatMap((text) => wrap(text, page.width, 6, 8))];
}

function sayDetails(page: Page, permit: PermitCheck): string[] {
  return [sayDeadline(page, permit), sayFees(page, permit), sayHow(page, permit)];
}

/** Once a paper is held, disagreement on fees and times no longer matters. */
export function sayWarnings(page: Page, { type, status, warnings }: PermitCheck, told: Set<string>): string[] {
  const untold = warnings.filter((text) => !told.has(text));
  const useful =
    status === 'held' && !page.verbose ? untold.filter((text) => !text.startsWith('Sources disagree')) : untold;
  const shown = page.verbose ? useful : useful.slice(0, 2);
  for (const text of shown) told.add(text);
  const more = untold.length - shown.length;
  const brief = status === 'held' && !page.verbose;
  const lines = shown.map((warning) => `Mind: ${brief ? firstSentence(warning) : warning}`);
  if (more > 0) lines.push(`${lines.pop() ?? 'Mind what sources say of it.'} More: tajcheck explain ${type}`);
  return lines;
}

export function sayStatus({ chalk, trip, assessment }: Page, permit: PermitCheck): string {
  const when = sayDays(trip, permit.where);
  const need = `${permit.need === 'certain' ? 'needed' : 'sources disagree whether it is needed'}${when && `, ${when}`}`;
  const districts = permit.districts.length > 0 ? list(permit.districts) : '';
  switch (permit.status) {
    case 'held': {
      const dates = assessment.itinerary.start === null ? ', its dates were not compared' : '';
      const inside = [when, permit.districts.join(', ')].filter(Boolean).join(': ');
      return `${chalk.green('you have it')}${inside && ` (${inside})`}${dates}`;
    }
    case 'missing':
      return `${chalk.red('MISSING')} (${need}).${districts && ` It must list ${districts}.`}`;
    case 'incomplete':
      return permit.missing.length > 0
        ? `${chalk.red('INCOMPLETE')} (${need}). It does not list ${list(permit.missing)}.`
        : `${chalk.red('INCOMPLETE')} (${need}). The file does not say which districts it lists; the trip enters ${districts}.`;
    case 'outside-validity':
      return `${chalk.red('NOT VALID')} on all your days there (${need}).`;
    case 'check':
      return permit.applied === null ? need : `${chalk.yellow('NOT YET IN HAND')} (${need}).${sayApplied(permit)}`;
    case 'not-needed':
      return need;
  }
}

function sayApplied({ applied, applyBy }: PermitCheck): string {
  const late = applied !== null && applyBy !== null && applied > applyBy ? ', which is too late' : '';
  return applied === null ? '' : ` Day of the application: ${sayDate(applied)}${late}.`;
}

export function sayDeadline({ assessment, chalk }: Page, { applyBy, applyByWorst, marginDays }: PermitCheck): string {
  if (applyBy === null && applyByWorst === null)
    return assessment.itinerary.start === null
      ? 'Apply by: not known without dates.'
      : 'Apply by: not known, no lead time is published.';
  const late = (date: string) => (date < assessment.asOf ? `${sayDate(date)}, already past` : sayDate(date));
  const usual = applyBy === null ? 'Usual time not known' : `Apply by ${chalk.bold(late(applyBy))} (usual time)`;
  return applyByWorst === null || applyByWorst === applyBy
    ? `${usual}${sayMargin(marginDays)}.`
    : `${usual}; safer by ${late(applyByWorst)} (the longest any source gives)${sayMargin(marginDays)}.`;
}

export function sayFees({ verbose }: Page, { fee, feeNote }: PermitCheck): string {
  const note = feeNote === null ? '' : sentence(verbose ? feeNote : firstSentence(feeNote));
  if (fee === null) return `Fee: ${note || 'not established.'}`;
  return `Fee: ${sayFee(fee)}. ${note}`.trimEnd();
}

export function sayHow(page: Page, { issuer, how }: PermitCheck): string {
  const names = page.verbose ? how : how.map(nameOf);
  const ways = cutTail(page, names.length > 0 ? names : [issuer], 3);
  const more = ways.more > 0 ? `; ${ways.more} more: --verbose` : '';
  return `Where: ${ways.shown.map(withoutStop).join('; ')}${more}.`;
}

/** A way to get it reads `name: how`; the name is enough to find it. */
const nameOf = (way: string): string => way.split(': ')[0];
const withoutStop = (text: string): string => text.replace(/\.$/, '');

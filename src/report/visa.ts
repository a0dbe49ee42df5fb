/** On what terms one passport is let in, for a person. Every line points to its sources by number. */
import { sayLead } from '../calendar/say-lead.ts';
import { sayConflict } from '../knowledge/say-conflict.ts';
import type { EntryTerms, VisaKind } from '../knowledge/schema/papers.ts';
import type { Regime } from '../knowledge/schema/parts.ts';
import { sayFee } from '../money.ts';
import { capitalise, sentence, uncapital } from '../sentence.ts';
import { wrap } from '../terminal/wrap.ts';
import type { DatedSource, OtherTerms, VisaAnswer } from '../visas/answer.ts';
import { sayDispute, sayTerms } from '../visas/words.ts';
import { count, list, sayDate } from './pretty/words.ts';
import type { View } from './where.ts';

/** ` [2, 5]`: the numbers of the sources in the list at the end. */
type Cite = (sources: readonly string[]) => string;

export function reportVisa(answer: VisaAnswer, name: string, { width, chalk }: View): string {
  const { regime, maxDays, withinDays, otherwise, options, demands, dualNationals, asOf, basis } = answer;
  const numbers = new Map(answer.sources.map(({ id }, at) => [id, at + 1]));
  const cite: Cite = (ids) => {
    const cited = [...new Set(ids)].flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
    return cited.length === 0 ? '' : chalk.dim(` [${cited.join(', ')}]`);
  };
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', chalk.bold(title), ...lines.flatMap((line) => wrap(line, width, 2, 4))];
  const who = [`${answer.passport} passport`, ...(answer.age === null ? [] : [`${answer.age} years old`])].join(', ');
  const open = otherwise.filter(isOpen);
  const shut = otherwise.filter((terms) => !isOpen(terms));
  const general = sentence(
    capitalise(`${open.length > 0 ? 'otherwise: ' : ''}${sayTerms(regime, maxDays, withinDays)}`),
  );
  return `${[
    ...wrap(`${chalk.bold(name)}, ${who}, entering on ${sayDate(asOf)}`, width),
    ...section('Terms of entry', [
      ...open.flatMap((terms) => sayOther(terms, cite)),
      `${paint(regime, general)}${cite(basis)}`,
      ...(regime === null ? sayUnknown(answer) : []),
      ...(answer.words === null || addsNothing(answer.words, general) ? [] : [answer.words]),
      ...(answer.before === null ? [] : [answer.before]),
      ...answer.disputes.map((dispute) => `${sayDispute(dispute, regime)}${cite(dispute.sources)}`),
      ...(answer.unsettled && answer.disputes.length > 0
        ? [
            chalk.yellow(
              answer.disputes.every((dispute) => dispute.regime === regime)
                ? 'How long one may stay is not settled. Ask an embassy before booking.'
                : 'This is not settled: the strictest reading is given. Ask an embassy before booking.',
            ),
          ]
        : []),
    ]),
    ...section(
      'With another passport, at another age, or on another day',
      shut.flatMap((terms) => sayOther(terms, cite)),
    ),
    ...options.flatMap((kind) => section(`Visa: ${kind.name} [${kind.id}]`, sayKind(kind, cite))),
    ...(demands === null ? [] : sayDemands(demands, section, cite)),
    ...section('Nationals of two countries', [`${dualNationals.words}${cite(dualNationals.sources)}`]),
    ...section(
      'Sources',
      answer.sources.map((source, at) => `${at + 1}. ${saySource(source)}`),
    ),
  ].join('\n')}\n`;

  function paint(of: Regime | null, text: string): string {
    const isFree = of === 'visa-free' || of === 'citizen';
    if (of === null || (isFree && (answer.unsettled || (of !== 'citizen' && maxDays === null))))
      return chalk.yellow(text);
    return isFree ? chalk.green(text) : chalk.red(text);
  }

  function saySource({ publisher, title, url, published, retrieved, ageDays, stale, reviewBy }: DatedSource): string {
    const date = published ? `${sayDate(published)}, ${sayAge(ageDays)} old` : `undated, read on ${sayDate(retrieved)}`;
    const due = stale ? chalk.yellow(` STALE: was due for review by ${sayDate(reviewBy)}.`) : '';
    return `${publisher}, “${title}”, ${date}.${due} ${chalk.dim(url)}`;
  }
}

function sayUnknown({ words, otherwise }: VisaAnswer): string[] {
  if (words !== null) return ['No source that tajcheck read says it for everybody. Ask an embassy.'];
  const none = 'No source that tajcheck read says on what terms. Ask an embassy.';
  // Territories mostly: no rule names their passports.
  return otherwise.length > 0 ? [none] : [none, 'Whoever travels on the passport of another state: ask for that one.'];
}

/** Every word has been said. */
function addsNothing(words: string, said: string): boolean {
  const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  const known = new Set([...split(said), 'up', 'to']);
  return split(words).every((word) => known.has(word));
}

/** Not ruled out, only not known. */
const isOpen = ({ why }: OtherTerms): boolean => why === 'age-unknown' || why === 'entry-unsaid';

function sayOther(terms: OtherTerms, cite: Cite): string[] {
  const { regime, maxDays, withinDays, before, words, disputes, sources } = terms;
  const what = sentence(sayTerms(regime, maxDays, withinDays));
  return [
    `${capitalise(sayCondition(terms))}: ${what}${before ? ` Needed: ${before}` : ''} ${words}${cite(sources)}`,
    ...disputes.map((dispute) => `${sayDispute(dispute, regime)}${cite(dispute.sources)}`),
  ];
}

function sayCondition({ why, minAge, entry, passports, from, until }: OtherTerms): string {
  return [
    ...(why === 'passport'
      ? [`with ${passports[0] === 'ordinary' ? 'an' : 'a'} ${list(passports).replace(' and ', ' or ')} passport`]
      : []),
    ...(minAge === null ? [] : [`from the age of ${minAge} on`]),
    ...(entry === null ? [] : [uncapital(entry.words.replace(/\.$/, ''))]),
    ...(why === 'ended' ? [`until ${sayDate(until!)}, no longer`] : []),
    ...(why === 'not-yet' ? [`from ${sayDate(from!)} on`] : []),
  ].join('; ');
}

const freedom = {
  true: 'Holders need not register.',
  false: 'Holders must register.',
  null: 'Whether holders must register is not known.',
} as const;

function sayKind(kind: VisaKind, cite: Cite): string[] {
  const { maxDays, withinDays, fees, leadDays, where, how, url, conflicts, exemptFromRegistration, sources } = kind;
  const within = withinDays === null ? '' : ` within ${withinDays}`;
  return [
    `${maxDays === null ? 'For how long: not published.' : `For up to ${maxDays} days${within}.`}${cite(sources)}`,
    ...sayFees(fees, cite),
    `Lead time: ${sayLead(leadDays)}.${cite(leadDays.sources)}`,
    `Where it may be used: ${where}`,
    how,
    freedom[`${exemptFromRegistration}`],
    ...(url === null ? [] : [url]),
    ...sayConflicts(conflicts, cite),
  ];
}

type Section = (title: string, lines: readonly string[]) => string[];
type Demands = Pick<EntryTerms, 'passport' | 'registration' | 'overstay'>;

function sayDemands({ passport, registration, overstay }: Demands, section: Section, cite: Cite): string[] {
  const { fromDays, workingDays, calendarDays, fees, how, again, otherVisas, shortStays, processing, sources } =
    registration;
  const working = `${workingDays} working days of arrival`;
  const within = calendarDays === null ? working : `${working} or ${calendarDays} days, whichever ends first`;
  return [
    ...section('Passport', [`${passport.words}${cite(passport.sources)}`, ...sayConflicts(passport.conflicts, cite)]),
    ...section('Registration', [
      `For a stay of ${fromDays} days or more, within ${within}.${cite(sources)}`,
      `${how} ${again.words}`,
      `${otherVisas.words}${cite(otherVisas.sources)}`,
      `For shorter stays: ${shortStays.words}${cite(shortStays.sources)}`,
      `Processing: ${sentence(processing)}`,
      ...sayFees(fees, cite),
      ...sayConflicts(registration.conflicts, cite),
    ]),
    ...section('Overstay', [`${overstay.words}${cite(overstay.sources)}`]),
  ];
}

function sayFees(fees: VisaKind['fees'], cite: Cite): string[] {
  if (fees.length === 0) return ['Fee: not published.'];
  return fees.map(({ for: what, fee, sources }) => `Fee: ${sayFee(fee)}, ${sentence(what)}${cite(sources)}`);
}

const sayConflicts = (all: EntryTerms['passport']['conflicts'], cite: Cite): string[] =>
  all.map((conflict) => `${sayConflict(conflict)}${cite(conflict.sources)}`);

/** `12 days`, `4 months`, `3 years`. */
function sayAge(days: number): string {
  if (days < 60) return count(days, 'day');
  return days < 730 ? count(Math.floor(days / 30.44), 'month') : count(Math.floor(days / 365.25), 'year');
}

/** Each difference as a line of words, for a terminal and for a pull request. */
import { Chalk } from 'chalk';
import type { Assessment, ReportedFinding } from '../../assessment.ts';
import type { Diff, Difference, DifferenceOf, Reason } from '../../diff/difference.ts';
import { groupBy } from '../../group-by.ts';
import { capitalise, sentence } from '../../sentence.ts';
import { escapeStrings } from '../../terminal/escape.ts';
import type { TripChanges } from '../../what-if/compare.ts';
import { sayDifference } from '../changes/findings.ts';
import { sayPassages, sayPermits, sayRegistration, sayVisas } from '../changes/papers.ts';
import { sayLegs } from '../changes/ways.ts';
import { type ChangesPage, openPage, sayPair } from '../changes.ts';
import { count, list, sayDate, sayDates, sayKm, sayNative } from '../pretty/words.ts';

/** Its strings are safe to print. */
export interface DiffPage {
  readonly diff: Diff;
  readonly verbose: boolean;
  /** Writes the words that a what-if has for one thing. */
  readonly pageFor: (difference: Difference) => ChangesPage;
  /** Names of stops, legs and authorities: of the trip after, where it is on it, else of the trip before. */
  readonly nameIn: (difference: Difference, subject: string) => string;
}

export function openDiff(diff: Diff, before: Assessment | null, after: Assessment, verbose: boolean): DiffPage {
  const safe = escapeStrings(diff);
  const view = { width: Number.MAX_SAFE_INTEGER, chalk: new Chalk({ level: 0 }), verbose };
  const empty = { ...safe.after, asOf: safe.after.asOf, before: safe.before ?? safe.after, after: safe.after };
  const blank = { ...empty, added: lists(), removed: lists(), changed: lists() } as unknown as TripChanges;
  const [now, old] = [openPage(blank, after, view), openPage(blank, before ?? after, view)];
  const page = ({ after }: Difference) => (after === null ? old : now);
  return {
    diff: safe,
    verbose,
    pageFor: (difference) => ({ ...page(difference), changes: { ...blank, ...only(difference) } }),
    nameIn: (difference, subject) => page(difference).names.get(subject) ?? subject,
  };
}

const lists = () => ({ permits: [], visas: [], passages: [], registration: [], stops: [], legs: [] });

const listOf: Partial<Record<Difference['kind'], string>> = {
  permit: 'permits',
  visa: 'visas',
  passage: 'passages',
  registration: 'registration',
  leg: 'legs',
};

/** The lists of a what-if with this one thing in them. */
function only({ kind, before, after }: Difference): Partial<TripChanges> {
  const name = listOf[kind];
  if (name === undefined) return {};
  const part = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return { [part]: { ...lists(), [name]: [part === 'changed' ? { before, after } : (after ?? before)] } };
}

/** One or more sentences. */
export function sayOne(page: DiffPage, difference: Difference): string {
  return [sayThing(page, difference), ...sayReasons(page, difference)].join(' ');
}

function sayThing(page: DiffPage, difference: Difference): string {
  const one = page.pageFor(difference);
  switch (difference.kind) {
    case 'finding':
      return sayFinding(page, difference);
    case 'advice':
      return sayAdvice(page, difference);
    case 'inside':
      return sayInside(difference);
    case 'permit':
      return sentence(plain(sayPermits(one), difference.after?.name ?? difference.before?.name));
    case 'visa':
      return sentence(plain(sayVisas(one), 'Visa'));
    case 'passage':
      return sentence(plain(sayPassages(one), 'Border'));
    case 'registration':
      return sentence(plain(sayRegistration(one), 'Registration: other days'));
    case 'dates':
      return sentence(sayPair('Dates', sayTrip(difference.before), sayTrip(difference.after)).join());
    case 'stop':
      return sayStop(difference);
    case 'leg':
      return sayLeg(page, difference);
    case 'todo':
      return sayTodo(difference);
    case 'not-checked':
      return sayUnchecked(page, difference);
  }
}

/** Without the sign of a what-if. */
const plain = (lines: readonly string[], other = ''): string => lines.join('; ').replace(/^[+-] /, '') || other;

const words = { error: 'error', warning: 'warning', info: 'note' } as const;

/** `New error, line 12, Khorog to Ishkashim: message. [TJ401]` */
function sayFinding(page: DiffPage, difference: DifferenceOf<'finding'>): string {
  const { before, after } = difference;
  const place = placeOf(page, difference);
  if (after === null)
    return before === null ? '' : `${capitalise(words[before.severity])} gone${place}: ${told(before)}`;
  if (before === null) return `New ${words[after.severity]}${place}: ${told(after)}`;
  const now = [
    ...(before.severity === after.severity ? [] : [`was ${article(words[before.severity])}`]),
    ...(before.confidence === after.confidence ? [] : [`was ${before.confidence}, is ${after.confidence}`]),
    ...(before.suppressed !== null && after.suppressed === null ? ['no longer silenced'] : []),
    ...(before.suppressed === null && after.suppressed !== null ? ['silenced now'] : []),
  ];
  const head = `${capitalise(words[after.severity])}${now.length > 0 ? ` (${now.join('; ')})` : ''}${place}`;
  const { message } = before;
  const was = message === after.message ? '' : ` Before: ${sentence(sayDifference(message, after.message))}`;
  return `${head}: ${told(after)}${was}`;
}

/** The line of the file as it is now. */
function placeOf(page: DiffPage, difference: DifferenceOf<'finding'>): string {
  const { subject } = (difference.after ?? difference.before)!;
  const line = difference.after?.line ?? null;
  const name = page.nameIn(difference, subject);
  return `${line === null ? '' : `, line ${line}`}${name === subject ? '' : `, ${name}`}`;
}

const article = (word: string): string => `${word === 'error' ? 'an' : 'a'} ${word}`;
const told = ({ message, confidence, rule }: ReportedFinding): string =>
  `${sentence(message)}${confidence === 'certain' ? '' : ` (${confidence})`} [${rule}]`;

function sayAdvice(page: DiffPage, difference: DifferenceOf<'advice'>): string {
  const { before, after } = difference;
  const { authority, area, where } = (after ?? before)!;
  const say = (advice: typeof after) => (advice === null ? 'nothing' : sayNative(advice.native, advice.level));
  const at = count(where.length, 'stop or way', 'stops and ways');
  const name = page.diff.authorities[authority]?.short ?? authority;
  const was = before !== null && after !== null && before.area !== after.area ? ` (before: ${before.area})` : '';
  return sentence(`${name}, ${area}${was}: ${say(before)} \u2192 ${say(after)}, at ${at}`);
}

function sayInside({ because, before, after }: DifferenceOf<'inside'>): string {
  const zones = (after ?? []).map(({ name, km }, at) => ({
    name,
    km: `${sayKm(before?.[at]?.km ?? 0)} \u2192 ${sayKm(km)}`,
  }));
  const alike = [...groupBy(zones, ({ km }) => km)].map(
    ([km, group]) => `${list(group.map(({ name }) => name))}: ${km}`,
  );
  const word = because.some(({ reason }) => reason === 'inside-longer') ? 'More' : 'Less';
  return sentence(`${word} of the way lies inside areas advised against or dangerous. ${alike.join('; ')}`);
}

function sayTrip(dates: DifferenceOf<'dates'>['before']): string {
  if (dates === null || dates.start === null || dates.end === null) return 'none';
  return `${sayDates(dates.start, dates.end)}${dates.days === null ? '' : ` (${count(dates.days, 'day')})`}`;
}

function sayStop({ before, after, because }: DifferenceOf<'stop'>): string {
  const day = (date: string | null) => (date === null ? 'day not known' : sayDate(date));
  if (before === null) return after === null ? '' : `New stop: ${sentence(`${after.name}, ${day(after.from)}`)}`;
  if (after === null) return `Stop left out: ${sentence(before.name)}`;
  const has = (reason: Reason) => because.some((one) => one.reason === reason);
  const parts = [
    ...sayPair('place', before.name, after.name),
    ...(has('place') && before.name === after.name ? ['it lies elsewhere'] : []),
    ...sayPair('height', sayHeight(before.altitudeM), sayHeight(after.altitudeM)),
    ...(has('days')
      ? sayPair('days', `${day(before.from)}, ${nights(before)}`, `${day(after.from)}, ${nights(after)}`)
      : []),
  ];
  return sentence(`${after.name}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}`);
}

const sayHeight = (metres: number | null): string => (metres === null ? 'not known' : `${metres} m`);
const nights = ({ nights }: { readonly nights: number }): string => count(nights, 'night');

function sayLeg(page: DiffPage, difference: DifferenceOf<'leg'>): string {
  const { before, after } = difference;
  const leg = (after ?? before)!;
  const name = page.nameIn(difference, leg.id);
  if (before === null || after === null) {
    const how = leg.basis === 'guess' ? 'a guess in a straight line' : 'not known';
    return `The way from ${name} ${after === null ? 'was' : 'is'} ${how}.`;
  }
  return sentence(plain(sayLegs(page.pageFor(difference)), `${name}: other roads of the same length`));
}

function sayTodo({ before, after }: DifferenceOf<'todo'>): string {
  if (before === null) return after === null ? '' : `To do, new: ${sentence(after.text)}`;
  if (after === null) return `To do, no longer: ${sentence(before.text)}`;
  const parts = [
    ...sayPair('status', before.status, after.status),
    ...sayPair('required', before.required === null ? 'no' : 'yes', after.required === null ? 'no' : 'yes'),
  ];
  return `To do: ${sentence(after.text)} ${sentence(capitalise(parts.join('; ') || 'in other words'))}`;
}

function sayUnchecked(page: DiffPage, difference: DifferenceOf<'not-checked'>): string {
  const { before, after } = difference;
  const { subject, why } = (after ?? before)!;
  const name = capitalise(page.nameIn(difference, subject));
  if (after === null) return `No longer unchecked: ${name}: ${sentence(why)}`;
  return `Not checked: ${name}: ${sentence(why)}${before === null ? '' : ` Before: ${sentence(before.why)}`}`;
}

/** What the words above do not say by themselves. */
function sayReasons({ diff }: DiffPage, { because, kind, effect }: Difference): string[] {
  const has = (reason: Reason) => because.some((one) => one.reason === reason);
  return [
    ...(has('place-unknown') && kind === 'stop'
      ? [effect === 'worse' ? 'The place is not known: nothing is checked there.' : 'Its place was not known before.']
      : []),
    ...(has('left-out') && kind !== 'stop' ? ['Only because that stop or way is no longer on the trip.'] : []),
    ...(has('same-way') ? ['The same part of the way, now divided by other stops.'] : []),
    ...(has('level-unknown') ? ['No level is given any more.'] : []),
    ...(has('no-longer-told') ? ['The trip still goes there; no more is known of it.'] : []),
    ...(has('graver-now') ? ['Something graver is said of such papers now.'] : []),
    ...(has('perhaps-hidden')
      ? [
          diff.unseen.length > 0
            ? `It may only be hidden: ${diff.unseen[0]} cannot be seen.`
            : 'It may only be hidden: the way is a guess.',
        ]
      : []),
  ];
}

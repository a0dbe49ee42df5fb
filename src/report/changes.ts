/** The answer to a what-if, for a terminal: only what differs from the trip as the file has it. */
import type { ChalkInstance } from 'chalk';
import type { Assessment } from '../assessment.ts';
import { daysBetween } from '../dates.ts';
import { capitalise, sentence } from '../sentence.ts';
import { escapeStrings } from '../terminal/escape.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Change } from '../what-if/change.ts';
import { type Changes, changesAnything, type Summary, type TripChanges } from '../what-if/compare.ts';
import { sayCalendar, sayChecklist } from './changes/days.ts';
import { sayFindings } from './changes/findings.ts';
import { sayPassages, sayPermits, sayRegistration, sayVisas } from './changes/papers.ts';
import { sayLegs, sayStops } from './changes/ways.ts';
import { baseName, count, list, sayDate, sayDates, sayLevel, sayNative } from './pretty/words.ts';

export interface ChangesView {
  readonly width: number;
  readonly chalk: ChalkInstance;
  readonly verbose: boolean;
}

/** What every part of the answer is written from; its strings are safe to print. */
export interface ChangesPage extends ChangesView {
  readonly changes: TripChanges;
  /** Names of stops, legs and authorities, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Days by which the whole trip moves; null: it has no days before or after. */
  readonly shift: number | null;
}

type Part = readonly [heading: string, lines: readonly string[]];

export function reportChanges(changes: Changes, trip: Assessment, view: ChangesView): string {
  const page = openPage(escapeStrings(changes), trip, view);
  const title = `${baseName(page.changes.file)}, ${sayAsked(escapeStrings(changes.asked))}: what changes`;
  const lines = [...wrap(view.chalk.bold(title), view.width), ...(changesAnything(changes) ? write(page) : same(page))];
  return `${lines.join('\n')}\n`;
}

/** `trip` gives the names. */
export function openPage(
  changes: TripChanges,
  { stops, legs, authorities }: Assessment,
  view: ChangesView,
): ChangesPage {
  const { before, after } = changes;
  const stopNames = new Map(stops.map(({ id, name }) => [id, name]));
  const legNames = legs.map(({ id, from, to }) => [id, `${stopNames.get(from)} to ${stopNames.get(to)}`] as const);
  const named = Object.entries(authorities).map(([id, { short }]) => [id, short] as const);
  return {
    ...view,
    changes,
    names: new Map(escapeStrings([...stopNames, ...legNames, ...named])),
    shift: before.start === null || after.start === null ? null : daysBetween(before.start, after.start),
  };
}

function write(page: ChangesPage): string[] {
  const parts: Part[] = [
    ['Advice, each at its highest', sayVerdicts(page)],
    ...sayFindings(page),
    ['Papers', [...sayPermits(page), ...sayVisas(page), ...sayRegistration(page)]],
    ['Into the country and out', sayPassages(page)],
    ['The way', [...sayStops(page), ...sayLegs(page)]],
    ['To do', sayChecklist(page)],
    ['Days to keep', sayCalendar(page)],
    ['Numbers to call', sayContacts(page)],
    ['Not checked', sayNotChecked(page)],
  ];
  const summary = saySummary(page);
  if (summary.length === 0 && parts.every(([, lines]) => lines.length === 0)) summary.push(detailsOnly);
  return [
    ...summary.flatMap((line) => wrap(line, page.width, 2, 4)),
    ...parts.flatMap(([heading, lines]) =>
      lines.length === 0
        ? []
        : ['', ...wrap(page.chalk.bold(heading), page.width), ...lines.flatMap((line) => wrap(line, page.width, 2, 4))],
    ),
    '',
    ...wrap(page.chalk.dim('Everything else stays as the file has it. The file was not touched.'), page.width),
  ];
}

const detailsOnly = 'Only details differ, such as where on the trip a line is called for: see --format json.';

function same({ changes: { after }, width }: ChangesPage): string[] {
  const left = `As before: ${sayCounts(after)}; highest level ${sayLevel(after.level)}.`;
  return wrap(`Nothing changes: the trip is judged as the file has it. ${left}`, width, 2);
}

/** `departing on 20 May 2027, by bicycle`. */
function sayAsked({ depart, nationalities, by, withoutPermits, districts }: Change): string {
  const said = [
    ...(depart === null ? [] : [`departing on ${sayDate(depart)}`]),
    ...(by === null ? [] : [by === 'foot' ? 'on foot' : `by ${by}`]),
    ...nationalities.map(({ line, nationality }) => {
      const everybody = nationalities.length > 1 ? 'everybody else' : 'everybody';
      return `${line ?? everybody} on a passport of ${nationality}`;
    }),
    ...withoutPermits.map((type) =>
      type.toLowerCase() === 'all' ? 'without any permit' : `without the ${type} permit`,
    ),
    ...districts.map(({ permit, add, district }) => {
      return `${add ? 'with' : 'without'} the district ${district}${permit === null ? '' : ` on the ${permit} permit`}`;
    }),
  ];
  return said.join(', ');
}

function saySummary({ changes: { before, after }, shift }: ChangesPage): string[] {
  const days = ({ start, end, days }: Summary) =>
    start === null || end === null
      ? 'no dates'
      : `${sayDates(start, end)}${days === null ? '' : ` (${count(days, 'day')})`}`;
  const moved = shift ? `, ${sayShift(shift)}` : '';
  return [
    ...sayPair('Dates', days(before), days(after)).map((line) => `${line}${moved}`),
    ...sayPair('Highest level', sayLevel(before.level), sayLevel(after.level)),
    ...sayPair('Findings', sayCounts(before), sayCounts(after)),
  ];
}

function sayCounts({ findings: { error, warning, info } }: Summary): string {
  return list([count(error, 'error'), count(warning, 'warning'), count(info, 'note')]);
}

/** Moved by as many days as the whole trip: told once, in the first lines. */
export function movesAlong({ shift }: ChangesPage, before: string | null, after: string | null): boolean {
  return shift !== null && before !== null && after !== null && daysBetween(before, after) === shift;
}

/** Has a day, as the whole trip now has days and had none: told once. */
export function getsDay({ shift, verbose }: ChangesPage, before: string | null, after: string | null): boolean {
  return !verbose && shift === null && before === null && after !== null;
}

/** `9 other days move with the trip, 44 days earlier.` */
export function sayMoved({ shift }: ChangesPage, what: string, amount: number): string {
  const [moves, has] = amount === 1 ? ['moves', 'has'] : ['move', 'have'];
  const how = shift === null ? `now ${has} a day` : `${moves} with the trip, ${sayShift(shift)}`;
  return sentence(`${what} ${how}`);
}

const sayShift = (days: number): string => `${count(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'}`;

export function sayDay({ changes: { asOf } }: ChangesPage, date: string | null): string {
  if (date === null) return 'not known';
  return `${sayDate(date)}${date < asOf ? ', already past' : ''}`;
}

/** `Label: before → after`; nothing when both say the same. */
export function sayPair(label: string, before: string, after: string): string[] {
  return before === after ? [] : [`${label}: ${before} \u2192 ${after}`];
}

type Verdict = Changes['added']['verdicts'][number];

function sayVerdicts({ changes: { added, removed, changed }, names }: ChangesPage): string[] {
  const name = ({ authority }: Verdict) => names.get(authority) ?? authority;
  return [
    ...added.verdicts.map((verdict) => `+ ${name(verdict)}: ${sayVerdict(verdict)}`),
    ...removed.verdicts.map((verdict) => `- ${name(verdict)}: ${sayVerdict(verdict)}`),
    ...changed.verdicts.flatMap(({ before, after }) => {
      if (before.native !== after.native || before.level !== after.level) {
        return sayPair(name(after), sayVerdict(before), sayVerdict(after));
      }
      // Of several areas with the same words the first of the trip stands for all: the others may still be there.
      const parts = [
        ...sayPair('first for', before.area, after.area),
        ...sayPair('sure', before.confidence, after.confidence),
        ...(before.area === after.area ? sayPair('where', sayPlaces(before), sayPlaces(after)) : []),
      ];
      return [
        `${name(after)}: still ${sayNative(after.native, after.level)}; ${parts.join('; ') || 'at other places'}`,
      ];
    }),
  ];
}

function sayVerdict({ native, level, area, confidence }: Verdict): string {
  return `${sayNative(native, level)}: ${area}${confidence === 'certain' ? '' : `, ${confidence}`}`;
}

const sayPlaces = ({ where }: Verdict): string => count(where.length, 'stop or way', 'stops and ways');

function sayContacts({ changes: { added, removed } }: ChangesPage): string[] {
  return [
    ...added.contacts.map(({ name, numbers }) => `+ ${name}: ${numbers.join(', ')}`),
    ...removed.contacts.map(({ name }) => `- ${name}`),
  ];
}

function sayNotChecked({ changes: { added, removed }, names }: ChangesPage): string[] {
  const name = (subject: string) => names.get(subject) ?? capitalise(subject);
  return [
    ...added.notChecked.map(({ subject, why }) => `+ ${name(subject)}: ${sentence(why)}`),
    ...removed.notChecked.map(({ subject, why }) => `- ${name(subject)}: ${sentence(why)}`),
  ];
}

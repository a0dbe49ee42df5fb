/** What holds where: every area once, however many stops it holds for, with each authority's own statement. */
import { wrap } from '../../terminal/wrap.ts';
import type { Area, Statement } from './areas.ts';
import { sayWhen, topLevel } from './areas.ts';
import { sayEdge } from './edge.ts';
import type { Page } from './page.ts';
import { authorityName, cutTail, writeSection } from './page.ts';
import { firstSentence, list, paintLevel, sayConfidence, sayKm, sayLevel, sayNative, sentence } from './words.ts';

const MOST_PERHAPS = 5;

export function writeWhere(page: Page): string[] {
  const areas = page.areas.filter((area) => topLevel(area) > 0 || isNamedAlone(area) || area.statements.length > 0);
  const sure = areas.filter(({ where }) => where.sure.length > 0);
  const named = sure.filter((area) => topLevel(area) === 0);
  const perhaps = cutTail(
    page,
    areas.filter(({ where }) => where.sure.length === 0),
    MOST_PERHAPS,
  );
  return writeSection(page, 'What holds where', [
    ...sure.filter((area) => topLevel(area) > 0).flatMap((area) => writeArea(page, area)),
    ...(named.length > 0 ? wrap('Also named, without a level:', page.width, 2) : []),
    ...named.flatMap((area) => wrap(`- ${sayNamed(page, area)}`, page.width, 4, 6)),
    ...(perhaps.shown.length > 0 ? wrap('Perhaps also, for the way is a guess:', page.width, 2) : []),
    ...perhaps.shown.flatMap((area) => wrap(`- ${sayNamed(page, area)}`, page.width, 4, 6)),
    ...(perhaps.more > 0 ? wrap(`and ${perhaps.more} more: --verbose`, page.width, 4) : []),
  ]);
}

/** A danger, a closure or a zone of the reader's own says something without any authority's statement. */
function isNamedAlone({ kind, zones }: Area): boolean {
  if (kind === 'hazard' || kind === 'closure') return true;
  return kind === 'advisory' && zones.every(({ authority }) => authority === null);
}

function writeArea(page: Page, area: Area): string[] {
  const untold = area.statements.filter((statement) => !isInVerdict(page, statement));
  const asAbove = untold.length < area.statements.length ? `; as above${untold.length > 0 ? ', and' : ''}` : '';
  const levels = [...new Set(untold.map(({ level }) => level))];
  return [
    ...wrap(`${page.chalk.bold(area.name)}: ${sayExtent(page, area)}${asAbove}`, page.width, 2, 4),
    ...levels.flatMap((level) => {
      const statements = untold.filter((statement) => statement.level === level);
      const line = `${paintLevel(page.chalk, level, sayLevel(level))}: ${sayStatements(page, area, statements)}`;
      return wrap(line, page.width, 4, 6);
    }),
    ...sayEdge(page, area).flatMap((line) => wrap(page.chalk.dim(line), page.width, 4, 6)),
  ];
}

/** The first lines of the briefing name each authority's highest statement already. */
function isInVerdict({ assessment }: Page, { authority, zone, level, confidence }: Statement): boolean {
  const verdict = assessment.overall.byAuthority[authority];
  return verdict?.zone === zone && verdict.level === level && verdict.confidence === confidence;
}

function sayExtent(page: Page, area: Area): string {
  const days = sayWhen(page.trip, area.where);
  return area.kind === 'country' || area.roadKm.size === 0 ? days : `${days}; ${sayRoad(page, area)}`;
}

/** Kilometres inside; where authorities mean different extents, each with its own. */
function sayRoad(page: Page, { zones, roadKm }: Area): string {
  const byLength = new Map<string, string[]>();
  const crossed = zones.filter(({ id }) => roadKm.has(id)).sort((a, b) => roadKm.get(a.id)! - roadKm.get(b.id)!);
  for (const { id, authority } of crossed) {
    const km = sayKm(roadKm.get(id)!);
    byLength.set(km, [...(byLength.get(km) ?? []), authority ? authorityName(page, authority) : 'all']);
  }
  if (byLength.size === 1) return `${[...byLength.keys()][0]} of the way`;
  const who = (names: readonly string[]) => (names.length > 2 ? `${names.length} others` : list(names));
  return `of the way ${list([...byLength].map(([km, names]) => `${km} (${who(names)})`))}`;
}

/** Each in its own words; those who use the same words together. */
function sayStatements(page: Page, area: Area, statements: readonly Statement[]): string {
  const byWords = new Map<string, string[]>();
  for (const { native, level, authority, confidence, where } of statements) {
    const days = sayWhen(page.trip, where);
    const partly = days === sayWhen(page.trip, area.where) ? '' : days;
    // Days that only may be touched say so themselves.
    const remarks = [partly, confidence === 'likely' ? sayConfidence(confidence) : ''].filter(Boolean).join(', ');
    const who = `${authorityName(page, authority)}${remarks ? ` (${remarks})` : ''}`;
    // Without a level the native words only say that there is none.
    const words = level === null && !page.verbose ? '' : native;
    byWords.set(words, [...(byWords.get(words) ?? []), who]);
  }
  return [...byWords].map(([words, who]) => `${who.join(', ')}${words && ': '}${words}`).join('; ');
}

/** One line for an area: its days, the first authority's words in brief, and who else names it. */
function sayNamed(page: Page, area: Area): string {
  // The heading of the list says “perhaps” for all of them.
  const head = `${area.name}: ${sayExtent(page, area).replace(/^perhaps /, '')}.`;
  const [first, ...others] = area.statements;
  if (!first) return head;
  const also = [...new Set(others.map(({ authority }) => authorityName(page, authority)))].filter(
    (name) => name !== authorityName(page, first.authority),
  );
  const said = first.level === null ? firstSentence(first.words) : sayNative(first.native, first.level);
  return `${head} ${authorityName(page, first.authority)}: ${sentence(said)}${also.length > 0 ? ` Also ${list(also)}.` : ''}`;
}

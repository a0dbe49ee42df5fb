/** What holds where: every area once, however many stops it holds for, with each authority's own statement. */
import type { Level } from '../../knowledge/schema/parts.ts';
import { capitalise, sentence } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import { distanceOf, sayLengths } from '../family.ts';
import type { Area, Statement, Where } from './areas.ts';
import { countEdges, isMoreThanGuess, sayWhen, topLevel } from './areas.ts';
import { ownerName, sayDoubt, sayEdges } from './edge.ts';
import type { Page } from './page.ts';
import { authorityName, cutTail, writeSection } from './page.ts';
import { firstSentence, list, paintLevel, sayLevel, sayNative } from './words.ts';

const MOST_PERHAPS = 5;
/** Authorities named one by one beside a danger. */
const MOST_NAMES = 3;
/** The level at which somebody says not to go at all. */
const FORBIDDEN = 4;

export function writeWhere(page: Page): string[] {
  // Zones of the reader's own stand by themselves, above.
  const areas = page.areas.filter((area) => area.statements.length > 0 || isNamedAlone(area));
  const sure = areas.filter(({ where }) => isMoreThanGuess(where));
  const perhaps = cutTail(
    page,
    areas.filter(({ where }) => !isMoreThanGuess(where)),
    MOST_PERHAPS,
  );
  const bullet = (line: string): string[] => wrap(`- ${line}`, page.width, 4, 6);
  const list = (heading: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [...wrap(heading, page.width, 2), ...lines.flatMap(bullet)] : [];
  const dangers = [...new Set(sure.flatMap(({ danger }) => danger ?? []))];
  return writeSection(page, 'What holds where, with the kilometres of your way inside', [
    ...sure.filter((area) => topLevel(area) > 0).flatMap((area) => writeArea(page, area)),
    ...dangers.flatMap((danger) =>
      list(
        `${page.chalk.bold(`${capitalise(danger)} reported`)}, without a level:`,
        sure.filter((area) => area.danger === danger && topLevel(area) === 0).map((area) => sayDanger(page, area)),
      ),
    ),
    ...list(
      'Also named, without a level:',
      sure.filter((area) => area.danger === null && topLevel(area) === 0).map((area) => sayNamed(page, area)),
    ),
    ...list(
      'Perhaps also, for the way is a guess:',
      perhaps.shown.map((area) => sayPerhaps(page, area)),
    ),
    ...(perhaps.more > 0 ? wrap(`and ${perhaps.more} more: --verbose`, page.width, 4) : []),
  ]);
}

/** A danger or a closure says something without any authority's statement. */
export function isNamedAlone({ kind, zones }: Area): boolean {
  if (kind === 'hazard' || kind === 'closure') return true;
  return kind === 'advisory' && zones.every(({ authority, own }) => authority === null && own === null);
}

function writeArea(page: Page, area: Area): string[] {
  const untold = area.statements.filter((statement) => !isInVerdict(page, statement));
  const also = untold.length < area.statements.length ? 'also ' : '';
  const levels = [...new Set(untold.map(({ level }) => level))].filter((level) => level !== null);
  const quoted = page.verbose || topLevel(area) === FORBIDDEN;
  const silent = (quoted ? area.statements : untold).filter(({ level }) => level === null);
  const said = levels.map((level) => {
    const statements = untold.filter((statement) => statement.level === level);
    return `${paintLevel(page.chalk, level, capitalise(`${also}${sayLevel(level)}`))}: ${sayStatements(page, area, statements)}`;
  });
  if (silent.length > 0 && !quoted)
    said.push(`No level: ${list(silent.map((one) => authorityName(page, one.authority)))}`);
  const quotes = quoted ? silent.map((one) => saySilent(page, one)) : [];
  return [
    ...wrap(`${[sayHeading(page, area), ...said].join('. ')}.`, page.width, 2, 4),
    ...[...quotes, ...sayEdges(page, area).map((line) => page.chalk.dim(line))].flatMap((line) =>
      wrap(line, page.width, 4, 6),
    ),
  ];
}

/** The first lines of the briefing name each authority's highest statement already. */
function isInVerdict({ assessment }: Page, { authority, zone, level }: Statement): boolean {
  const verdict = assessment.overall.byAuthority[authority];
  return verdict?.zone === zone && verdict.level === level;
}

/** `Name, days 3-8: 244 km, edge ±3.4 km`; the kilometres are those of the way. */
export function sayHeading(page: Page, area: Area): string {
  const where = area.kind === 'country' ? countEdges(area.where) : area.where;
  const days = sayWhen(page.trip, where) || 'some days';
  const doubt = sayDoubt(area);
  const extent = [area.kind === 'country' ? '' : sayWay(page, area), doubt].filter(Boolean).join(', ');
  return `${page.chalk.bold(area.name)}, ${days}${extent && `: ${extent}`}`;
}

/** Kilometres inside; where authorities mean different extents, each with its own. */
function sayWay(page: Page, { zones, wayKm }: Area): string {
  const lengths = zones.flatMap((zone) => {
    const km = wayKm.get(zone.id);
    return km === undefined ? [] : [{ zone, km }];
  });
  return lengths.length === 0 ? '' : sayLengths(lengths, (zone) => `${ownerName(page, zone)}${distanceOf(zone)}`);
}

/** Each in its own words, those who use the same words together; words that the first lines gave are not repeated. */
function sayStatements(page: Page, area: Area, statements: readonly Statement[]): string {
  const byWords = new Map<string, string[]>();
  for (const { native, level, authority, where } of statements) {
    const days = sayWhen(page.trip, where);
    const partly = days === sayWhen(page.trip, area.where) ? '' : ` (${days})`;
    const words = wordsToSay(page, area, authority, native, level);
    byWords.set(words, [...(byWords.get(words) ?? []), `${authorityName(page, authority)}${partly}`]);
  }
  return [...byWords].map(([words, who]) => `${list(who)}${words}`).join('; ');
}

/** Empty where the first lines gave this authority's higher words for a part of the same country. */
function wordsToSay({ verbose, assessment }: Page, area: Area, authority: string, native: string, level: Level | null) {
  const verdict = assessment.overall.byAuthority[authority];
  if (verbose || !verdict) return `: ${native}`;
  if (verdict.native === native) return ', as above';
  return area.kind === 'country' && (verdict.level ?? 0) > (level ?? 0) ? '' : `: ${native}`;
}

/** Where another says not to go at all, what those say who give no level is worth a sentence. */
function saySilent(page: Page, { authority, native, words }: Statement): string {
  const who = authorityName(page, authority);
  return page.verbose
    ? `${who}: ${sayNative(native, null)}. ${sentence(words)}`
    : `${who}, no level: ${firstSentence(words)}`;
}

/** Areas of danger are drawn so roughly that near the edge counts as inside. */
export function whereDanger({ where, wayKm }: Area): Where {
  return where.certain.length > 0 || wayKm.size > 0 ? countEdges(where) : where;
}

/** `Vakhsh valley, day 3: 59 km, by US`. */
function sayDanger(page: Page, area: Area): string {
  const where = whereDanger(area);
  const who = new Set(area.statements.map(({ authority }) => authorityName(page, authority)));
  if (page.verbose) return `${sayPlace(page, { ...area, where })}.${sayWords(page, area)}`;
  const named = who.size > MOST_NAMES ? `${who.size} authorities` : list([...who]);
  return `${sayPlace(page, { ...area, where })}${named && `, by ${named}`}`;
}

/** A way of saying that is nobody's level and no known danger: in the first authority's words. */
function sayNamed(page: Page, area: Area): string {
  const [first, ...others] = area.statements;
  if (!first) return sayPlace(page, area);
  if (page.verbose) return `${sayPlace(page, area)}.${sayWords(page, area)}`;
  const name = authorityName(page, first.authority);
  const also = new Set(others.map(({ authority }) => authorityName(page, authority)).filter((other) => other !== name));
  const more = also.size > 0 ? ` Also ${list([...also])}.` : '';
  return `${sayPlace(page, area)}. ${name}: ${sentence(firstSentence(first.words))}${more}`;
}

/** The heading of the list says “perhaps” for all of them. */
function sayPerhaps(page: Page, area: Area): string {
  const [first] = area.statements;
  const said = area.danger ?? (first && first.level !== null ? sayLevel(first.level) : '');
  const who = sayWho(page, area);
  const note = [said, who && `by ${who}`].filter(Boolean).join(' ');
  return `${sayPlace(page, area).replace(', perhaps ', ', ')}${note && ` (${note})`}`;
}

function sayPlace(page: Page, area: Area): string {
  const way = sayWay(page, area);
  const days = sayWhen(page.trip, area.where);
  return `${[area.name, days].filter(Boolean).join(', ')}${way && `: ${way}`}`;
}

function sayWho(page: Page, { statements }: Area): string {
  return [...new Set(statements.map(({ authority }) => authorityName(page, authority)))].join(', ');
}

/** What each authority says, and how the edge was drawn. */
function sayWords(page: Page, { statements, zones }: Area): string {
  const said = statements.map(({ authority, words }) => ` ${authorityName(page, authority)}: ${sentence(words)}`);
  return `${said.join('')}${zones[0].rule && ` Edge: ${sentence(zones[0].rule)}`}`;
}

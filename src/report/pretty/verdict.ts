/** The first lines: what each authority says at its highest, on which days and where, the highest level first. */
import type { AuthorityVerdict } from '../../assessment/advice.ts';
import { textWidth } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { sayUnread } from '../unread.ts';
import type { Where } from './areas.ts';
import { sayWhen } from './areas.ts';
import type { Page } from './page.ts';
import { authorityName, writeRow } from './page.ts';
import { placeName, sayStretches } from './trip.ts';
import { baseName, count, list, paintLevel, sayDate, sayDates, sayNative } from './words.ts';

export function writeVerdict(page: Page): string[] {
  const { chalk, width, assessment } = page;
  const verdicts = Object.entries(assessment.overall.byAuthority).sort(
    ([, a], [, b]) => (b.level ?? 0) - (a.level ?? 0),
  );
  const labelWidth = Math.max(0, ...verdicts.map(([id]) => textWidth(authorityName(page, id))));
  return [
    ...wrap(chalk.bold(sayTitle(page)), width),
    ...(assessment.overall.level === null ? wrap(chalk.red.bold(noLevel), width, 0, 2) : []),
    ...verdicts.flatMap(([id, verdict]) =>
      writeRow(page, authorityName(page, id), sayVerdict(page, id, verdict, verdicts[0][0]), labelWidth),
    ),
    ...(verdicts.length > 0 ? wrap(chalk.dim(scaleNote), width, 2) : []),
    ...(assessment.policy === null ? [] : wrap(`Judged by the policy ${assessment.policy.file}.`, width, 2, 4)),
    ...sayGaps(page).flatMap((gap) => wrap(chalk.yellow(gap), width, 2, 4)),
  ];
}

export const noLevel = 'No level could be established for this trip. That does not mean it is safe.';
export const scaleNote = 'Their own words; “of 4” is the common scale. No level does not mean safe.';

function sayTitle({ assessment: { itinerary } }: Page): string {
  const dates = itinerary.start && itinerary.end ? sayDates(itinerary.start, itinerary.end) : 'dates not known';
  const days = itinerary.days === null ? '' : `, ${count(itinerary.days, 'day')}`;
  return `${itinerary.title || baseName(itinerary.file)}: ${dates}${days}`;
}

/** `Avoid all travel (4 of 4), days 3-6 (Kalai-Khumb to Jelondy): within 10 km of the border, 29 Jul 2026`. */
function sayVerdict(page: Page, id: string, verdict: AuthorityVerdict, first: string): string {
  const { level, native, area, issued, source } = verdict;
  const when = sayVerdictDays(page, id, verdict, id === first);
  const stale = page.assessment.sources.find((one) => one.id === source)?.stale ? page.chalk.yellow(' (STALE)') : '';
  return `${paintLevel(page.chalk, level, sayNative(native, level))}${when && `, ${when}`}: ${area}, ${sayDate(issued)}${stale}`;
}

/** The first line is read by everybody, so it also names the places. */
export function sayVerdictDays(page: Page, id: string, verdict: AuthorityVerdict, isFirst: boolean): string {
  const { trip, areaOf } = page;
  // What holds in the whole country holds on all days in it.
  if (areaOf.get(verdict.zone)?.kind === 'country') return '';
  const where = whereOf(page, id, verdict);
  if (trip.dated) return sayWhen(trip, where, isFirst ? sayStretches(trip, where.certain) : '');
  // Without days it is the area that tells where.
  return isFirst ? sayWhen(trip, where) : '';
}

/** The verdict's own list of places does not say how sure each is; the statement behind it does. */
function whereOf({ areaOf }: Page, authority: string, { zone, level, where, confidence }: AuthorityVerdict): Where {
  const behind = areaOf
    .get(zone)
    ?.statements.find((one) => one.authority === authority && one.zone === zone && one.level === level);
  return behind?.where ?? { certain: [], likely: [], possible: [], [confidence]: where };
}

/** What keeps the verdict from being the whole truth. */
export function sayGaps({ assessment, trip }: Page): string[] {
  const places = assessment.stops
    .filter(({ zones, advisories }) => zones === null || advisories === null)
    .map(({ name }) => name);
  const ways = assessment.legs.filter(({ crossings, advisories }) => crossings === null || advisories === null);
  const unknown = [
    ...places,
    ...ways.map(({ from, to }) => `the way from ${placeName(trip, from)} to ${placeName(trip, to)}`),
  ];
  const guesses = assessment.legs.filter(({ basis, crossings }) => basis === 'guess' && crossings !== null);
  const gaps = sayUnread(assessment);
  if (unknown.length > 0) gaps.push(`Not checked: ${list(unknown)}. The true advice may be higher.`);
  if (guesses.length > 0)
    gaps.push(
      `${sayShare(guesses.length, assessment.legs.length)} a straight-line guess: the road may touch other areas.`,
    );
  return gaps;
}

function sayShare(part: number, whole: number): string {
  if (part === whole) return part === 1 ? 'The only way is' : part === 2 ? 'Both ways are' : `All ${whole} ways are`;
  return `${part} of ${count(whole, 'way')} ${part === 1 ? 'is' : 'are'}`;
}

/** The first lines: the highest advice, who gives it and where, and what every other authority says. */
import type { AuthorityVerdict } from '../../assessment.ts';
import { textWidth } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Where } from './areas.ts';
import { sayWhen } from './areas.ts';
import type { Page } from './page.ts';
import { authorityName, writeRow } from './page.ts';
import { placeName, sayDaysAndPlaces, sayDaysBeside } from './trip.ts';
import { baseName, capitalise, count, list, paintLevel, sayConfidence, sayDates, sayNative } from './words.ts';

export function writeVerdict(page: Page): string[] {
  const { chalk, width, assessment } = page;
  const verdicts = Object.entries(assessment.overall.byAuthority).sort(
    ([, a], [, b]) => (b.level ?? 0) - (a.level ?? 0),
  );
  const labelWidth = Math.max(0, ...verdicts.map(([id]) => textWidth(authorityName(page, id))));
  return [
    ...wrap(chalk.bold(sayTitle(page)), width),
    ...wrap(sayHighest(page, verdicts), width, 0, 2),
    ...sayGaps(page).flatMap((gap) => wrap(chalk.yellow(gap), width, 2, 4)),
    ...(verdicts.length > 0 ? [''] : []),
    ...verdicts.flatMap(([id, verdict]) =>
      writeRow(page, authorityName(page, id), sayVerdict(page, id, verdict), labelWidth),
    ),
    ...(verdicts.length > 0 ? wrap(chalk.dim(scaleNote), width, 2) : []),
  ];
}

const scaleNote = 'Their own words; “of 4” is the common scale. No level does not mean safe.';

function sayTitle({ assessment: { itinerary } }: Page): string {
  const dates = itinerary.start && itinerary.end ? sayDates(itinerary.start, itinerary.end) : 'no dates given';
  const days = itinerary.days === null ? '' : `, ${count(itinerary.days, 'day')}`;
  return `${itinerary.title || baseName(itinerary.file)}: ${dates}${days}`;
}

function sayHighest(page: Page, verdicts: readonly [string, AuthorityVerdict][]): string {
  const { overall } = page.assessment;
  const level = overall.level;
  if (level === null) {
    return page.chalk.red.bold('No level could be established for this trip. That does not mean it is safe.');
  }
  const top = verdicts.filter(([, verdict]) => verdict.level === level);
  const said = top.map(([id, { native }]) => `${authorityName(page, id)}: ${sayNative(native, level)}.`).join(' ');
  const { sure, maybe } = highestWhere(page);
  const where = sayDaysAndPlaces(page.trip, sure.length > 0 ? sure : maybe);
  const others = sure.length > 0 ? sayDaysBeside(page.trip, maybe, sure) : '';
  const guessed = sure.length > 0 ? '' : ' This rests on a guessed way.';
  const place = `${where}${others ? `, perhaps also ${others}` : ''}`;
  return `${paintLevel(page.chalk, level, said)}${place ? ` ${capitalise(place)}.` : ''}${guessed}`;
}

/** What keeps the verdict from being the whole truth. */
function sayGaps({ assessment, trip }: Page): string[] {
  const errors = assessment.findings.filter(
    ({ rule, severity, suppressed }) => /^TJ[12]/.test(rule) && severity === 'error' && !suppressed,
  );
  const places = assessment.stops
    .filter(({ zones, advisories }) => zones === null || advisories === null)
    .map(({ name }) => name);
  const ways = assessment.legs.filter(({ crossings, advisories }) => crossings === null || advisories === null);
  const unknown = [
    ...places,
    ...ways.map(({ from, to }) => `the way from ${placeName(trip, from)} to ${placeName(trip, to)}`),
  ];
  const guesses = assessment.legs.filter(({ basis, crossings }) => basis === 'guess' && crossings !== null);
  const gaps: string[] = [];
  if (errors.length > 0)
    gaps.push(`The file has ${count(errors.length, 'error')}: this covers only what could be read.`);
  if (unknown.length > 0) gaps.push(`Not checked: ${list(unknown)}. The true advice may be higher.`);
  if (guesses.length > 0)
    gaps.push(
      `${sayShare(guesses.length, assessment.legs.length)} a straight-line guess: the road may touch other areas.`,
    );
  return gaps;
}

/** Where the highest level holds, whoever gives it. */
function highestWhere(page: Page): Where {
  const top = Object.entries(page.assessment.overall.byAuthority).filter(
    ([, { level }]) => level === page.assessment.overall.level,
  );
  const places = top.map(([id, verdict]) => whereOf(page, id, verdict));
  const sure = new Set(places.flatMap((place) => place.sure));
  return { sure: [...sure], maybe: places.flatMap((place) => place.maybe).filter((id) => !sure.has(id)) };
}

/** The verdict's own list of places does not say which are guessed; the statement behind it does. */
function whereOf({ areas }: Page, authority: string, { zone, level, where, confidence }: AuthorityVerdict): Where {
  const statements = areas.flatMap((area) => area.statements);
  const behind = statements.find(
    (statement) => statement.authority === authority && statement.zone === zone && statement.level === level,
  );
  return behind?.where ?? (confidence === 'possible' ? { sure: [], maybe: where } : { sure: where, maybe: [] });
}

function sayShare(part: number, whole: number): string {
  if (part === whole) return part === 1 ? 'The only way is' : `All ${whole} ways are`;
  return `${part} of ${count(whole, 'way')} ${part === 1 ? 'is' : 'are'}`;
}

function sayVerdict(page: Page, id: string, verdict: AuthorityVerdict): string {
  const { level, native, area, confidence } = verdict;
  const days = sayWhen(page.trip, whereOf(page, id, verdict));
  // The headline has said these days.
  const untold = days === sayWhen(page.trip, highestWhere(page)) ? '' : days;
  const place = [area, untold, confidence === 'likely' ? sayConfidence(confidence) : ''].filter(Boolean).join(', ');
  return `${paintLevel(page.chalk, level, sayNative(native, level))}: ${place}`;
}

/** The days in order: where you sleep, the way there, and how much of it lies inside which area. */
import type { AppliedAdvisory, AssessedLeg, AssessedStop, BorderKm } from '../../assessment.ts';
import type { Level } from '../../knowledge/schema.ts';
import { wrap } from '../../terminal/wrap.ts';
import { sayEdges, sayInside } from './inside.ts';
import type { Page } from './page.ts';
import { writeSection } from './page.ts';
import type { TripStop } from './trip.ts';
import { placeName } from './trip.ts';
import { capitalise, count, paintLevel, sayKm, sayLevel, sayMetres, sayWeekday } from './words.ts';

/** A border farther away than this is not worth a word. */
const NEAR_BORDER_KM = 25;

export function writeDays(page: Page): string[] {
  return writeSection(page, 'Day by day, with the highest level that anybody gives', [
    ...page.trip.stops.flatMap((stop) => writeStop(page, stop)),
    ...page.trip.strayLegs.flatMap((leg) => wrap(sayStrayLeg(page, leg), page.width, 2, 4)),
  ]);
}

function writeStop(page: Page, { stop, leg, firstDay, lastDay }: TripStop): string[] {
  const day = firstDay === lastDay ? `Day ${firstDay}` : `Days ${firstDay}-${lastDay}`;
  const heading = page.chalk.bold(`${day}${stop.from ? `, ${sayWeekday(stop.from)}` : ''}: ${stop.name}`);
  const nights = stop.nights === 0 ? 'passing through' : count(stop.nights, 'night');
  const below = [
    ...(leg ? [sayLeg(page, leg, highestLevel(stop.advisories)), ...sayInside(page, leg)] : []),
    ...sayEdges(page, stop),
    ...sayNotes(page, [stop.id, leg?.id]),
  ];
  return [
    ...wrap([heading, nights, ...placeFacts(page, stop)].join(', '), page.width, 2, 4),
    ...below.flatMap((line) => wrap(line, page.width, 4, 6)),
  ];
}

function placeFacts(page: Page, stop: AssessedStop): string[] {
  if (stop.zones === null) {
    const why = stop.lon === null ? 'place not known' : 'outside the data';
    return [page.chalk.yellow(`${why}, so nothing here was checked`)];
  }
  return [
    stop.altitudeM === null ? 'altitude not known' : sayMetres(stop.altitudeM),
    ...(stop.borderKm ? sayBorder(stop.borderKm) : []),
    sayAdvice(page, stop.advisories),
  ];
}

function sayBorder(borderKm: BorderKm): string[] {
  const countries = Object.keys(neighbours) as (keyof BorderKm)[];
  const nearest = countries.reduce((near, country) => (borderKm[country] < borderKm[near] ? country : near));
  return borderKm[nearest] <= NEAR_BORDER_KM ? [`${sayKm(borderKm[nearest])} to ${neighbours[nearest]}`] : [];
}

const neighbours: Record<keyof BorderKm, string> = {
  AF: 'Afghanistan',
  KG: 'Kyrgyzstan',
  UZ: 'Uzbekistan',
  CN: 'China',
};

/** The highest level that anybody gives; who gives it stands above, area by area. */
function sayAdvice({ chalk }: Page, advisories: readonly AppliedAdvisory[] | null): string {
  if (advisories === null) return chalk.yellow('advice not known');
  const level = highestLevel(advisories);
  return paintLevel(chalk, level, sayLevel(level));
}

function highestLevel(advisories: readonly AppliedAdvisory[] | null): Level | null {
  let highest: Level | null = null;
  for (const { level } of advisories ?? []) if ((level ?? 0) > (highest ?? 0)) highest = level;
  return highest;
}

const basisWords: Record<AssessedLeg['basis'], string> = {
  track: 'your own track',
  road: 'road map',
  flight: 'flight',
  guess: 'straight-line guess',
  unknown: 'way not known',
};

function sayLeg(page: Page, leg: AssessedLeg, levelAtStop: Level | null): string {
  const facts = [sayMode(leg.mode), leg.lengthKm === null ? 'length not known' : sayKm(leg.lengthKm)];
  if (leg.hours !== null) facts.push(`about ${Math.max(1, Math.round(leg.hours))} h`);
  if (leg.highestM !== null) facts.push(`up to ${sayMetres(leg.highestM)}`);
  facts.push(`${basisWords[leg.basis]}${leg.corridorKm ? ` ±${sayKm(leg.corridorKm)}` : ''}`);
  // The way may be worse than the place it leads to.
  if (leg.advisories === null || (highestLevel(leg.advisories) ?? 0) > (levelAtStop ?? 0))
    facts.push(sayAdvice(page, leg.advisories));
  return facts.join(', ');
}

function sayMode(mode: AssessedLeg['mode']): string {
  if (mode === null) return 'Way of travel not said';
  return mode === 'air' ? 'By air' : mode === 'foot' ? 'On foot' : capitalise(mode);
}

function sayStrayLeg(page: Page, leg: AssessedLeg): string {
  const ends = `From ${placeName(page.trip, leg.from)} to ${placeName(page.trip, leg.to)}`;
  return [`${ends}: ${sayLeg(page, leg, null)}`, ...sayInside(page, leg)].join('. ');
}

/** Season, altitude and road: findings that belong to a day. */
function sayNotes(page: Page, subjects: readonly (string | undefined)[]): string[] {
  return page.assessment.findings
    .filter(
      ({ rule, subject, severity, suppressed }) =>
        rule.startsWith('TJ5') && subjects.includes(subject) && !suppressed && (severity !== 'info' || page.verbose),
    )
    .map(({ message, severity, rule }) => {
      const line = `${severity === 'error' ? 'Stop' : 'Mind'}: ${message} [${rule}]`;
      return severity === 'error' ? page.chalk.red(line) : page.chalk.yellow(line);
    });
}

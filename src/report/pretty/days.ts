/** The days in order: where you sleep, the way there, and how much of it lies inside which area. */
import type { AppliedAdvisory } from '../../assessment/advice.ts';
import type { AssessedLeg, AssessedStop, BorderKm } from '../../assessment/way.ts';
import { highestLevel } from '../../highest-level.ts';
import { capitalise } from '../../sentence.ts';
import { wrap } from '../../terminal/wrap.ts';
import { sayDistricts, sayInside, sayNear } from './inside.ts';
import type { Page } from './page.ts';
import { countryName, writeSection } from './page.ts';
import type { TripStop } from './trip.ts';
import { placeName } from './trip.ts';
import { count, isTop, paintLevel, sayKm, sayLevel, sayMetres, sayNumber, sayWeekday } from './words.ts';

/** A border farther away than this is not worth a word. */
const NEAR_BORDER_KM = 25;

export function writeDays(page: Page): string[] {
  /** Districts entered so far: each is named on the day it is entered first. */
  const entered = new Set<string>();
  const shared = sharedWay(page.assessment.legs);
  const heading = `Day by day, with the highest level that anybody gives${shared && ` (${shared})`}`;
  return writeSection(page, heading, [
    ...page.trip.stops.flatMap((stop) => writeStop(page, stop, entered, shared !== '')),
    ...page.trip.strayLegs.flatMap((leg) => wrap(sayStrayLeg(page, leg), page.width, 2, 4)),
  ]);
}

/** What all ways have in common is said once: `4x4, km by your track`. */
function sharedWay(legs: readonly AssessedLeg[]): string {
  const [first] = legs;
  const alike = legs.every(
    ({ mode, basis, corridorKm }) =>
      mode === first.mode && basis === first.basis && (basis === 'track' || basis === 'road') && !corridorKm,
  );
  if (legs.length < 2 || !alike) return '';
  const how = first.basis === 'track' ? 'km by your track' : 'km by road, hours of moving in summer';
  return `${sayMode(first.mode)}, ${how}`;
}

function writeStop(page: Page, { stop, leg, days }: TripStop, entered: Set<string>, isShared: boolean): string[] {
  const heading = [
    page.chalk.bold(`${sayDay(stop, days)}: ${stop.name}`),
    ...sayNights(page, stop, days),
    ...placeFacts(page, stop),
  ];
  const way = leg && isShared ? [sayLength(leg, ''), ...sayWorseWay(page, leg, stop, '')].join(', ') : '';
  const below = [
    ...(leg && !isShared ? [sayLeg(page, leg, stop)] : []),
    ...(leg ? sayInside(page, leg) : []),
    ...sayDistricts(leg, stop, page, entered),
    ...sayNear(page, stop),
  ];
  return [
    ...wrap(`${heading.join(', ')}${way && `; the way there ${way}`}`, page.width, 2, 4),
    ...(below.length > 0 ? wrap(`${below.join('. ')}.`, page.width, 4) : []),
    ...sayNotes(page, [stop.id, leg?.id]).flatMap((line) => wrap(line, page.width, 4, 6)),
  ];
}

export function sayDay({ from }: AssessedStop, days: TripStop['days']): string {
  if (days === null) return 'Day not known';
  const day = days.first === days.last ? `Day ${days.first}` : `Days ${days.first}-${days.last}`;
  return from ? `${day}, ${sayWeekday(from)}` : day;
}

/** Days of the trip count the nights already. */
export function sayNights({ assessment }: Page, { id, nights }: AssessedStop, days: TripStop['days']): string[] {
  if (nights > 0) return days === null ? [count(nights, 'night')] : [];
  const isFaulty = assessment.findings.some(({ rule, subject }) => subject === id && rule.startsWith('TJ1'));
  return [days === null && isFaulty ? 'nights not known' : 'passing through'];
}

export function placeFacts(page: Page, stop: AssessedStop): string[] {
  if (stop.zones === null) {
    const unknown = stop.lon === null && stop.country === null;
    const abroad = stop.country !== null && stop.country !== 'TJ' ? ` in ${countryName(page, stop.country)}` : '';
    const why = unknown
      ? 'place not known: nothing here was checked'
      : `outside the data${abroad}: neither advice nor papers were checked`;
    return [page.chalk.yellow(why)];
  }
  return [
    ...sayHeight(page, stop),
    ...(stop.borderKm ? sayBorder(page, stop.borderKm) : []),
    sayAdvice(page, stop.advisories),
  ];
}

/** `3,618 m (+1,023)`: above the night before, where both are known. */
function sayHeight({ assessment }: Page, { id, altitudeM }: AssessedStop): string[] {
  if (altitudeM === null) return ['altitude not known'];
  const gain = assessment.nights.find((night) => night.stop === id)?.gainM ?? 0;
  return [`${sayMetres(altitudeM)}${gain > 0 ? ` (+${sayNumber(gain)})` : ''}`];
}

const neighbours = ['AF', 'KG', 'UZ', 'CN'] as const;

function sayBorder(page: Page, borderKm: BorderKm): string[] {
  const nearest = neighbours.reduce((near, country) => (borderKm[country] < borderKm[near] ? country : near));
  return borderKm[nearest] <= NEAR_BORDER_KM ? [`${sayKm(borderKm[nearest])} to ${countryName(page, nearest)}`] : [];
}

/** The highest level that anybody gives; who gives it stands above, area by area. */
export function sayAdvice(page: Page, advisories: readonly AppliedAdvisory[] | null): string {
  if (advisories === null) return page.chalk.yellow('advice not known');
  const level = highestLevel(advisories);
  const highest = advisories.filter((advisory) => advisory.level === level);
  return `${paintLevel(page.chalk, level, sayLevel(level))}${level === null ? '' : sayReason(highest)}`;
}

/** What a level rests on that nobody is sure of. */
function sayReason(highest: readonly AppliedAdvisory[]): string {
  if (highest.some(({ confidence }) => confidence === 'certain')) return '';
  // Which area that is stands above, with the same day.
  return highest.some(({ confidence }) => confidence === 'likely') ? ' (near the edge)' : ' (perhaps)';
}

export function sayLeg(page: Page, leg: AssessedLeg, stop: AssessedStop | null): string {
  // No airport is known there, so the ground was looked at.
  const mode = leg.mode === 'air' && leg.basis !== 'flight' ? 'by air, taken as a drive' : sayMode(leg.mode);
  return [capitalise(mode), sayLength(leg, sayBasis(leg)), ...sayWorseWay(page, leg, stop, '')].join(', ');
}

/** The way may be worse than the place it leads to. */
function sayWorseWay(page: Page, leg: AssessedLeg, stop: AssessedStop | null, prefix: string): string[] {
  const isWorse = (highestLevel(leg.advisories) ?? 0) > (highestLevel(stop?.advisories ?? null) ?? 0);
  return leg.advisories === null || isWorse ? [`${prefix}${sayAdvice(page, leg.advisories)}`] : [];
}

function sayLength(leg: AssessedLeg, how: string): string {
  const { basis, lengthKm, hours, road } = leg;
  if (basis === 'unknown') return 'way not known';
  const facts = [`${lengthKm === null ? 'length not known' : sayKm(lengthKm)}${how}`];
  if (hours !== null) {
    const time = hours < 1 ? `${Math.max(1, Math.round(hours * 60))} min` : `about ${Math.round(hours)} h`;
    facts.push(`${time}${leg.corridorKm ? ' for the part by road' : ''}`);
  }
  const top = road?.highest;
  if (top && isTop(top)) facts.push(`up to ${sayMetres(top.altitudeM)} (${top.name})`);
  return facts.join(', ');
}

/** A drawn line may be shorter than the road, so it is said whose line was measured. */
function sayBasis({ basis, corridorKm }: AssessedLeg): string {
  const doubt = corridorKm ? ` ±${sayKm(corridorKm)}` : '';
  if (basis === 'track') return ` by your track${doubt}`;
  if (basis === 'road') return ` by road${corridorKm ? `, part of it a guess${doubt}` : ''}`;
  return basis === 'flight' ? ' in a straight line' : ` in a straight line, a guess${doubt}`;
}

function sayMode(mode: AssessedLeg['mode']): string {
  if (mode === null) return 'way of travel not said';
  if (mode === '4x4') return mode;
  return mode === 'foot' ? 'on foot' : `by ${mode}`;
}

export function sayStrayLeg(page: Page, leg: AssessedLeg): string {
  const ends = `From ${placeName(page.trip, leg.from)} to ${placeName(page.trip, leg.to)}`;
  return `${[`${ends}: ${sayLeg(page, leg, null)}`, ...sayInside(page, leg)].join('. ')}.`;
}

/** Rules about the road and its season. */
export const onTheRoad = /^TJ(21[345]|5)/;

/** Season, altitude and road: findings that belong to a day. Another way is always worth a word. */
function sayNotes(page: Page, subjects: readonly (string | undefined)[]): string[] {
  return page.assessment.findings
    .filter(
      ({ rule, subject, severity, suppressed }) =>
        subjects.includes(subject) &&
        onTheRoad.test(rule) &&
        !suppressed &&
        (severity !== 'info' || rule === 'TJ214' || page.verbose),
    )
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .map(({ message, severity, rule }) => {
      if (severity === 'info') return `${rule === 'TJ214' ? '' : 'Note: '}${message} [${rule}]`;
      const line = `${severity === 'error' ? 'Stop' : 'Mind'}: ${message} [${rule}]`;
      return severity === 'error' ? page.chalk.red(line) : page.chalk.yellow(line);
    });
}

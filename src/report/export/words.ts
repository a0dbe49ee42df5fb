/**
 * What the points, lines and areas of an export are told with: a few lines of plain text. Programs show them as text or
 * as HTML, and nobody knows which, so that they hold neither `<` nor `>`.
 */
import type { AppliedAdvisory } from '../../assessment/advice.ts';
import type { AssessedLeg, AssessedStop } from '../../assessment/way.ts';
import type { Assessment, ReportedZone } from '../../assessment.ts';
import { legsOfBasis, stopsWithoutPlace } from '../../drawing/not-drawn.ts';
import { sureness } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import type { Level } from '../../knowledge/schema/parts.ts';
import { commonName, groupFamilies } from '../family.ts';
import { isOwn, sayOwnRules } from '../own-zones.ts';
import { count, isTop, sayDate, sayKm, sayLevel, sayMetres, sayNative, sayWeekday } from '../pretty/words.ts';
import { sayUnread } from '../unread.ts';

/** Line breaks of a name would end the line that tells it. */
export const plainText = (text: string): string =>
  text
    .replace(/\s*[\t\r\n]+\s*/g, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›');

/** As the licences of the data ask, see `data/LICENSE.md`. */
export const attribution = '© OpenStreetMap contributors, ODbL 1.0. Contains data from GeoNames, CC BY 4.0.';

/** As the file calls it; else by its ends. */
export function sayTitle({ itinerary: { title }, stops }: Assessment): string {
  const own = stops.filter(({ id, name }) => id !== 'entry' && id !== 'exit' && name !== '').map(({ name }) => name);
  return title ?? [...new Set([own[0], own.at(-1)])].join(' – ');
}

/** What holds for the whole file. */
export function sayTrip(assessment: Assessment): string[] {
  const { tool, asOf, overall } = assessment;
  const placeless = stopsWithoutPlace(assessment);
  const wayless = legsOfBasis('unknown', assessment);
  return [
    `Drawn by tajcheck ${tool.version} as of ${sayDate(asOf)}: good for planning, not for steering by.`,
    'Each level is the highest that any government gives. Beside it stands the highest of each, in its own words. No level does not mean safe.',
    ...sayUnread(assessment),
    ...(overall.level === null ? ['No level could be established for this trip.'] : []),
    ...(placeless.length > 0 ? [`Not drawn, for the place is not known: ${placeless.join(', ')}.`] : []),
    ...(wayless.length > 0 ? [`Not drawn, for the way is not known: ${wayless.join(', ')}.`] : []),
    attribution,
  ].map(plainText);
}

/**
 * `Canada: Avoid all travel (4 of 4), within 10 km of the border, 29 Jul 2026 (perhaps)`: of each government the highest
 * that it says here, on a phone there is no room for more. Who gives no level comes last.
 */
export function sayAdvice(advisories: readonly AppliedAdvisory[] | null, { authorities }: Assessment): string[] {
  if (advisories === null) return ['Advice not known.'];
  const byAuthority = groupBy(
    advisories.toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0) || sureness[a.confidence] - sureness[b.confidence]),
    ({ authority }) => authority,
  );
  return [...byAuthority.values()].map(([{ authority, native, level, area, issued, confidence }]) => {
    const sure = { certain: '', likely: ' (near the edge)', possible: ' (perhaps)' }[confidence];
    const who = authorities[authority]?.short ?? authority;
    return plainText(`${who}: ${sayNative(native, level)}, ${area}, ${sayDate(issued)}${sure}.`);
  });
}

export function sayStop(stop: AssessedStop, assessment: Assessment): string[] {
  const { from, nights, altitudeM, zones, near, lon, country } = stop;
  const day = from === null ? 'Day not known' : `${sayWeekday(from)} ${from.slice(0, 4)}`;
  const stay = nights > 0 ? count(nights, 'night') : 'passing through';
  const outside = zones === null && lon !== null;
  return [
    `${day}, ${stay}, ${altitudeM === null ? 'height not known' : sayMetres(altitudeM)}.`,
    ...(lon === null ? ['The place is not known: nothing here was checked.'] : []),
    ...(outside
      ? [`Outside the data${country === null ? '' : ` (${country})`}: neither advice nor papers were checked.`]
      : []),
    ...(outside ? [] : sayAdvice(stop.advisories, assessment)),
    ...sayZones('Inside', zones?.map(({ id }) => id) ?? [], assessment),
    ...sayZones(
      'Near the edge of',
      near.map(({ id }) => id),
      assessment,
    ),
  ];
}

/** Areas without an authority of their own (those with one are told by its advice), and the reader's, with their rules. */
function sayZones(where: string, ids: readonly string[], { zones }: Assessment): string[] {
  const told = zones.filter(({ id, kind, authority }) => ids.includes(id) && kind !== 'country' && authority === null);
  const packaged = groupFamilies(told.filter((zone) => !isOwn(zone))).map(nameFamily);
  return [
    ...(packaged.length > 0 ? [plainText(`${where}: ${packaged.join('; ')}.`)] : []),
    ...told.filter(isOwn).map((zone) => plainText(`${where} your own zone “${zone.name}”. ${sayOwnRules(zone)}`)),
  ];
}

const nameFamily = (zones: readonly ReportedZone[]): string => commonName(zones.map(({ name }) => name));

/** How one travels, and how far the line can be trusted. */
export function sayLeg(leg: AssessedLeg): string[] {
  const { mode, basis, date, lengthKm, hours, corridorKm, road } = leg;
  const how = {
    track: 'by your track',
    road: 'by road',
    flight: 'by air',
    guess: 'way guessed',
    unknown: 'way not known',
  }[basis];
  const facts = [
    ...(mode === null || basis === 'flight' ? [] : [mode]),
    how,
    ...(date === null ? [] : [`${sayWeekday(date)} ${date.slice(0, 4)}`]),
    ...(lengthKm === null ? [] : [sayKm(lengthKm)]),
    ...(hours === null ? [] : [`about ${hours} h moving in the dry season`]),
  ];
  const top =
    road?.highest && isTop(road.highest) ? [`Up to ${sayMetres(road.highest.altitudeM)} at ${road.highest.name}.`] : [];
  return [plainText(`${facts.join(', ')}.`), ...top, ...sayTrust(basis, corridorKm)];
}

function sayTrust(basis: AssessedLeg['basis'], corridorKm: number | null): string[] {
  const off = corridorKm ? ` The true way may lie up to ${sayKm(corridorKm)} to either side.` : '';
  if (basis === 'guess') return [`GUESS: no road is known there, so this is a straight line.${off}`];
  if (basis === 'unknown') return ['NOT KNOWN: which way leads there.'];
  if (basis === 'flight') return ['FLIGHT: a straight line from airport to airport; what lies below is not entered.'];
  return basis === 'road' && corridorKm ? [`PARTLY A GUESS.${off}`] : [];
}

/** In brackets behind a name; empty for a way that is known. */
export function sayBasis({ basis, corridorKm }: AssessedLeg): string {
  if (basis === 'road') return corridorKm ? ' (partly a guess)' : '';
  return basis === 'track' ? '' : ` (${basis})`;
}

/** Behind a level: an area of a higher one is so near that the true way may lie in it. */
export const sayPerhaps = (perhaps: Level | null): string => (perhaps === null ? '' : `, perhaps ${sayLevel(perhaps)}`);

export const sayNearEdge = (perhaps: Level | null): string[] =>
  perhaps === null
    ? []
    : [`Perhaps ${sayLevel(perhaps)}: an area of that level is so near that the true way may lie in it.`];

/** What an area is, who speaks of it, and how far its edge can be trusted. */
export function sayZone(zone: ReportedZone, statements: readonly AppliedAdvisory[], assessment: Assessment): string[] {
  const { basis, rule, uncertaintyKm, asOf, kind } = zone;
  const edge = { stated: 'as its source states it', derived: 'worked out', approximate: 'drawn roughly from a text' }[
    basis
  ];
  return [
    ...(isOwn(zone)
      ? [plainText(`Your own zone (${zone.own.file}). ${sayOwnRules(zone)}`)]
      : [`${kindWords[kind] ?? kind}, ${sayDate(asOf)}.`]),
    ...sayAdvice(statements, assessment),
    plainText(
      `Edge ${edge}${uncertaintyKm > 0 ? `, up to ${sayKm(uncertaintyKm)} off` : ''}.${rule ? ` ${rule}` : ''}`,
    ),
  ];
}

const kindWords: Readonly<Record<string, string>> = {
  advisory: 'Area of travel advice',
  permit: 'Area that needs a permit',
  hazard: 'Danger reported; land outside it is not thereby clear',
  closure: 'Closed area',
};

/** One way by road for a person: its length and height, the road piece by piece, and where it meets which zone. */
import type { AssessedLeg, LegCrossing, OtherWay } from '../assessment/way.ts';
import type { Assessment, ReportedZone } from '../assessment.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { padEnd, textWidth } from '../terminal/width.ts';
import { wrap } from '../terminal/wrap.ts';
import { commonName, distanceOf, groupFamilies, sayLengths } from './family.ts';
import { isOwn, sayOwnRules } from './own-zones.ts';
import { isTop, sayKm, sayMetres } from './pretty/words.ts';
import type { View } from './where.ts';

export function reportRoute(assessment: Assessment, { width, chalk }: View): string {
  const { stops, legs, findings, zones, authorities } = assessment;
  const [leg] = legs;
  const [from, to] = stops.map(({ name }) => escapeForTerminal(name));
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', ...wrap(chalk.bold(title), width), ...lines];
  const ownerOf = ({ authority }: ReportedZone): string =>
    authority === null ? 'all' : (authorities[authority]?.short ?? authority);
  // Of the ends too: that nothing was checked there, or that another country's papers are wanted.
  const own = findings.filter(({ subject, rule }) => subject !== 'trip' && /^TJ(2|5)/.test(rule));
  return `${[
    ...wrap(`${chalk.bold(`${from} to ${to}`)}${sayLeg(leg)}`, width, 0, 2),
    ...section('The road', sayRoad(leg, width)),
    ...section(
      leg.basis === 'road'
        ? 'Areas on the way, in kilometres from the start'
        : 'Areas on the straight line that stands for the way',
      (leg.crossings === null ? ['Not known.'] : sayAreas(leg, zones, ownerOf)).flatMap((line) =>
        wrap(line, width, 2, 4),
      ),
    ),
    ...section(
      'Areas that the way may touch',
      sayNear(leg, zones).flatMap((line) => wrap(line, width, 2, 4)),
    ),
    ...section(
      'Other ways',
      (leg.road?.others ?? []).flatMap((other) => {
        const [way, ...areas] = sayOther(other, leg, zones, ownerOf);
        return [...wrap(way, width, 2, 4), ...areas.flatMap((area) => wrap(area, width, 4, 6))];
      }),
    ),
    ...section(
      'Mind',
      own
        // Other ways stand above, and how a long way is shared out over days is not asked.
        .filter(({ rule }) => !['TJ214', 'TJ503', 'TJ504'].includes(rule))
        .flatMap(({ message, rule }) => wrap(`${escapeForTerminal(message)} [${rule}]`, width, 2, 4)),
    ),
  ].join('\n')}\n`;
}

function sayLeg({ basis, lengthKm, hours, road, mode, corridorKm }: AssessedLeg): string {
  if (basis !== 'road') return ': no road that tajcheck knows leads there';
  return ` ${mode === 'foot' ? 'on foot' : `by ${mode}`}: ${sayKm(lengthKm!)}, about ${hours} h moving in the dry season${corridorKm ? ' without the guessed part' : ''}${sayTop(road!.highest)}`;
}

/** Columns of the road at least so wide that all of it fits; narrower terminals drop the hours, then the number. */
const HOURS_FIT = 72;
const NUMBER_FITS = 56;

const sayTop = (highest: OtherWay['highest']): string =>
  highest && isTop(highest) ? `, up to ${sayMetres(highest.altitudeM)} at ${highest.name}` : '';

/** One line for each section, aligned. */
function sayRoad({ road }: AssessedLeg, width: number): string[] {
  if (road === null || road.stretches.length === 0) return [];
  const rows = road.stretches.map((stretch) => [
    `km ${Math.round(stretch.fromKm)}`,
    stretch.name,
    ...(width < NUMBER_FITS ? [] : [stretch.number ?? '']),
    stretch.surface,
    sayKm(stretch.toKm - stretch.fromKm),
    ...(width < HOURS_FIT ? [] : [`${stretch.hours.toFixed(1)} h`]),
  ]);
  const columns = rows[0].map((_, at) => Math.max(...rows.map((row) => textWidth(row[at]))));
  const others = columns.reduce((sum, own, at) => (at === 1 ? sum : sum + own), 0);
  const nameWidth = Math.max(8, width - 2 * columns.length - others);
  columns[1] = Math.min(columns[1], nameWidth);
  return rows.map((row) => {
    const cells = row.map((cell, at) => padEnd(at === 1 ? cut(cell, nameWidth) : cell, columns[at]));
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

const cut = (text: string, width: number): string => (textWidth(text) <= width ? text : `${text.slice(0, width - 1)}…`);

/** Each area once, with the kilometres inside by each authority and the widest one's ends. */
function sayAreas(
  { crossings, lengthKm }: AssessedLeg,
  zones: readonly ReportedZone[],
  ownerOf: (zone: ReportedZone) => string,
): string[] {
  const met = new Map<string, LegCrossing[]>();
  for (const crossing of crossings ?? []) met.set(crossing.zone, [...(met.get(crossing.zone) ?? []), crossing]);
  const touched = zones.filter(({ id, kind }) => met.has(id) && kind !== 'country');
  if (touched.length === 0) return ['None that tajcheck knows.'];
  return groupFamilies(touched).map((family) => {
    const lengths = family.map((zone) => ({ zone, km: insideKm(met.get(zone.id)!) }));
    const widest = lengths.reduce((most, next) => (next.km > most.km ? next : most));
    const inside = sayLengths(lengths, (zone) => `${ownerOf(zone)}${distanceOf(zone)}`);
    const name = escapeForTerminal(nameOf(family));
    const rules = isOwn(family[0]) ? `. ${escapeForTerminal(sayOwnRules(family[0]))}` : '';
    return `${name}: ${inside}; ${sayStretches(met.get(widest.zone.id)!, lengthKm!)}${rules}`;
  });
}

/** Areas outside the line, but nearer than the doubt about the line or about their own edge. */
function sayNear({ corridorZones }: AssessedLeg, zones: readonly ReportedZone[]): string[] {
  const near = zones.filter(({ id }) => corridorZones.includes(id));
  return groupFamilies(near).map((family) => {
    const rules = isOwn(family[0]) ? `. ${sayOwnRules(family[0])}` : '';
    return escapeForTerminal(`${nameOf(family)}${rules}`);
  });
}

/** A zone of the reader's own says whose it is. */
const nameOf = (family: readonly ReportedZone[]): string =>
  isOwn(family[0])
    ? `Your own zone “${family[0].name}” (${family[0].own.file})`
    : commonName(family.map(({ name }) => name));

const insideKm = (crossings: readonly LegCrossing[]): number => crossings.reduce((sum, own) => sum + own.insideKm, 0);

/** More stretches than these are counted, not listed. */
const MOST_STRETCHES = 4;

/** `from km 212 near Shurobod to km 547 near Khorog`. */
function sayStretches(crossings: readonly LegCrossing[], lengthKm: number): string {
  const [first, last] = [crossings[0], crossings.at(-1)!];
  if (first.entryKm < 0.5 && insideKm(crossings) > lengthKm - 0.5) return 'all the way';
  const at = (km: number, near: string | null): string => `km ${Math.round(km)}${near === null ? '' : ` near ${near}`}`;
  const say = (from: LegCrossing, to: LegCrossing): string =>
    `from ${at(from.entryKm, from.entryNear)} to ${at(to.exitKm, to.exitNear)}`;
  if (crossings.length > MOST_STRETCHES) return `${crossings.length} stretches ${say(first, last)}`;
  return crossings.map((own) => say(own, own)).join(', ');
}

/** The way, then each area in which it differs. */
function sayOther(
  other: OtherWay,
  leg: AssessedLeg,
  zones: readonly ReportedZone[],
  ownerOf: (zone: ReportedZone) => string,
): string[] {
  const here = new Map<string, number>();
  for (const { zone, insideKm } of leg.crossings ?? []) here.set(zone, (here.get(zone) ?? 0) + insideKm);
  const elsewhere = new Map(Object.entries(other.insideKm));
  const known = zones.filter(
    ({ kind, id }) => kind !== 'country' && kind !== 'district' && (elsewhere.has(id) || here.has(id)),
  );
  const areas = groupFamilies(known).flatMap((family) => {
    const there = family.map((zone) => ({ zone, km: elsewhere.get(zone.id) ?? 0 }));
    const same = there.every(({ zone, km }) => Math.abs(km - (here.get(zone.id) ?? 0)) < 1);
    if (same) return [];
    const name = escapeForTerminal(nameOf(family));
    const none = there.every(({ km }) => km === 0);
    return [`${name}: ${none ? 'not entered' : sayLengths(there, (zone) => `${ownerOf(zone)}${distanceOf(zone)}`)}`];
  });
  const by = other.by === null ? '' : `By ${other.by}: `;
  const when = leg.date === null ? 'in some months' : 'then';
  const told = (verb: string, roads: readonly string[]): string =>
    roads.length === 0 ? '' : `; ${verb} ${when}: ${roads.join(', ')}`;
  const shut = told('shut', other.shut) + told('perhaps shut', other.perhapsShut);
  return [`${by}${sayKm(other.lengthKm)}, about ${other.hours} h${sayTop(other.highest)}${shut}`, ...areas];
}

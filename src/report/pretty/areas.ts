/** The areas that the trip touches: what each authority says of them, and where on the trip. */
import type { AppliedAdvisory } from '../../assessment/advice.ts';
import type { Assessment, ReportedZone } from '../../assessment.ts';
import { type Confidence, sureness } from '../../finding.ts';
import type { Level } from '../../knowledge/schema/parts.ts';
import { commonName, groupFamilies, shortName } from '../family.ts';
import type { Trip } from './trip.ts';
import { orderOf, sayDays, sayDaysBeside } from './trip.ts';

/** Stops and legs, by how sure it is that something holds there. */
export type Where = Readonly<Record<Confidence, readonly string[]>>;

/** What one authority says about an area, and where on the trip. */
export interface Statement {
  readonly authority: string;
  readonly zone: string;
  readonly native: string;
  readonly level: Level | null;
  readonly words: string;
  readonly issued: string;
  readonly source: string;
  readonly where: Where;
}

export interface Area {
  readonly name: string;
  /** The abbreviation that the name ends with, else the name: `GBAO`. */
  readonly short: string;
  readonly kind: string;
  /** `mines`; null for an area that is no hazard. */
  readonly danger: string | null;
  readonly zones: readonly ReportedZone[];
  readonly where: Where;
  /** Highest level first. */
  readonly statements: readonly Statement[];
  /** Kilometres of the way inside, zone by zone; a zone whose length is not known is absent. */
  readonly wayKm: ReadonlyMap<string, number>;
}

export function gatherAreas(assessment: Assessment, trip: Trip): Area[] {
  const touches = touchesByZone(assessment);
  const dangers = assessment.findings.filter(({ rule }) => rule === 'TJ303').map(({ message }) => message);
  return groupFamilies(zonesOf(assessment))
    .filter((zones) => zones.some(({ id }) => touches.has(id)))
    .map((zones) => describeArea(zones, touches, dangers))
    .map((area) => ({ area, order: orderOf(trip, allOf(area.where)) }))
    .sort((a, b) => topLevel(b.area) - topLevel(a.area) || a.order - b.order)
    .map(({ area }) => area);
}

/** The highest level anybody gives the area; 0 where nobody gives one. */
export function topLevel(area: Area): number {
  return area.statements[0]?.level ?? 0;
}

/** The area that each zone is part of. */
export function areasByZone(areas: readonly Area[]): Map<string, Area> {
  const byZone = new Map<string, Area>();
  for (const area of areas) for (const { id } of area.zones) byZone.set(id, area);
  return byZone;
}

function allOf({ certain, likely, possible }: Where): string[] {
  return [...certain, ...likely, ...possible];
}

/** Being near the edge counts as being inside. */
export function countEdges({ certain, likely, possible }: Where): Where {
  return { certain: [...certain, ...likely], likely: [], possible };
}

/** Whether more than a guessed way leads there. */
export function isMoreThanGuess({ certain, likely }: Where): boolean {
  return certain.length + likely.length > 0;
}

/** `days 3-6 (near the edge 7-8, perhaps 9)`; the first brackets may name the stretch of the surest days as well. */
export function sayWhen(trip: Trip, { certain, likely, possible }: Where, stretch = ''): string {
  const sure = sayDays(trip, certain);
  const near = sayDaysBeside(trip, likely, certain);
  const maybe = sayDaysBeside(trip, possible, [...certain, ...likely]);
  const perhaps = maybe && `perhaps ${maybe}`;
  const notes = [stretch, near && (sure ? `near the edge ${near}` : 'near the edge'), sure || near ? perhaps : ''];
  const days = sure || (near ? sayDays(trip, likely) : maybe && `perhaps ${sayDays(trip, possible)}`);
  const told = notes.filter(Boolean).join(', ');
  return `${days}${told && ` (${told})`}`;
}

/** Zones that the assessment describes, and bare ones for any that it only names. */
function zonesOf(assessment: Assessment): ReportedZone[] {
  const known = new Map(assessment.zones.map((zone) => [zone.id, zone]));
  for (const { advisories } of placed(assessment)) {
    for (const { zone, authority } of advisories ?? []) {
      if (!known.has(zone)) known.set(zone, bareZone(zone, authority));
    }
  }
  return [...known.values()];
}

function bareZone(id: string, authority: string): ReportedZone {
  return {
    id,
    name: id,
    kind: 'advisory',
    authority,
    restriction: 'none',
    basis: 'approximate',
    rule: '',
    uncertaintyKm: 0,
    sources: [],
    asOf: '',
    own: null,
  };
}

/** What the trip has to do with one zone. */
interface Touches {
  /** How sure each stop and leg is to be inside. */
  readonly subjects: Map<string, Confidence>;
  readonly advisories: { readonly subject: string; readonly advisory: AppliedAdvisory }[];
  wayKm: number | null;
}

function touchesByZone(assessment: Assessment): Map<string, Touches> {
  const zones = new Map<string, Touches>();
  const of = (zone: string): Touches => {
    const touches = zones.get(zone) ?? { subjects: new Map(), advisories: [], wayKm: null };
    zones.set(zone, touches);
    return touches;
  };
  // Advice knows best how sure it is; where nobody speaks of a zone the geometry has to do.
  const touch = (zone: string, subject: string, confidence: Confidence) => {
    const { subjects } = of(zone);
    if (!subjects.has(subject)) subjects.set(subject, confidence);
  };
  for (const { id, advisories } of placed(assessment)) {
    for (const advisory of advisories ?? []) {
      touch(advisory.zone, id, advisory.confidence);
      of(advisory.zone).advisories.push({ subject: id, advisory });
    }
  }
  for (const { id, zones: inside, near } of assessment.stops) {
    for (const zone of inside ?? []) touch(zone.id, id, 'certain');
    for (const zone of near) touch(zone.id, id, 'likely');
  }
  for (const { id, basis, crossings, corridorKm, corridorZones } of assessment.legs) {
    for (const { zone, insideKm } of crossings ?? []) {
      touch(zone, id, basis === 'guess' ? 'possible' : 'certain');
      const touches = of(zone);
      touches.wayKm = (touches.wayKm ?? 0) + insideKm;
    }
    for (const zone of corridorZones) touch(zone, id, corridorKm === 0 ? 'likely' : 'possible');
  }
  return zones;
}

function describeArea(zones: readonly ReportedZone[], all: Map<string, Touches>, dangers: readonly string[]): Area {
  const statements = new Map<string, Statement & { readonly where: Record<Confidence, string[]> }>();
  const subjects = new Map<string, Confidence>();
  const wayKm = new Map<string, number>();
  for (const { id } of zones) {
    const touches = all.get(id);
    if (!touches) continue;
    if (touches.wayKm !== null) wayKm.set(id, touches.wayKm);
    for (const [subject, confidence] of touches.subjects) {
      const before = subjects.get(subject);
      if (before === undefined || sureness[confidence] < sureness[before]) subjects.set(subject, confidence);
    }
    for (const { subject, advisory } of touches.advisories) {
      const { confidence, ...said } = advisory;
      const statement = statements.get(advisory.id) ?? { ...said, where: nowhere() };
      statements.set(advisory.id, statement);
      statement.where[confidence].push(subject);
    }
  }
  const where = nowhere();
  for (const [subject, confidence] of subjects) where[confidence].push(subject);
  const name = commonName(zones.map((zone) => zone.name));
  return {
    name,
    short: shortName(name),
    kind: zones[0].kind,
    danger: zones[0].kind === 'hazard' ? dangerOf(zones[0], dangers) : null,
    zones,
    where,
    statements: [...statements.values()].sort((a, b) => (b.level ?? 0) - (a.level ?? 0)),
    wayKm,
  };
}

const nowhere = (): Record<Confidence, string[]> => ({ certain: [], likely: [], possible: [] });

/** The finding about a hazard begins `NAME: mines reported`. */
function dangerOf({ name }: ReportedZone, messages: readonly string[]): string {
  const opening = `${name}: `;
  const said = messages.find((message) => message.startsWith(opening)) ?? '';
  const end = said.indexOf(' reported');
  return end === -1 ? 'danger' : said.slice(opening.length, end);
}

function placed({ stops, legs }: Assessment): { id: string; advisories: AppliedAdvisory[] | null }[] {
  return [...stops, ...legs];
}

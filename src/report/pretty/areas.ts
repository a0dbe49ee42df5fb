/**
 * Zones gathered into areas that a reader thinks of as one. Each authority may have a strip of its own along the
 * same border: such zones carry the authority's first word at the end of their id (`af-border-us`, `af-border-ca`)
 * and form one area. Statements stay apart, one for each authority.
 */
import type { AppliedAdvisory, Assessment, ReportedZone } from '../../assessment.ts';
import type { Confidence } from '../../finding.ts';
import type { Level } from '../../knowledge/schema.ts';
import type { Trip } from './trip.ts';
import { firstDayOf, sayDays, sayDaysBeside } from './trip.ts';
import { surest } from './words.ts';

/** What one authority says about an area, and where on the trip. */
export interface Statement {
  readonly authority: string;
  readonly zone: string;
  readonly native: string;
  readonly level: Level | null;
  readonly words: string;
  readonly confidence: Confidence;
  readonly where: Where;
}

/** Stops and legs where something holds, and those where it may hold because the way there is a guess. */
export interface Where {
  readonly sure: readonly string[];
  readonly maybe: readonly string[];
}

export interface Area {
  readonly key: string;
  readonly name: string;
  /** The abbreviation that the name ends with, else the name: `GBAO`. */
  readonly short: string;
  readonly kind: string;
  readonly zones: readonly ReportedZone[];
  readonly where: Where;
  /** Highest level first. */
  readonly statements: readonly Statement[];
  /** Kilometres of road inside, zone by zone; a zone whose length is not known is absent. */
  readonly roadKm: ReadonlyMap<string, number>;
}

export function gatherAreas(assessment: Assessment, trip: Trip): Area[] {
  const families = new Map<string, ReportedZone[]>();
  for (const zone of zonesOf(assessment)) {
    const key = familyOf(zone.id, zone.authority);
    families.set(key, [...(families.get(key) ?? []), zone]);
  }
  return [...families]
    .map(([key, zones]) => describeArea(key, zones, assessment))
    .filter((area) => area.where.sure.length + area.where.maybe.length > 0)
    .sort(
      (a, b) =>
        topLevel(b) - topLevel(a) || firstDayOf(trip, touchedBy(a.where)) - firstDayOf(trip, touchedBy(b.where)),
    );
}

/** The highest level anybody gives the area; 0 where nobody gives one. */
export function topLevel(area: Area): number {
  return area.statements[0]?.level ?? 0;
}

export function areaOf(areas: readonly Area[], zone: string): Area | undefined {
  return areas.find((area) => area.zones.some(({ id }) => id === zone));
}

/** Every stop and leg, sure or not. */
function touchedBy({ sure, maybe }: Where): string[] {
  return [...sure, ...maybe];
}

/** `days 3-8, perhaps also 9`. */
export function sayWhen(trip: Trip, { sure, maybe }: Where): string {
  const days = sayDays(trip, sure);
  const all = sayDays(trip, [...sure, ...maybe]);
  if (days === all) return days || 'some days';
  return days ? `${days}, perhaps also ${sayDaysBeside(trip, maybe, sure)}` : `perhaps ${all}`;
}

function familyOf(zone: string, authority: string | null): string {
  const owner = authority?.split('-')[0];
  return owner && zone.endsWith(`-${owner}`) ? zone.slice(0, -owner.length - 1) : zone;
}

/** Zones that the assessment describes, and bare ones for any that it only names. */
function zonesOf(assessment: Assessment): ReportedZone[] {
  const known = new Map(assessment.zones.map((zone) => [zone.id, zone]));
  for (const { zone, authority } of placed(assessment).flatMap(({ advisories }) => advisories ?? [])) {
    if (!known.has(zone)) known.set(zone, bareZone(zone, authority));
  }
  return [...known.values()];
}

function bareZone(id: string, authority: string): ReportedZone {
  const unknown = {
    restriction: 'none',
    basis: 'approximate',
    rule: '',
    uncertaintyKm: 0,
    sources: [],
    asOf: '',
  } as const;
  return { id, name: id, kind: 'advisory', authority, ...unknown, sources: [] };
}

function describeArea(key: string, zones: readonly ReportedZone[], assessment: Assessment): Area {
  const ids = new Set(zones.map(({ id }) => id));
  const statements = new Map<string, Statement>();
  const sure = new Set<string>();
  const maybe = new Set<string>();
  const roadKm = new Map<string, number>();

  for (const { id, advisories } of placed(assessment)) {
    for (const advisory of advisories ?? []) {
      if (!ids.has(advisory.zone)) continue;
      (advisory.confidence === 'possible' ? maybe : sure).add(id);
      statements.set(advisory.id, addSubject(statements.get(advisory.id), advisory, id));
    }
  }
  for (const { id, zones: inside, near } of assessment.stops) {
    if ([...(inside ?? []), ...near].some((zone) => ids.has(zone.id))) sure.add(id);
  }
  for (const { id, basis, crossings, corridorZones } of assessment.legs) {
    for (const { zone, insideKm } of crossings ?? []) {
      if (!ids.has(zone)) continue;
      (basis === 'guess' ? maybe : sure).add(id);
      roadKm.set(zone, (roadKm.get(zone) ?? 0) + insideKm);
    }
    if (corridorZones.some((zone) => ids.has(zone))) maybe.add(id);
  }
  const name = commonName(zones.map((zone) => zone.name));
  return {
    key,
    name,
    short: /\(([A-Z]{2,8})\)$/.exec(name)?.[1] ?? name,
    kind: zones[0].kind,
    zones,
    where: { sure: [...sure], maybe: [...maybe].filter((id) => !sure.has(id)) },
    statements: [...statements.values()].sort((a, b) => (b.level ?? 0) - (a.level ?? 0)),
    roadKm,
  };
}

function addSubject(before: Statement | undefined, advisory: AppliedAdvisory, subject: string): Statement {
  const { authority, zone, native, level, words, confidence } = advisory;
  const { sure, maybe } = before?.where ?? { sure: [], maybe: [] };
  const where = confidence === 'possible' ? { sure, maybe: [...maybe, subject] } : { sure: [...sure, subject], maybe };
  const surer = before ? surest(before.confidence, confidence) : confidence;
  return { authority, zone, native, level, words, confidence: surer, where };
}

function placed({ stops, legs }: Assessment): { id: string; advisories: AppliedAdvisory[] | null }[] {
  return [...stops, ...legs];
}

/** The words that all names begin with: `Afghan border (US)` and `Afghan border (Canada)` are the Afghan border. */
function commonName(names: readonly string[]): string {
  const [first, ...others] = names.map((name) => name.split(' '));
  let length = first.length;
  for (const other of others) while (first.slice(0, length).join(' ') !== other.slice(0, length).join(' ')) length--;
  const shared = first
    .slice(0, length)
    .join(' ')
    .replace(/[\s,:;(–-]+$/, '');
  return shared || names[0];
}

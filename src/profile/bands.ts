/** The zones along the trip: from which kilometre to which one is inside. */
import type { AssessedLeg } from '../assessment/way.ts';
import type { ReportedZone } from '../assessment.ts';
import { groupBy } from '../group-by.ts';
import type { Level } from '../knowledge/schema/parts.ts';
import { commonName, groupFamilies } from '../report/family.ts';
import { km } from '../round.ts';
import { capitalise } from '../sentence.ts';
import type { PlacedLeg, ProfileBand, ProfileTrip } from './profile.ts';

/** Kilometres that rounding may leave between the end of one leg in a zone and the start of the next. */
const ROUNDING_KM = 0.01;

interface Stretch {
  readonly zone: string;
  readonly fromKm: number;
  readonly toKm: number;
  readonly sure: boolean;
}

/** By zone in the order of the assessment, then by kilometre. One is always in some country and district. */
export function bandsAlong(legs: readonly PlacedLeg[], { assessment, knowledge }: ProfileTrip): ProfileBand[] {
  const stretches = groupBy(legs.flatMap(stretchesOf), ({ zone }) => zone);
  const levels = levelsByZone(assessment.legs);
  const zones = assessment.zones.filter(
    ({ id, kind }) => kind !== 'country' && kind !== 'district' && stretches.has(id),
  );
  const groups = nameGroups(zones, knowledge);
  return zones.flatMap(({ id, name, kind }) =>
    joinUp(stretches.get(id)!).map(
      (stretch): ProfileBand => ({ ...stretch, name, kind, group: groups.get(id)!, level: levels.get(id) ?? null }),
    ),
  );
}

/** Hazards by what is reported there; the rest by the area that readers think of as one. */
function nameGroups(zones: readonly ReportedZone[], knowledge: ProfileTrip['knowledge']): Map<string, string> {
  const groups = new Map<string, string>();
  for (const family of groupFamilies(zones)) {
    const name = commonName(family.map((zone) => zone.name));
    for (const { id, own } of family) {
      const reasons = own === null ? (knowledge.zones[id]?.reasons ?? []) : [];
      const reported = family[0].kind === 'hazard' && reasons.length > 0;
      groups.set(id, reported ? `${capitalise(reasons.map(sayReason).join(' and '))} reported` : name);
    }
  }
  return groups;
}

const sayReason = (reason: string): string => reason.replaceAll('-', ' ');

function stretchesOf({ leg, fromKm: startKm, toKm: endKm }: PlacedLeg): Stretch[] {
  if (leg.lengthKm === null) return [];
  const inside = (leg.crossings ?? []).map(({ zone, entryKm, exitKm }) => ({
    zone,
    fromKm: km(startKm + entryKm),
    toKm: Math.min(km(startKm + exitKm), endKm),
    sure: leg.basis !== 'guess',
  }));
  // Where in the band around the way such a zone lies is not known: anywhere on the leg.
  const perhaps = leg.corridorZones.map((zone) => ({ zone, fromKm: startKm, toKm: endKm, sure: false }));
  return [...inside, ...perhaps];
}

/** Stretches of one zone that touch are one. */
function joinUp(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.fromKm - b.fromKm)) {
    const last = joined.at(-1);
    if (last && last.sure === next.sure && next.fromKm <= last.toKm + ROUNDING_KM) {
      joined[joined.length - 1] = { ...last, toKm: Math.max(last.toKm, next.toKm) };
    } else joined.push(next);
  }
  return joined;
}

function levelsByZone(legs: readonly AssessedLeg[]): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const { zone, level } of legs.flatMap(({ advisories }) => advisories ?? [])) {
    if (level !== null && level > (levels.get(zone) ?? 0)) levels.set(zone, level);
  }
  return levels;
}

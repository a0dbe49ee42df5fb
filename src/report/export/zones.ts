/** Outlines of the areas that the trip enters, or may: what each is, who speaks of it, and its polygons. */
import type { AppliedAdvisory } from '../../assessment/advice.ts';
import type { Assessment, ReportedZone } from '../../assessment.ts';
import type { DrawnTrip } from '../../drawing/drawn-trip.ts';
import { touchedZones } from '../../drawing/touched-zones.ts';
import { highestLevel } from '../../highest-level.ts';
import type { Position } from '../../itinerary/itinerary.ts';
import type { Level } from '../../knowledge/schema/parts.ts';
import { zonePolygons } from '../../map/zone-polygons.ts';
import { sayZone } from './words.ts';

export interface ZonePart {
  readonly zone: ReportedZone;
  readonly level: Level | null;
  readonly lines: readonly string[];
  /** What is said of it on this trip, the highest level first. */
  readonly statements: readonly AppliedAdvisory[];
  /** For each polygon its outline, anticlockwise, and its holes, clockwise. */
  readonly polygons: readonly (readonly (readonly Position[])[])[];
}

/** Whole countries and districts would cover all else: the descriptions name them. */
const notDrawn: readonly string[] = ['country', 'district'];

/** Fifty metres, below what any edge is known to; the file is half as long. */
const TOLERANCE_KM = 0.05;

export function zoneParts({ assessment, knowledge, ownZones }: DrawnTrip): ZonePart[] {
  const touched = touchedZones(assessment);
  const layers = [knowledge, ...ownZones];
  return assessment.zones
    .filter(({ id, kind }) => touched.has(id) && !notDrawn.includes(kind))
    .map((zone): ZonePart => {
      const statements = statementsOf(zone.id, assessment);
      const lines = sayZone(zone, statements, assessment);
      return {
        zone,
        level: highestLevel(statements),
        lines,
        statements,
        polygons: zonePolygons(layers, zone.id, TOLERANCE_KM),
      };
    })
    .sort((a, b) => (b.level ?? 0) - (a.level ?? 0));
}

function statementsOf(zone: string, { stops, legs }: Assessment): AppliedAdvisory[] {
  const all = [...stops, ...legs].flatMap(({ advisories }) => advisories ?? []).filter((said) => said.zone === zone);
  const first = new Map<string, AppliedAdvisory>();
  // How sure one is to be inside differs from place to place; what is said of the area does not.
  for (const said of all) if (!first.has(said.id)) first.set(said.id, { ...said, confidence: 'certain' });
  return [...first.values()].sort((a, b) => (b.level ?? 0) - (a.level ?? 0));
}

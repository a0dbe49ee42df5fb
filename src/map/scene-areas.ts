/** The zones that the trip touches, as areas on the map: those of one extent and one level are one area. */
import type { AppliedAdvisory } from '../assessment/advice.ts';
import type { Assessment, ReportedZone } from '../assessment.ts';
import type { DrawnTrip } from '../drawing/drawn-trip.ts';
import { touchedZones } from '../drawing/touched-zones.ts';
import { groupBy } from '../group-by.ts';
import { highestLevel } from '../highest-level.ts';
import { sayAdvice } from '../report/export/words.ts';
import { isOwn, sayOwnZone } from '../report/own-zones.ts';
import type { ZoneLayer } from '../zones/layer.ts';
import { ringsPath } from './path-data.ts';
import type { Projection } from './projection.ts';
import type { SceneArea } from './scene.ts';
import { shapeOf, zoneRings } from './zone-rings.ts';

/** Outlines may leave the true ones by so much: less than a pixel until the map shows 250 km or less. */
const TOLERANCE_KM = 0.3;

/** The weaker ones first: the strongest is drawn on top. The area of a whole country is ground, and told in words. */
export function sceneAreas(
  { assessment }: DrawnTrip,
  layers: readonly ZoneLayer[],
  { toUnits }: Projection,
): SceneArea[] {
  const said = groupBy(allAdvice(assessment), ({ zone }) => zone);
  const levelOf = (zone: string): SceneArea['level'] => highestLevel(said.get(zone) ?? null);
  const touched = touchedZones(assessment);
  const drawn = assessment.zones.filter(({ kind, id }) => kind !== 'country' && touched.has(id));
  const alike = groupBy(drawn, (zone) => `${shapeOf(layers, zone.id)} ${kindOf(zone)} ${levelOf(zone.id)}`);
  const areas = [...alike.values()].map((zones): SceneArea => {
    const rings = zoneRings(layers, zones[0].id, TOLERANCE_KM).map((ring) => ring.map(toUnits));
    return {
      zones: zones.map(({ id }) => id),
      kind: kindOf(zones[0]),
      level: levelOf(zones[0].id),
      title: [...new Set(zones.map(({ name }) => name))].join(' · '),
      details: zones.flatMap((zone) => detailsOf(zone, said.get(zone.id) ?? [], assessment)),
      approximate: zones.some(({ basis }) => basis === 'approximate'),
      path: ringsPath(rings),
    };
  });
  return areas.filter(({ path }) => path !== '').sort((a, b) => order(a) - order(b));
}

const kinds: readonly SceneArea['kind'][] = ['district', 'permit', 'closure', 'advisory', 'hazard', 'own'];

const order = ({ kind, level }: SceneArea): number =>
  kinds.indexOf(kind) + (kind === 'advisory' ? (level ?? 0) / 10 : 0);

const kindOf = (zone: ReportedZone): SceneArea['kind'] => (isOwn(zone) ? 'own' : (zone.kind as SceneArea['kind']));

/** What is said anywhere on the trip, each piece of advice once. */
function allAdvice({ stops, legs }: Assessment): AppliedAdvisory[] {
  const all = [...stops, ...legs].flatMap(({ advisories }) => advisories ?? []);
  return [...new Map(all.map((advisory) => [advisory.id, advisory])).values()];
}

function detailsOf(zone: ReportedZone, advice: readonly AppliedAdvisory[], assessment: Assessment): string[] {
  const edge = { stated: 'as its source states it', derived: 'by a stated rule', approximate: 'from a text' }[
    zone.basis
  ];
  return [
    ...(isOwn(zone) ? [sayOwnZone(zone, assessment)] : []),
    ...(advice.length === 0 ? [] : sayAdvice(advice, assessment)),
    `Drawn ${edge}, up to ${zone.uncertaintyKm} km off. ${zone.rule}`,
  ];
}

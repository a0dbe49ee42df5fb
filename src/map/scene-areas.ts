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
import { boxOf, type Projection } from './projection.ts';
import type { SceneArea } from './scene.ts';
import { shapeOf, zoneRings } from './zone-rings.ts';

/** Outlines may leave the true ones by so much: less than a pixel until the map shows 250 km or less. */
const TOLERANCE_KM = 0.3;

/** The weaker and the larger ones first: the strongest is drawn on top. The area of a whole country is ground, and told in words. */
export function sceneAreas(
  { assessment }: DrawnTrip,
  layers: readonly ZoneLayer[],
  { toUnits }: Projection,
): SceneArea[] {
  const said = groupBy(allAdvice(assessment), ({ zone }) => zone);
  const levelOf = (zone: string): SceneArea['level'] => highestLevel(said.get(zone) ?? null);
  const touched = touchedZones(assessment);
  const zones = assessment.zones.filter(({ kind, id }) => kind !== 'country' && touched.has(id));
  const drawn = zones.flatMap((zone): Drawn[] => {
    const [kind, level] = [kindOf(zone), levelOf(zone.id)];
    if (kind === 'advisory' || level === null) return [{ zone, kind, level }];
    // An area for a paper or a hazard that governments advise against too is both: without the shade it looks calm.
    return [
      { zone, kind: 'advisory', level },
      { zone, kind, level: null },
    ];
  });
  const alike = groupBy(drawn, ({ zone, kind, level }) => `${shapeOf(layers, zone.id)} ${kind} ${level}`);
  const areas = [...alike.values()].map((same) => {
    const rings = zoneRings(layers, same[0].zone.id, TOLERANCE_KM).map((ring) => ring.map(toUnits));
    const box = boxOf(rings.flat());
    const area: SceneArea = {
      zones: same.map(({ zone }) => zone.id),
      kind: same[0].kind,
      level: same[0].level,
      title: [...new Set(same.map(({ zone }) => zone.name))].join(' · '),
      details: same.flatMap(({ zone }) => detailsOf(zone, said.get(zone.id) ?? [], assessment)),
      approximate: same.some(({ zone }) => zone.basis === 'approximate'),
      path: ringsPath(rings),
    };
    return { area, extent: box === null ? 0 : box.width * box.height };
  });
  return areas
    .filter(({ area }) => area.path !== '')
    .sort((a, b) => order(a.area) - order(b.area) || b.extent - a.extent)
    .map(({ area }) => area);
}

interface Drawn extends Pick<SceneArea, 'kind' | 'level'> {
  readonly zone: ReportedZone;
}

/** Shades first, then what is told by its line or its hatching. */
const kinds: readonly SceneArea['kind'][] = ['advisory', 'district', 'permit', 'closure', 'hazard', 'own'];

const order = ({ kind, level }: SceneArea): number => kinds.indexOf(kind) + (level ?? 0) / 10;

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

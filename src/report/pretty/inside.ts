/** The kilometres of a way that matter: inside which area, and where mines or another danger are reported. */
import type { AssessedLeg, AssessedStop, LegCrossing } from '../../assessment/way.ts';
import { capitalise } from '../../sentence.ts';
import { sayLengths } from '../family.ts';
import type { Area } from './areas.ts';
import { topLevel } from './areas.ts';
import { ownerName } from './edge.ts';
import type { Page } from './page.ts';
import { sayKm } from './words.ts';

/** A way that is inside for all but this share of it is said to be inside. */
const WHOLE_WAY = 0.98;

/** One sentence for each area with a level that the way enters or leaves, and one for each kind of danger. */
export function sayInside(page: Page, leg: AssessedLeg): string[] {
  const { crossings } = leg;
  // A way that is not known has said so already.
  if (crossings === null) return leg.basis === 'unknown' ? [] : ['Not checked: which areas it touches is not known'];
  const byArea = new Map<Area, LegCrossing[]>();
  const byDanger = new Map<string, LegCrossing[]>();
  for (const crossing of crossings) {
    const area = page.areaOf.get(crossing.zone);
    if (area === undefined || area.kind === 'country' || area.kind === 'district') continue;
    if (area.danger !== null) push(byDanger, area.danger, crossing);
    else if (topLevel(area) > 0) push(byArea, area, crossing);
  }
  const said = [...byArea]
    .sort(([a], [b]) => page.areas.indexOf(a) - page.areas.indexOf(b))
    .flatMap(([area, own]) => sayArea(page, leg, area, own));
  for (const [danger, own] of byDanger) {
    const km = lengthOf(own);
    const whole = leg.lengthKm !== null && km >= leg.lengthKm * WHOLE_WAY;
    said.push(`${capitalise(danger)} reported ${whole ? 'all the way' : `on ${sayKm(km)}`}`);
  }
  return said;
}

function push<Key>(lists: Map<Key, LegCrossing[]>, key: Key, crossing: LegCrossing): void {
  const list = lists.get(key);
  if (list) list.push(crossing);
  else lists.set(key, [crossing]);
}

function sayArea(page: Page, { lengthKm }: AssessedLeg, area: Area, own: readonly LegCrossing[]): string[] {
  const lengths = area.zones.flatMap((zone) => {
    const crossings = own.filter((crossing) => crossing.zone === zone.id);
    return crossings.length > 0 ? [{ zone, km: lengthOf(crossings) }] : [];
  });
  const shortest = Math.min(...lengths.map(({ km }) => km));
  if (lengthKm !== null && shortest >= lengthKm * WHOLE_WAY) {
    // An area that goes on for days is told once, above; only the highest level is worth saying again.
    return topLevel(area) === page.assessment.overall.level ? [`${area.short} all the way`] : [];
  }
  return [`${area.short} ${sayLengths(lengths, (zone) => ownerName(page, zone))}${sayEnds(lengthKm, own)}`];
}

/** `, from km 194 near Zigar`, `, to km 24`, `, km 27-72`: by the widest extent of the area. */
function sayEnds(lengthKm: number | null, own: readonly LegCrossing[]): string {
  const first = own.reduce((least, next) => (next.entryKm < least.entryKm ? next : least));
  const last = own.reduce((most, next) => (next.exitKm > most.exitKm ? next : most));
  const atStart = first.entryKm < 0.5;
  const atEnd = lengthKm !== null && last.exitKm > lengthKm - 0.5;
  if (atStart && atEnd) return '';
  if (atStart) return `, to km ${Math.round(last.exitKm)}${sayNearPlace(last.exitNear)}`;
  const from = `km ${Math.round(first.entryKm)}`;
  if (atEnd) return `, from ${from}${sayNearPlace(first.entryNear)}`;
  if (first.entryNear === null) return `, ${from}-${Math.round(last.exitKm)}`;
  return `, from ${from}${sayNearPlace(first.entryNear)} to km ${Math.round(last.exitKm)}${sayNearPlace(last.exitNear)}`;
}

const sayNearPlace = (place: string | null): string => (place === null ? '' : ` near ${place}`);

/** Kilometres inside any of the zones, each counted once however many zones overlap there. */
function lengthOf(crossings: readonly LegCrossing[]): number {
  let km = 0;
  let reached = 0;
  for (const { entryKm, exitKm } of [...crossings].sort((a, b) => a.entryKm - b.entryKm)) {
    km += Math.max(0, exitKm - Math.max(entryKm, reached));
    reached = Math.max(reached, exitKm);
  }
  return km;
}

/** Districts that the trip has not entered before. */
export function sayDistricts(leg: AssessedLeg | null, stop: AssessedStop, page: Page, entered: Set<string>): string[] {
  const crossed = [...(leg?.crossings ?? [])].sort((a, b) => a.entryKm - b.entryKm).map(({ zone }) => zone);
  const names = new Set<string>();
  for (const id of [...crossed, ...(stop.zones ?? []).map((zone) => zone.id)]) {
    const area = page.areaOf.get(id);
    if (area?.kind !== 'district' || entered.has(id)) continue;
    entered.add(id);
    // `Shughnan, with Khorog city (district of GBAO)`
    names.add(area.name.split(/[,(]/)[0].trim());
  }
  if (names.size === 0) return [];
  const perhaps = leg?.basis === 'guess' ? 'Perhaps ' : '';
  return [`${perhaps}${names.size === 1 ? 'district' : 'districts'} ${[...names].join(', ')}`].map(capitalise);
}

/** Danger so close that the map cannot tell on which side of its edge the place lies. */
export function sayNear({ areaOf }: Page, stop: AssessedStop): string[] {
  const inside = new Set((stop.zones ?? []).map(({ id }) => areaOf.get(id)?.danger));
  const nearest = new Map<string, number>();
  for (const { id, edgeKm } of stop.near) {
    const danger = areaOf.get(id)?.danger;
    if (danger && !inside.has(danger)) nearest.set(danger, Math.min(edgeKm, nearest.get(danger) ?? edgeKm));
  }
  return [...nearest].map(
    ([danger, km]) => `${capitalise(danger)} reported ${sayKm(km)} from ${stop.name}: count it as inside`,
  );
}

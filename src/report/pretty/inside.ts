/** How much of a way lies inside which area, and which areas are too close to leave out. */
import type { AssessedLeg, AssessedStop } from '../../assessment.ts';
import type { Area } from './areas.ts';
import { areaOf, topLevel } from './areas.ts';
import type { Page } from './page.ts';
import { authorityName, cutTail } from './page.ts';
import { sayKm } from './words.ts';

/** A way that is inside for all but this share of it is said to be inside. */
const WHOLE_WAY = 0.98;
/** Areas named on one leg that it only may touch. */
const MOST_MAYBE = 2;

/** Kilometres inside each area, entry and exit counted from the start of the leg. */
export function sayInside(page: Page, leg: AssessedLeg): string[] {
  if (leg.crossings === null) return [page.chalk.yellow('Not checked: it is not known which areas this way touches.')];
  const inside: string[] = [];
  const maybe: string[] = [];
  for (const area of page.areas.filter(isWarned)) {
    const stretches = stretchesIn(leg, area);
    if (stretches.length === 0) {
      if (leg.corridorZones.some((zone) => areaOf([area], zone))) maybe.push(area.short);
    } else if (leg.lengthKm === null || stretches[0].km < leg.lengthKm * WHOLE_WAY) {
      inside.push(sayStretches(page, area, stretches));
    } else if (topLevel(area) === page.assessment.overall.level) {
      // An area that goes on for days is told once, above; only the highest level is worth saying again.
      inside.push(`${area.short} all the way`);
    }
  }
  const touched = cutTail(page, maybe, MOST_MAYBE);
  const others = touched.more > 0 ? ` and ${touched.more} more` : '';
  return [
    ...(inside.length > 0 ? [`Inside: ${inside.join('; ')}`] : []),
    ...(maybe.length > 0 ? [page.chalk.yellow(`May also touch: ${touched.shown.join('; ')}${others}`)] : []),
  ];
}

/** Areas that only a paper is about are told with the papers, the country as a whole once. */
function isWarned({ kind, statements }: Area): boolean {
  return kind !== 'country' && (statements.length > 0 || (kind !== 'district' && kind !== 'permit'));
}

interface Stretch {
  readonly authority: string | null;
  readonly km: number;
  readonly entryKm: number;
  readonly exitKm: number;
  readonly pieces: number;
}

/** One stretch for each zone of the area that the leg crosses, shortest first. */
function stretchesIn(leg: AssessedLeg, area: Area): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { id, authority } of area.zones) {
    const crossings = (leg.crossings ?? []).filter(({ zone }) => zone === id);
    if (crossings.length === 0) continue;
    stretches.push({
      authority,
      km: crossings.reduce((sum, { insideKm }) => sum + insideKm, 0),
      entryKm: Math.min(...crossings.map(({ entryKm }) => entryKm)),
      exitKm: Math.max(...crossings.map(({ exitKm }) => exitKm)),
      pieces: crossings.length,
    });
  }
  return stretches.sort((a, b) => a.km - b.km);
}

/** The narrowest and the widest extent, each with the authority whose extent it is. */
function sayStretches(page: Page, area: Area, stretches: readonly Stretch[]): string {
  const [shortest, longest] = [stretches[0], stretches[stretches.length - 1]];
  // A danger without a level is told by its length; where it begins matters where advice changes.
  const pieces = longest.pieces > 1 ? ` in ${longest.pieces} pieces` : '';
  const at = topLevel(area) === 0 ? '' : `, km ${Math.round(longest.entryKm)}-${Math.round(longest.exitKm)}${pieces}`;
  if (longest.km - shortest.km < 0.5) return `${area.short} ${sayKm(longest.km)}${at}`;
  const by = ({ authority }: Stretch) => (authority ? ` (${authorityName(page, authority)})` : '');
  return `${area.short} ${sayKm(shortest.km)}${by(shortest)} to ${sayKm(longest.km)}${by(longest)}${at}`;
}

/** Edges too close for the map to be sure on which side the place lies. */
export function sayEdges(page: Page, stop: AssessedStop): string[] {
  const nearest = new Map<Area, number>();
  for (const { id, edgeKm } of stop.near) {
    const area = areaOf(page.areas, id);
    if (area && isWarned(area)) nearest.set(area, Math.min(edgeKm, nearest.get(area) ?? Number.POSITIVE_INFINITY));
  }
  const said = [...nearest].map(([{ short }, km]) => `${short} (${sayKm(km)} away)`);
  return said.length > 0 ? [`Too close to call, count it as inside: ${said.join('; ')}`] : [];
}

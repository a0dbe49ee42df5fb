/** What one authority's part of a shared area is called, and how its edge came about. */
import type { ReportedZone } from '../../assessment.ts';
import type { Area } from './areas.ts';
import type { Page } from './page.ts';
import { authorityName } from './page.ts';
import { list, sayKm, sentence } from './words.ts';

/** Who means a zone of a shared area, with the distance that its name gives: `US, 5 miles`. */
export function sayOwner(page: Page, zone: ReportedZone): string {
  const distance = sayDistance(zone);
  return distance ? `${ownerName(page, zone)}, ${distance}` : ownerName(page, zone);
}

/** `5 miles` of `Afghan border area (US, 5 miles)`. */
function sayDistance({ name }: ReportedZone): string {
  return /, ([^(),]*\d[^(),]*)\)$/.exec(name)?.[1] ?? '';
}

/** Several lengths of one area, each with whose extent it is, at length or in brief; the largest group is “others”. */
export function sayLengths(
  page: Page,
  lengths: readonly { zone: ReportedZone; km: number }[],
  nameOwner: (page: Page, zone: ReportedZone) => string = sayOwner,
): string {
  const byLength = new Map<string, ReportedZone[]>();
  for (const { zone, km } of [...lengths].sort((a, b) => a.km - b.km)) {
    const length = sayKm(km);
    byLength.set(length, [...(byLength.get(length) ?? []), zone]);
  }
  if (byLength.size === 1) return [...byLength.keys()].join();
  const who = (zones: readonly ReportedZone[]) =>
    zones.length > 2 ? `${zones.length} others` : zones.map((zone) => nameOwner(page, zone)).join('; ');
  return [...byLength].map(([km, zones]) => `${km} (${who(zones)})`).join(', ');
}

/** Whose a zone of a shared area is, without the distance. */
export function ownerName(page: Page, { authority }: ReportedZone): string {
  return authority === null ? 'all' : authorityName(page, authority);
}

/** How the edges came about that several authorities mean: `stated (Canada), 20 ±10 km for 6 who give none`. */
export function sayEdges(page: Page, { zones }: Area): string[] {
  if (zones.length < 2) return [];
  const named = (basis: ReportedZone['basis'], words: string): string[] => {
    const names = zones.filter((zone) => zone.basis === basis).map((zone) => ownerName(page, zone));
    return names.length > 0 ? [`${words} (${names.join(', ')})`] : [];
  };
  const drawn = zones.filter(({ basis }) => basis === 'approximate');
  const parts = [...named('stated', 'stated'), ...named('derived', 'worked out')];
  if (drawn.length > 0) {
    const who =
      drawn.length > 2 ? `${drawn.length} who give` : `${list(drawn.map((zone) => ownerName(page, zone)))}, giving`;
    parts.push(`${sayDrawing(drawn)} for ${who} none`);
  }
  const rules = page.verbose ? [...new Set(zones.map(({ rule }) => rule))].filter(Boolean) : [];
  return [sentence(`Edges: ${parts.join(', ')}`), ...rules];
}

/** `20 ±10 km`: the rule of a drawn zone may say how far out the edge was put. */
function sayDrawing(zones: readonly ReportedZone[]): string {
  const distances = new Set(zones.map(({ rule }) => /drawn at (\d+) km/i.exec(rule)?.[1] ?? ''));
  const doubt = Math.max(...zones.map(({ uncertaintyKm }) => uncertaintyKm));
  const distance = distances.size === 1 ? [...distances].join() : '';
  return distance ? `${distance} ±${sayKm(doubt)}` : `a rough one, ±${sayKm(doubt)},`;
}

/** Of an area with one edge, how far that may be off: `edge ±3.4 km`. */
export function sayDoubt({ zones }: Area): string {
  if (zones.length > 1 || zones[0].kind === 'country' || zones[0].uncertaintyKm === 0) return '';
  return `edge ±${sayKm(zones[0].uncertaintyKm)}`;
}

/** Whose an edge is, how it came about and how far it may be off. */
import type { ReportedZone } from '../../assessment.ts';
import { sentence } from '../../sentence.ts';
import type { Area } from './areas.ts';
import type { Page } from './page.ts';
import { authorityName } from './page.ts';
import { list, sayKm } from './words.ts';

/** Whose a zone of a shared area is. */
export function ownerName(page: Page, { authority }: ReportedZone): string {
  return authority === null ? 'all' : authorityName(page, authority);
}

/** How the edges came about that several authorities mean: `stated (Canada), none from 6: drawn at 20 ±10 km`. */
export function sayEdges(page: Page, { zones }: Area): string[] {
  if (zones.length < 2) {
    const [{ kind, rule }] = zones;
    return page.verbose && kind !== 'country' && rule ? [`Edge: ${rule}`] : [];
  }
  const named = (basis: ReportedZone['basis'], words: string): string[] => {
    const names = zones.filter((zone) => zone.basis === basis).map((zone) => ownerName(page, zone));
    return names.length > 0 ? [`${words} (${names.join(', ')})`] : [];
  };
  const drawn = zones.filter(({ basis }) => basis === 'approximate');
  const parts = [...named('stated', 'stated'), ...named('derived', 'worked out')];
  if (drawn.length > 0) {
    const who = drawn.length > 2 ? `${drawn.length}` : list(drawn.map((zone) => ownerName(page, zone)));
    parts.push(sayDrawing(drawn, who));
  }
  const rules = page.verbose ? [...new Set(zones.map(({ rule }) => rule))].filter(Boolean) : [];
  return [sentence(`Edges: ${parts.join(', ')}`), ...rules];
}

/** The rule of a drawn zone may say how far out the edge was put, for want of a stated distance. */
function sayDrawing(zones: readonly ReportedZone[], who: string): string {
  const distances = new Set(zones.map(({ rule }) => /drawn at (\d+) km/i.exec(rule)?.[1] ?? ''));
  const doubt = sayKm(Math.max(...zones.map(({ uncertaintyKm }) => uncertaintyKm)));
  const distance = distances.size === 1 ? [...distances].join() : '';
  return distance ? `none from ${who}: drawn at ${distance} ±${doubt}` : `drawn roughly for ${who}: ±${doubt}`;
}

/** Of an area with one edge, how far that may be off: `edge ±3.4 km`. */
export function sayDoubt({ zones }: Area): string {
  if (zones.length > 1 || zones[0].kind === 'country' || zones[0].uncertaintyKm === 0) return '';
  return `edge ±${sayKm(zones[0].uncertaintyKm)}`;
}

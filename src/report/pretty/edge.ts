/** How the edges of an area came about, where the authority itself did not state them. */
import type { ReportedZone } from '../../assessment.ts';
import type { Area } from './areas.ts';
import type { Page } from './page.ts';
import { authorityName } from './page.ts';
import { firstSentence, list, sayKm, sentence } from './words.ts';

export function sayEdge(page: Page, area: Area): string[] {
  const byDrawing = new Map<string, ReportedZone[]>();
  for (const zone of area.zones) {
    if (zone.basis === 'stated' || zone.kind === 'country') continue;
    // A worked-out edge rests on its rule; a rough one says enough by being rough.
    const drawing = `${zone.uncertaintyKm}${zone.basis === 'derived' || page.verbose ? zone.rule : ''}`;
    byDrawing.set(drawing, [...(byDrawing.get(drawing) ?? []), zone]);
  }
  const drawings = [...byDrawing.values()].map((zones) => sayDrawing(page, area, zones));
  return page.verbose || drawings.length < 2 ? drawings : [drawings.join(' ')];
}

function sayDrawing(page: Page, area: Area, zones: readonly ReportedZone[]): string {
  const names = zones.flatMap(({ authority }) => (authority ? authorityName(page, authority) : []));
  const who = area.zones.length === 1 ? '' : ` for ${names.length > 2 ? `${names.length} authorities` : list(names)}`;
  const { basis, rule, uncertaintyKm } = zones[0];
  const doubt = uncertaintyKm > 0 ? `, ±${sayKm(uncertaintyKm)}` : '';
  if (basis === 'approximate' && !page.verbose) return `Edge drawn roughly${who}${doubt}.`;
  const how = basis === 'derived' ? 'worked out' : 'drawn roughly';
  return sentence(`Edge ${how}${who}${doubt}${rule ? `: ${page.verbose ? rule : firstSentence(rule)}` : ''}`);
}

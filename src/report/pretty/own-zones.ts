/** Zones of the reader's own: he put them there for a reason, so they come first, and are nobody's advice. */
import { wrap } from '../../terminal/wrap.ts';
import { isOwn, sayOwnZone } from '../own-zones.ts';
import { sayWhen } from './areas.ts';
import { sayDoubt } from './edge.ts';
import type { Page } from './page.ts';
import { writeSection } from './page.ts';
import { sayKm } from './words.ts';

export function writeOwnZones(page: Page): string[] {
  const lines = page.areas.flatMap((area) => {
    const [zone] = area.zones;
    if (!isOwn(zone)) return [];
    const km = area.wayKm.get(zone.id);
    const extent = [km === undefined ? '' : sayKm(km), sayDoubt(area)].filter(Boolean).join(', ');
    const where = [sayWhen(page.trip, area.where), extent].filter(Boolean).join(': ');
    const head = `${page.chalk.bold(zone.name)} (${zone.own.file})${where && `, ${where}`}`;
    return wrap(`- ${head}. ${sayOwnZone(zone, page.assessment)}`, page.width, 2, 4);
  });
  return writeSection(page, 'Your own zones', lines);
}

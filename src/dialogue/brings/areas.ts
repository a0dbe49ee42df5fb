/** Areas that the trip had not entered before, and the dangers of the way. */
import { type Area, topLevel } from '../../report/pretty/areas.ts';
import { sayInside } from '../../report/pretty/inside.ts';
import { list } from '../../report/pretty/words.ts';
import { sentence } from '../../sentence.ts';
import type { Consequence } from '../consequences.ts';
import type { Look } from './look.ts';

export function areasEntered(look: Look): Consequence[] {
  const { page, stop, leg } = look;
  const known = zonesBefore(look);
  const isNew = (area: Area): boolean => !area.zones.some(({ id }) => known.has(id));
  const isWorthIt = (area: Area): boolean => area.danger !== null || isNew(area);
  const areaOf = new Map([...page.areaOf].filter(([, area]) => isWorthIt(area)));
  const said = leg?.crossings == null ? [] : sayInside({ ...page, areaOf }, leg);
  const onTheWay = said.map((text): Consequence => {
    if (text.includes(' reported ')) return { kind: 'danger', tone: 'mind', text: sentence(text) };
    return { kind: 'area', tone: 'mind', text: sentence(`New on the way: ${inFull(text, page.areas)}`) };
  });
  const crossed = new Set(leg?.crossings?.map(({ zone }) => page.areaOf.get(zone)));
  const here = (stop.zones ?? []).flatMap(({ id }) => page.areaOf.get(id) ?? []);
  const entered = [...new Set(here)].filter((area) => isNew(area) && !crossed.has(area) && isSaid(area));
  const inside: Consequence[] =
    entered.length === 0
      ? []
      : [{ kind: 'area', tone: 'mind', text: `${stop.name} lies in: ${list(entered.map(({ name }) => name))}.` }];
  return [...onTheWay, ...inside];
}

/** Who meets an abbreviation for the first time reads what it stands for. */
function inFull(text: string, areas: readonly Area[]): string {
  const area = areas.find(({ short }) => text.startsWith(`${short} `));
  return area === undefined ? text : area.name + text.slice(area.short.length);
}

/** Countries and districts are told with the place and the papers. */
const isSaid = ({ kind, danger, ...area }: Area): boolean =>
  kind !== 'country' && kind !== 'district' && (danger !== null || topLevel({ kind, danger, ...area }) > 0);

function zonesBefore({ before }: Look): Set<string> {
  if (before === null) return new Set();
  return new Set([
    ...before.stops.flatMap(({ zones }) => (zones ?? []).map(({ id }) => id)),
    ...before.legs.flatMap(({ crossings }) => (crossings ?? []).map(({ zone }) => zone)),
  ]);
}

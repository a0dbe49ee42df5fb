import { zoneProperties } from '../zones/layer.ts';
import { findingOn, type Rule } from './rule.ts';
import type { Trip } from './trip.ts';

/** Less difference inside a zone than this is not worth a word, km. */
const DIFFERENT_KM = 10;

export const otherWay: Rule = {
  id: 'TJ214',
  slug: 'other-way',
  severity: 'info',
  title: 'There is another way, with other risks',
  what: 'Two roads lead to the stop and take nearly as long, but enter different zones or one crosses a pass. The quickest was checked.',
  fix: 'If you mean the other way, name a place on it under `via:`, or give a track.',
  check: ({ legs, layers }) =>
    legs.flatMap((leg) => {
      const { road, exposure, others } = leg;
      if (road === null) return [];
      const insideKm = new Map<string, number>();
      for (const { zone, insideKm: km } of exposure.crossings ?? []) insideKm.set(zone, (insideKm.get(zone) ?? 0) + km);
      return others.flatMap((way) => {
        const zones = differences(insideKm, way.insideKm, layers);
        if (zones.length === 0 || way.by === null) return [];
        const pass = way.highest?.kind === 'pass' ? way.highest : null;
        const args = {
          by: way.by.name,
          km: Math.round(way.km - exposure.lengthKm!),
          hours: Math.round((way.hours - road.hours) * 10) / 10,
          highest: pass?.name ?? null,
          highestM: pass?.altitudeM ?? null,
          shut: way.shut.map(({ name }) => name),
          perhapsShut: way.perhapsShut.map(({ name }) => name),
          date: leg.date,
          zones: zones.map(({ name }) => name),
          kmThere: zones.map(({ there }) => String(Math.round(there))),
          kmHere: zones.map(({ here }) => String(Math.round(here))),
        };
        return [findingOn('TJ214', 'info', { subject: leg.id, span: leg.span }, { args })];
      });
    }),
};

/** The zones in which the two ways differ most, at most two; strips that several draw alike count once. */
function differences(here: ReadonlyMap<string, number>, there: ReadonlyMap<string, number>, layers: Trip['layers']) {
  const ids = [...new Set([...here.keys(), ...there.keys()])];
  const all = ids
    .map((id) => ({ zone: zoneProperties(layers, id), here: here.get(id) ?? 0, there: there.get(id) ?? 0 }))
    .filter(({ zone }) => zone.kind === 'advisory' || zone.kind === 'hazard')
    .map(({ zone, ...km }) => ({ name: zone.name, ...km }))
    .filter((zone) => Math.abs(zone.there - zone.here) >= DIFFERENT_KM)
    .sort((a, b) => Math.abs(b.there - b.here) - Math.abs(a.there - a.here));
  const alike = new Set<string>();
  return all
    .filter((zone) => {
      const key = `${Math.round(zone.here)} ${Math.round(zone.there)}`;
      return alike.has(key) ? false : alike.add(key);
    })
    .slice(0, 2);
}

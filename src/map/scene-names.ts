/** Names of the base map: towns, villages, passes, lakes. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Place } from '../knowledge/schema/places.ts';
import type { Basemap } from './basemap.ts';
import { boxOf, type Projection } from './projection.ts';
import type { Box, SceneName } from './scene.ts';

/** Rank before all labels of the trip's own are set: 0 to 9,999. */
const AFTER_THE_TRIP = 10_000;

/** Of a kind: its importance, and where a pixel is more map units than this it is not shown. */
const kinds: Readonly<Partial<Record<Place['kind'], readonly [SceneName['kind'], rank: number, units: number]>>> = {
  city: ['city', 0, 60],
  town: ['town', 1, 20],
  pass: ['pass', 3, 8],
  lake: ['water', 2, 14],
  village: ['village', 4, 5],
};

export function sceneNames(
  { places }: Knowledge,
  { lakes }: Basemap,
  { toUnits }: Projection,
  { world, taken }: { readonly world: Box; readonly taken: ReadonlySet<string> },
): SceneName[] {
  const water = places.filter(({ kind }) => kind === 'lake').map(({ name }) => name);
  const isShore = (name: string): boolean => water.some((lake) => lake !== name && name.includes(lake));
  const names = [
    ...places.flatMap(({ name, kind, lon, lat }): Omit<SceneName, 'rank'>[] => {
      const drawn = kinds[kind];
      // A shore is a place to come to, and no name of the water.
      if (drawn === undefined || taken.has(name) || (kind === 'lake' && isShore(name))) return [];
      return [{ text: name, kind: drawn[0], unitsPerPixel: drawn[2], ...pointAt(toUnits([lon, lat])) }];
    }),
    ...lakes.flatMap(({ name, rings }): Omit<SceneName, 'rank'>[] => {
      if (name === null || places.some((place) => place.name === name)) return [];
      const box = boxOf(rings[0].map(toUnits))!;
      return [
        { text: name, kind: 'water', unitsPerPixel: 14, ...pointAt([box.x + box.width / 2, box.y + box.height / 2]) },
      ];
    }),
  ];
  return names
    .filter(({ x, y }) => x >= world.x && y >= world.y && x <= world.x + world.width && y <= world.y + world.height)
    .map((name, at) => ({ ...name, rank: AFTER_THE_TRIP + rankOf(name.kind) * 10_000 + at }));
}

const order: readonly SceneName['kind'][] = ['country', 'city', 'town', 'water', 'pass', 'village', 'district'];
const rankOf = (kind: SceneName['kind']): number => order.indexOf(kind);

const pointAt = ([x, y]: readonly [number, number]) => ({ x: Math.round(x), y: Math.round(y) });

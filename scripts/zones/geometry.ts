/** Turns recipes into polygons. Each zone is made once, whichever zone asks for it first. */
import { splitBorders } from './borders.ts';
import { district, type Settlement } from './district.ts';
import { makeOutlines } from './outlines.ts';
import { overlay } from './overlay.ts';
import { boundsOf, type Line, type Polygon, polygonContains } from './plane.ts';
import type { Recipe, ZonesFile } from './recipe.ts';
import { type Admin1, region } from './region.ts';
import { strip } from './strip.ts';
import { tidy } from './tidy.ts';

export interface Inputs {
  readonly timezones: ReadonlyMap<string, readonly Polygon[]>;
  readonly admin1: readonly Admin1[];
  readonly settlements: readonly Settlement[];
}

export interface Geometry {
  readonly zone: (id: string) => readonly Polygon[];
  readonly border: (neighbour: string) => readonly Line[];
}

type Cut = Extract<Recipe, { country: unknown }>['country']['upTo'];

/** Metres: the grid of the cut far outside the country, which only ends a map. */
const COARSE = 1000;

export function makeGeometry(file: ZonesFile, inputs: Inputs): Geometry {
  const { simplify } = file;
  const made = new Map<string, readonly Polygon[]>();
  const strips = new Map<string, readonly Polygon[]>();
  const pending = new Set<string>();
  let outlines: ReadonlyMap<string, readonly Polygon[]> | undefined;
  let borders: ReadonlyMap<string, readonly Line[]> | undefined;

  const zone = (id: string): readonly Polygon[] => {
    const known = made.get(id);
    if (known) return known;
    const record = file.zones.find((candidate) => candidate.id === id);
    if (!record) throw new Error(`zones.yaml: no zone ${id}`);
    if (pending.has(id)) throw new Error(`zones.yaml: ${id} is made from itself`);
    pending.add(id);
    const polygons = tidy(id, cook(record.geometry, id));
    made.set(id, polygons);
    return polygons;
  };

  const cook = ({ within = [], ...recipe }: Recipe, id: string): readonly Polygon[] =>
    within.reduce<readonly Polygon[]>(
      (area, limit) => overlay(area, typeof limit === 'string' ? zone(limit) : cook(limit, id)),
      base(recipe, id),
    );

  const base = (recipe: Recipe, id: string): readonly Polygon[] => {
    if ('country' in recipe) return country(id, recipe.country.upTo);
    if ('region' in recipe) return region(recipe.region.code, inputs.admin1, zone(recipe.region.of));
    if ('strip' in recipe) return borderStrip(recipe.strip.border, recipe.strip.km);
    if ('corridor' in recipe) return strip(recipe.corridor.lines, recipe.corridor.km, simplify.corridor);
    if ('ring' in recipe) return [[[...recipe.ring, recipe.ring[0]]]];
    if ('exclave' in recipe) {
      const { of, containing } = recipe.exclave;
      return zone(of).filter((polygon) => polygonContains(polygon, containing));
    }
    return district(recipe.district, inputs.settlements, boundsOf(zone(file.home).flat()));
  };

  const country = (id: string, upTo?: Cut): readonly Polygon[] => {
    if (!upTo) return outline(id);
    const key = `${upTo.around} ${upTo.km}`;
    // Only the outer edge: a point deep inside the zone is far from its border too.
    if (!strips.has(key))
      strips.set(
        key,
        strip(zone(upTo.around).flat(), upTo.km, simplify.far.metres, COARSE).map(([outer]) => [outer]),
      );
    return overlay(outline(id), strips.get(key)!);
  };

  const borderStrip = (neighbour: string, km: number): readonly Polygon[] => {
    const key = `border ${neighbour} ${km}`;
    if (!strips.has(key)) strips.set(key, strip(border(neighbour), km, simplify.strip));
    return strips.get(key)!;
  };

  const border = (neighbour: string): readonly Line[] => {
    borders ??= splitBorders(
      zone(file.home),
      new Map(file.borders.map(({ neighbour, zone }) => [neighbour, outline(zone)])),
    );
    const lines = borders.get(neighbour);
    if (!lines) throw new Error(`zones.yaml: no border ${neighbour}`);
    return lines;
  };

  const outline = (id: string): readonly Polygon[] => {
    outlines ??= makeOutlines(file, inputs.timezones);
    const found = outlines.get(id);
    if (!found) throw new Error(`zones.yaml: ${id} is not a country`);
    return found;
  };

  return { zone, border };
}

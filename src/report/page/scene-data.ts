/**
 * What the moving map needs of a scene besides the drawing itself: names, places and words, and no paths, which stand
 * in the SVG already. Written into `<script type="application/json" id="scene">`, read by `src/page/page.ts`. Lines of
 * details come back again and again, so each is written once and told by its number.
 */
import type { Scene, SceneArea, SceneMarker, SceneName, SceneRoute } from '../../map/scene.ts';
import { writeJson } from '../escape-json.ts';

export interface SceneData {
  readonly world: Scene['world'];
  readonly focus: Scene['focus'];
  readonly kmPerUnit: number;
  /** In the order of the scene, as the elements of their layers are. */
  readonly areas: readonly Omit<SceneArea, 'path'>[];
  readonly route: readonly Omit<SceneRoute, 'path'>[];
  readonly markers: readonly SceneMarker[];
  readonly names: readonly SceneName[];
}

type Numbered<T> = Omit<T, 'details'> & { readonly details: readonly number[] };

interface WrittenScene extends Pick<SceneData, 'world' | 'focus' | 'kmPerUnit'> {
  readonly lines: readonly string[];
  readonly areas: readonly Numbered<SceneData['areas'][number]>[];
  readonly route: readonly Numbered<SceneData['route'][number]>[];
  readonly markers: readonly Numbered<SceneMarker>[];
  readonly names: readonly (readonly [text: string, kind: SceneName['kind'], ...numbers: number[]])[];
}

/** The text of the script element: `</script>` and `<!--` cannot stand in it. */
export function writeSceneData({ world, focus, kmPerUnit, areas, route, markers, names }: Scene): string {
  const numbers = new Map<string, number>();
  const numberOf = (line: string): number => {
    const known = numbers.get(line) ?? numbers.size;
    numbers.set(line, known);
    return known;
  };
  const number = <T extends { readonly details: readonly string[] }>(thing: T) => {
    return { ...thing, details: thing.details.map(numberOf) };
  };
  const numbered = {
    areas: areas.map(({ path: _, ...area }) => number(area)),
    route: route.map(({ path: _, ...stretch }) => number(stretch)),
    markers: markers.map(number),
  };
  const written: WrittenScene = {
    ...{ world, focus, kmPerUnit, lines: [...numbers.keys()], ...numbered },
    names: names.map(({ text, kind, x, y, rank, unitsPerPixel }) => [text, kind, x, y, rank, unitsPerPixel]),
  };
  return writeJson(written).replaceAll('<', '\\u003c');
}

export function readSceneData(json: string): SceneData {
  const { lines, areas, route, markers, names, ...rest }: WrittenScene = JSON.parse(json);
  const named = <T extends { readonly details: readonly number[] }>(thing: T) => {
    return { ...thing, details: thing.details.map((number) => lines[number]) };
  };
  return {
    ...rest,
    ...{ areas: areas.map(named), route: route.map(named), markers: markers.map(named) },
    names: names.map(([text, kind, x, y, rank, unitsPerPixel]) => ({ text, kind, x, y, rank, unitsPerPixel })),
  };
}

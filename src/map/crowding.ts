/** Marks that would cover a more important one are left out until the map shows more of their surroundings. */
import { markRadius } from './draw-marker.ts';
import type { SceneMarker } from './scene.ts';

type Marked = Pick<SceneMarker, 'id' | 'kind' | 'mark' | 'rank' | 'x' | 'y'>;

/** Ids of the marks to leave out; `pixelsPerUnit`: of the map as it is shown. A stop is never left out. */
export function crowdedOut(markers: readonly Marked[], pixelsPerUnit: number): Set<string> {
  const crowded = new Set<string>();
  const shown: Marked[] = [];
  for (const marker of markers.toSorted((a, b) => a.rank - b.rank)) {
    const covers = shown.some((other) => {
      const apart = Math.hypot(marker.x - other.x, marker.y - other.y) * pixelsPerUnit;
      return apart < markRadius(marker) + markRadius(other);
    });
    if (covers && marker.kind !== 'stop' && marker.kind !== 'gate') crowded.add(marker.id);
    else shown.push(marker);
  }
  return crowded;
}

/** What the map shows besides our own zones, roads and places: water. Read only where a map is drawn. */
import type { Position } from '../itinerary/itinerary.ts';

export interface Basemap {
  /** Lakes: rings of each, the outer one first, each closed by its first vertex. */
  readonly lakes: readonly { readonly name: string | null; readonly rings: readonly (readonly Position[])[] }[];
  readonly rivers: readonly { readonly name: string | null; readonly line: readonly Position[] }[];
  /** One plain sentence for each source that asks to be named. */
  readonly attribution: readonly string[];
}

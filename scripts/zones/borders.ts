/** The border with each neighbour: the edges of the home outline that the neighbour's outline runs back along. */
import { keyOf, type Line, type Polygon, type Position } from './plane.ts';

export function splitBorders(
  home: readonly Polygon[],
  neighbours: ReadonlyMap<string, readonly Polygon[]>,
): Map<string, Line[]> {
  const owner = new Map<string, string>();
  for (const [name, polygons] of neighbours)
    for (const ring of polygons.flat())
      for (let i = 1; i < ring.length; i++) owner.set(`${keyOf(ring[i])} ${keyOf(ring[i - 1])}`, name);

  const borders = new Map<string, Line[]>([...neighbours.keys()].map((name) => [name, []]));
  for (const ring of home.flat()) {
    const owners = ring.slice(1).map((to, i) => owner.get(`${keyOf(ring[i])} ${keyOf(to)}`));
    // Start where the neighbour changes, so that no line is broken by the ring's arbitrary first vertex.
    const change = owners.findIndex((name, i) => name && owners[i - 1] && name !== owners[i - 1]);
    const start = change === -1 ? owners.findIndex(Boolean) : change;
    if (start === -1) throw new Error(`ring at ${keyOf(ring[0])} borders no neighbour`);
    let current = '';
    for (let k = 0; k < owners.length; k++) {
      const i = (start + k) % owners.length;
      // A few metres belong to no neighbour on the map: they go with the edge before them.
      const name = owners[i] ?? current;
      const lines = borders.get(name)!;
      if (name === current) (lines.at(-1) as Position[]).push(ring[i + 1]);
      else lines.push([ring[i], ring[i + 1]]);
      current = name;
    }
  }
  return borders;
}

/**
 * A first-level subdivision drawn from two maps: its inner edge (towards its sisters) from Natural Earth,
 * its outer edge from the national outline, which is far more exact. Where the two meet, the inner edge
 * runs to the nearest vertex of the outline, so both share every vertex.
 */
import { distanceTo } from './distance.ts';
import { keyOf, type Line, type Polygon, type Position, polygonContains, type Ring, signedArea } from './plane.ts';

export interface Admin1 {
  readonly code: string;
  readonly polygons: readonly Polygon[];
}

/** `country` is the national outline, largest part first; `all` the subdivisions of the same country. */
export function region(code: string, all: readonly Admin1[], country: readonly Polygon[]): Polygon[] {
  const wanted = all.find((candidate) => candidate.code === code);
  if (!wanted) throw new Error(`no subdivision ${code}; there are ${all.map((a) => a.code).join(', ')}`);
  const [mainland, ...exclaves] = country;
  const inner = longest(innerEdges(wanted, all));
  const trimmed = inner.filter((position) => polygonContains(mainland, position));
  const line = [nearestVertex(mainland[0], trimmed[0]), ...trimmed, nearestVertex(mainland[0], trimmed.at(-1)!)];
  const [one, other] = cut(mainland[0], line);
  const side = share(one, wanted) > share(other, wanted) ? one : other;
  return [[side], ...exclaves.filter(([ring]) => nearestCode(ring[0], all) === code)];
}

/** Chains of the edges that the subdivision shares with its sisters. */
function innerEdges(wanted: Admin1, all: readonly Admin1[]): Line[] {
  const foreign = new Set<string>();
  for (const other of all)
    if (other !== wanted)
      for (const ring of other.polygons.flat())
        for (let i = 1; i < ring.length; i++) {
          foreign.add(`${keyOf(ring[i - 1])} ${keyOf(ring[i])}`);
          foreign.add(`${keyOf(ring[i])} ${keyOf(ring[i - 1])}`);
        }
  return wanted.polygons.flat().flatMap((ring) => {
    const isInner = (i: number) => foreign.has(`${keyOf(ring[i])} ${keyOf(ring[i + 1])}`);
    const edges = ring.length - 1;
    // Start on an outer edge, so that no chain is broken by the ring's arbitrary first vertex.
    const start = Array.from({ length: edges }, (_, i) => i).find((i) => !isInner(i));
    if (start === undefined) throw new Error(`${wanted.code}: no outer edge`);
    const chains: Position[][] = [];
    for (let k = 1; k <= edges; k++) {
      const i = (start + k) % edges;
      if (!isInner(i)) continue;
      const chain = chains.at(-1);
      if (chain && keyOf(chain.at(-1)!) === keyOf(ring[i])) chain.push(ring[i + 1]);
      else chains.push([ring[i], ring[i + 1]]);
    }
    return chains;
  });
}

const longest = (lines: readonly Line[]): Line =>
  lines.reduce((best, line) => (line.length > best.length ? line : best));

function nearestVertex(ring: Ring, to: Position): Position {
  // A degree of longitude is about 0.78 of one of latitude at 39 degrees; near enough to choose a vertex.
  const narrow = Math.cos((to[1] * Math.PI) / 180);
  const off = (p: Position) => Math.hypot((p[0] - to[0]) * narrow, p[1] - to[1]);
  return ring.reduce((best, p) => (off(p) < off(best) ? p : best));
}

/** The two rings made by a line whose ends are vertices of the ring. */
function cut(ring: Ring, line: Line): Ring[] {
  const open = ring.slice(0, -1);
  const from = open.findIndex((p) => keyOf(p) === keyOf(line[0]));
  const to = open.findIndex((p) => keyOf(p) === keyOf(line.at(-1)!));
  const along = (a: number, b: number) => (a <= b ? open.slice(a, b + 1) : [...open.slice(a), ...open.slice(0, b + 1)]);
  const back = [...line].reverse();
  return [
    [...along(from, to), ...back.slice(1)],
    [...along(to, from), ...line.slice(1)],
  ].map((candidate) => (signedArea(candidate) > 0 ? candidate : [...candidate].reverse()));
}

/** Share of the subdivision's own vertices that lie inside the ring. */
function share(ring: Ring, admin: Admin1): number {
  const vertices = admin.polygons.flat(2);
  return vertices.filter((position) => polygonContains([ring], position)).length / vertices.length;
}

function nearestCode(position: Position, all: readonly Admin1[]): string {
  const metres = (admin: Admin1) =>
    admin.polygons.some((polygon) => polygonContains(polygon, position))
      ? 0
      : distanceTo(admin.polygons.flat())(position);
  const ranked = all.map((admin) => ({ code: admin.code, metres: metres(admin) })).sort((a, b) => a.metres - b.metres);
  return ranked[0].code;
}

/**
 * Zones compiled for questions: every ring vertex as a lattice point, and one uniform grid over all zones.
 * A cell knows the zones that hold its lower left corner and the edges that touch it, so a point in a cell
 * without edges is one look-up, and in a cell with edges the parity along a short path from the corner.
 */

/** Plain data: typed arrays that are written at build time and read without parsing. */
export interface ZoneIndex {
  /** Zone ids; a zone's number is its place here. */
  readonly ids: readonly string[];
  /** Words of 32 zone bits in a set. */
  readonly words: number;
  /** Lower left corner of the grid, on half units, so that no vertex lies on a grid line. */
  readonly x0: number;
  readonly y0: number;
  /** Cell width and height in units. */
  readonly cellX: number;
  readonly cellY: number;
  /** Cells per side. */
  readonly side: number;
  /** x, y of every vertex, ring after ring, each ring closed by its first vertex. */
  readonly vertices: Int32Array;
  /** Zone of the edge that starts at a vertex, or NO_EDGE at the last vertex of a ring. */
  readonly edgeZone: Uint8Array;
  /** First vertex of each zone, and the total at the end. */
  readonly zoneStart: Uint32Array;
  /** Where a cell's edges start in `cellEdges`; one more entry than cells. */
  readonly cellStart: Uint32Array;
  /** First vertex of each edge that touches the cell. */
  readonly cellEdges: Uint32Array;
  /** Number of the set of zones that hold a cell's lower left corner. */
  readonly cornerSet: Uint16Array;
  /** The sets, `words` words each; set 0 is empty. */
  readonly sets: Uint32Array;
}

export const NO_EDGE = 255;
/** The most zones that one index holds. */
export const MAX_ZONES = NO_EDGE;

/** The cell that holds a point, or -1 outside the grid. */
export function cellAt(index: ZoneIndex, x: number, y: number): number {
  const column = Math.floor((x - index.x0) / index.cellX);
  const row = Math.floor((y - index.y0) / index.cellY);
  if (column < 0 || row < 0 || column >= index.side || row >= index.side) return -1;
  return row * index.side + column;
}

/** Ids of the zones whose bits are set, in index order. */
export function zoneIds(index: ZoneIndex, set: Uint32Array, from = 0): string[] {
  const ids: string[] = [];
  for (let zone = 0; zone < index.ids.length; zone++) if (hasZone(set, zone, from)) ids.push(index.ids[zone]);
  return ids;
}

export function hasZone(set: Uint32Array, zone: number, from = 0): boolean {
  return (set[from + (zone >>> 5)] & (1 << (zone & 31))) !== 0;
}

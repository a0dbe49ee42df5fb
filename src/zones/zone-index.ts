/**
 * Zones compiled for questions: every ring vertex as a lattice point, and one uniform grid over all zones.
 * A cell knows the zones that hold its lower left corner and the edges that touch it, so a point in a cell
 * without edges is one look-up, and in a cell with edges the parity along a short path from the corner.
 * Zones of one and the same extent share a shape; everything but the ids is about shapes.
 */

/** Plain data: typed arrays that are written at build time and read without parsing. */
export interface ZoneIndex {
  /** Zone ids; a zone's number is its place here. */
  readonly ids: readonly string[];
  /** Number of each zone's shape. */
  readonly shapes: readonly number[];
  /** Words of 32 shape bits in a set. */
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
  /** Shape of the edge that starts at a vertex, or NO_EDGE at the last vertex of a ring. */
  readonly edgeShape: Uint8Array;
  /** First vertex of each shape, and the total at the end. */
  readonly shapeStart: Uint32Array;
  /** Bounding boxes over runs of edges, see `boxes.ts`. */
  readonly boxes: Int32Array;
  /** First box of each shape, and the total at the end. */
  readonly boxStart: Uint32Array;
  /** Where a cell's edges start in `cellEdges`; one more entry than cells. */
  readonly cellStart: Uint32Array;
  /** First vertex of each edge that touches the cell. */
  readonly cellEdges: Uint32Array;
  /** Number of the set of shapes that hold a cell's lower left corner. */
  readonly cornerSet: Uint16Array;
  /** Number of the set of shapes that hold any part of a cell. */
  readonly reachSet: Uint16Array;
  /** The sets, `words` words each; set 0 is empty. */
  readonly sets: Uint32Array;
}

/** Also the most shapes that one index holds. */
export const NO_EDGE = 255;

/** The cell that holds a point, or -1 outside the grid. */
export function cellAt(index: ZoneIndex, x: number, y: number): number {
  const column = Math.floor((x - index.x0) / index.cellX);
  const row = Math.floor((y - index.y0) / index.cellY);
  if (column < 0 || row < 0 || column >= index.side || row >= index.side) return -1;
  return row * index.side + column;
}

/** Whether a set holds the shape. */
export function hasShape(set: Uint32Array, shape: number): boolean {
  return (set[shape >>> 5] & (1 << (shape & 31))) !== 0;
}

/** Ids of the zones whose shapes a set holds, in index order. */
export function zoneIds(index: ZoneIndex, set: Uint32Array): string[] {
  return index.ids.filter((_, zone) => hasShape(set, index.shapes[zone]));
}

/** The packaged roads as a graph: nodes are places, edges the pieces of road between two of them. */
import { toDegrees } from '../geodesy/lattice.ts';
import type { Position } from '../itinerary/itinerary.ts';
import type { RoadSection } from '../knowledge/schema/roads.ts';
import { type Lengths, packArrays, unpackArrays } from '../knowledge/typed-arrays.ts';

/** What holds for a whole section; where it runs is in its edges. */
export type Section = Omit<RoadSection, 'way'>;

export interface RoadNetwork {
  readonly sections: readonly Section[];
  /** Place ids. */
  readonly nodes: readonly string[];
  /** For each edge: number of the node at its start and at its end, and of its section. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly section: Uint16Array;
  /** Length by road, km. */
  readonly km: Float32Array;
  /** Number of an edge's first vertex, and of the first of the next; one more than there are edges. */
  readonly start: Uint32Array;
  /** Longitude and latitude of each vertex, 1e-7 degree. Both ends of an edge are among its own. */
  readonly vertices: Int32Array;
}

const arrays = {
  from: Uint16Array,
  to: Uint16Array,
  section: Uint16Array,
  km: Float32Array,
  start: Uint32Array,
  vertices: Int32Array,
} as const;

/** What is needed besides the bytes; plain JSON. */
export interface PackedNetwork {
  readonly sections: readonly Section[];
  readonly nodes: readonly string[];
  readonly lengths: Lengths<typeof arrays>;
}

export function packNetwork(network: RoadNetwork): { header: PackedNetwork; bytes: Uint8Array } {
  const { sections, nodes } = network;
  const { lengths, bytes } = packArrays(arrays, network);
  return { header: { sections, nodes, lengths }, bytes };
}

/** Reads a network at `offset` of `buffer`; `offset` must be a multiple of four. */
export function unpackNetwork({ lengths, ...header }: PackedNetwork, buffer: ArrayBuffer, offset: number): RoadNetwork {
  return { ...header, ...unpackArrays(arrays, lengths, buffer, offset) };
}

export const edgeCount = ({ from }: RoadNetwork): number => from.length;

/** From the edge's start to its end. */
export function edgeLine({ start, vertices }: RoadNetwork, edge: number): Position[] {
  const line: Position[] = [];
  for (let at = start[edge]; at < start[edge + 1]; at++) {
    line.push([toDegrees(vertices[2 * at]), toDegrees(vertices[2 * at + 1])]);
  }
  return line;
}

/** A zone index as bytes and back. */
import { type Lengths, packArrays, packedArrayBytes, unpackArrays } from '../knowledge/typed-arrays.ts';
import type { ZoneIndex } from './zone-index.ts';

const arrays = {
  vertices: Int32Array,
  shapeStart: Uint32Array,
  boxes: Int32Array,
  boxStart: Uint32Array,
  cellStart: Uint32Array,
  cellEdges: Uint32Array,
  sets: Uint32Array,
  cornerSet: Uint16Array,
  reachSet: Uint16Array,
  edgeShape: Uint8Array,
} as const;
/** What is needed besides the bytes to read an index; plain JSON. */
export interface PackedIndex {
  readonly ids: readonly string[];
  readonly shapes: readonly number[];
  readonly words: number;
  readonly x0: number;
  readonly y0: number;
  readonly cellX: number;
  readonly cellY: number;
  readonly side: number;
  readonly lengths: Lengths<typeof arrays>;
}

/** Bytes that `unpackIndex` will take, a multiple of four. */
export const packedBytes = (header: PackedIndex): number => packedArrayBytes(arrays, header.lengths);

export function packIndex(index: ZoneIndex): { header: PackedIndex; bytes: Uint8Array } {
  const { ids, shapes, words, x0, y0, cellX, cellY, side } = index;
  const { lengths, bytes } = packArrays(arrays, index);
  return { header: { ids, shapes, words, x0, y0, cellX, cellY, side, lengths }, bytes };
}

/** Reads an index at `offset` of `buffer`; `offset` must be a multiple of four. Little-endian, as written. */
export function unpackIndex({ lengths, ...header }: PackedIndex, buffer: ArrayBuffer, offset: number): ZoneIndex {
  return { ...header, ...unpackArrays(arrays, lengths, buffer, offset) };
}

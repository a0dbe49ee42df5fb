/** A zone index as bytes and back. Reading makes views on the bytes: nothing is parsed or copied. */
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
type ArrayName = keyof typeof arrays;
const names = Object.keys(arrays) as ArrayName[];

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
  readonly lengths: Readonly<Record<ArrayName, number>>;
}

const align = (bytes: number): number => (bytes + 3) & ~3;

/** Bytes that `unpackIndex` will take, a multiple of four. */
export function packedBytes(header: PackedIndex): number {
  return names.reduce((sum, name) => sum + align(header.lengths[name] * arrays[name].BYTES_PER_ELEMENT), 0);
}

export function packIndex(index: ZoneIndex): { header: PackedIndex; bytes: Uint8Array } {
  const { ids, shapes, words, x0, y0, cellX, cellY, side } = index;
  const lengths = Object.fromEntries(names.map((name) => [name, index[name].length])) as Record<ArrayName, number>;
  const header = { ids, shapes, words, x0, y0, cellX, cellY, side, lengths };
  const bytes = new Uint8Array(packedBytes(header));
  let at = 0;
  for (const name of names) {
    const array = index[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += align(array.byteLength);
  }
  return { header, bytes };
}

/** Reads an index at `offset` of `buffer`; `offset` must be a multiple of four. Little-endian, as written. */
export function unpackIndex({ lengths, ...header }: PackedIndex, buffer: ArrayBuffer, offset: number): ZoneIndex {
  let at = offset;
  const views = names.map((name) => {
    const array = new arrays[name](buffer, at, lengths[name]);
    at += align(array.byteLength);
    return [name, array];
  });
  return { ...header, ...(Object.fromEntries(views) as Pick<ZoneIndex, ArrayName>) };
}

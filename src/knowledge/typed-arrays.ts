/** Named typed arrays as bytes and back. Reading makes views on the bytes: nothing is parsed or copied. */

type TypedArray = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float32Array;
type TypedArrayClass = {
  new (buffer: ArrayBuffer, offset: number, length: number): TypedArray;
  readonly BYTES_PER_ELEMENT: number;
};
/** Class of each array by name, in the order of the bytes. */
type Layout = Readonly<Record<string, TypedArrayClass>>;
/** Whatever kind of buffer lies beneath. */
type OnAnyBuffer<A> = A extends Int32Array
  ? Int32Array
  : A extends Uint32Array
    ? Uint32Array
    : A extends Uint16Array
      ? Uint16Array
      : A extends Uint8Array
        ? Uint8Array
        : Float32Array;
type Arrays<L extends Layout> = { readonly [Name in keyof L]: OnAnyBuffer<InstanceType<L[Name]>> };
/** Number of elements by name: what is needed besides the bytes. */
export type Lengths<L extends Layout> = { readonly [Name in keyof L]: number };

/** Every array starts at a multiple of four. */
const align = (bytes: number): number => (bytes + 3) & ~3;

/** Bytes that the arrays take, a multiple of four. */
export function packedArrayBytes<L extends Layout>(layout: L, lengths: Lengths<L>): number {
  return Object.keys(layout).reduce(
    (sum, name) => sum + align(lengths[name as keyof L] * layout[name].BYTES_PER_ELEMENT),
    0,
  );
}

export function packArrays<L extends Layout>(layout: L, arrays: Arrays<L>): { lengths: Lengths<L>; bytes: Uint8Array } {
  const names = Object.keys(layout) as (keyof L)[];
  const lengths = Object.fromEntries(names.map((name) => [name, arrays[name].length])) as Lengths<L>;
  const bytes = new Uint8Array(packedArrayBytes(layout, lengths));
  let at = 0;
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = arrays[name];
    bytes.set(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength), at);
    at += align(byteLength);
  }
  return { lengths, bytes };
}

/** Views at `offset` of `buffer`; `offset` must be a multiple of four. Little-endian, as written. */
export function unpackArrays<L extends Layout>(
  layout: L,
  lengths: Lengths<L>,
  buffer: ArrayBuffer,
  offset: number,
): Arrays<L> {
  let at = offset;
  const views = Object.entries(layout).map(([name, Class]) => {
    const array = new Class(buffer, at, lengths[name as keyof L]);
    at += align(array.byteLength);
    return [name, array];
  });
  return Object.fromEntries(views) as Arrays<L>;
}

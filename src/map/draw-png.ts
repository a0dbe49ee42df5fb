/** An SVG document as PNG. Nothing is fetched: the renderer has no files and no network, and pictures inside are not drawn. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';

export interface PngParts {
  /** The renderer itself. */
  readonly wasm: Uint8Array;
  /** The fonts that text is set in: `text-width.ts` measures the same ones. */
  readonly fonts: readonly Uint8Array[];
}

const FONT_FAMILY = 'DejaVu Sans';

/** WebAssembly is set up once in a process. */
let ready: Promise<void> | undefined;

export async function drawPng(svg: string, { wasm, fonts }: PngParts): Promise<Uint8Array> {
  ready ??= initWasm(wasm.slice().buffer);
  await ready;
  const family = FONT_FAMILY;
  const picture = new Resvg(svg, {
    font: {
      fontBuffers: [...fonts],
      defaultFontFamily: family,
      sansSerifFamily: family,
      serifFamily: family,
      cursiveFamily: family,
      fantasyFamily: family,
      monospaceFamily: family,
    },
  });
  try {
    const drawn = picture.render();
    const png = drawn.asPng();
    drawn.free();
    return png;
  } finally {
    picture.free();
  }
}

/** PNG by the renderer and the fonts that ship beside the program; loaded by none but who asks for a PNG. */
import { readFileSync } from 'node:fs';
import { DataError } from '../errors.ts';
import { drawPng } from '../map/draw-png.ts';

export async function renderPng(svg: string): Promise<Uint8Array> {
  return drawPng(svg, {
    wasm: read('resvg.wasm'),
    fonts: [read('DejaVuSans.ttf'), read('DejaVuSans-Bold.ttf')],
  });
}

function read(name: string): Uint8Array {
  try {
    return readFileSync(new URL(`./${name}`, import.meta.url));
  } catch {
    throw new DataError(`${name} is missing. Install tajcheck again, or run \`npm run build\` in a clone.`);
  }
}

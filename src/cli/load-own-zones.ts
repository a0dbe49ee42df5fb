import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { toDegrees } from '../geodesy/lattice.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Extent } from '../zones/check-geojson.ts';
import type { ZoneLayer } from '../zones/layer.ts';

/** Layers of the GeoJSON files given with `--zones`, each checked and compiled. */
export async function loadOwnZones(paths: readonly string[], knowledge: Knowledge): Promise<ZoneLayer[]> {
  if (paths.length === 0) return [];
  const { ownZoneLayer } = await import('../zones/own-zones.ts');
  const { default: form } = await import('geojson-validation');
  const taken = new Set(knowledge.index.ids);
  return paths.map((file) => {
    const layer = ownZoneLayer(parseJson(file), {
      file,
      asOf: knowledge.version.slice(0, 10),
      extent: extentOf(knowledge),
      checkForm: (value) => form.valid(value, true),
      taken,
    });
    for (const id of layer.index.ids) taken.add(id);
    return layer;
  });
}

function parseJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The zones ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`The zones ${file} are not valid JSON.`);
  }
}

function extentOf({ index }: Knowledge): Extent {
  const { x0, y0, cellX, cellY, side } = index;
  return [toDegrees(x0), toDegrees(y0), toDegrees(x0 + side * cellX), toDegrees(y0 + side * cellY)];
}

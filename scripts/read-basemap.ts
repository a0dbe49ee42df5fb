/** The base map from `data/water.geojson`. Whatever is not as it must be is a `DataError` with file and field. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DataError } from '../src/errors.ts';
import type { Basemap } from '../src/map/basemap.ts';

const FILE = 'water.geojson';

const position = z.tuple([z.number().min(60).max(80), z.number().min(34).max(44)]);
const ring = z
  .array(position)
  .min(4)
  .refine((vertices) => String(vertices[0]) === String(vertices.at(-1)), 'is not closed by its first vertex');
const properties = (kind: 'lake' | 'river') =>
  z.strictObject({ kind: z.literal(kind), name: z.string().min(1).nullable(), sources: z.array(z.string()).min(1) });
const lake = z.strictObject({
  type: z.literal('Feature'),
  properties: properties('lake'),
  geometry: z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
});
const river = z.strictObject({
  type: z.literal('Feature'),
  id: z.string(),
  properties: properties('river'),
  geometry: z.strictObject({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
});
const waterFile = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.union([lake, river], {
      error: ({ input }) => {
        const { properties: { kind } = {} } = (input ?? {}) as { properties?: { kind?: unknown } };
        const shape = kind === 'lake' ? lake : kind === 'river' ? river : null;
        const issue = shape?.safeParse(input).error?.issues[0];
        return issue ? `${issue.path.join('.')}: ${issue.message}` : 'is neither a lake nor a river';
      },
    }),
  ),
});

const attribution = [
  'Lakes and border rivers: © OpenStreetMap contributors (ODbL 1.0).',
  'Other rivers: World Data Bank II (public domain).',
];

export function readBasemap(data = join(import.meta.dirname, '..', 'data')): Basemap {
  const known = new Set(
    (parse(readFileSync(join(data, 'sources.yaml'), 'utf8')) as { id: string }[]).map(({ id }) => id),
  );
  const features = readFeatures(readFileSync(join(data, FILE), 'utf8'));
  for (const [at, { properties }] of features.entries()) {
    for (const source of properties.sources) {
      if (!known.has(source))
        throw new DataError(`data/${FILE}: features.${at}.properties.sources: ${source} is no source`);
    }
  }
  return {
    lakes: features.flatMap(({ properties: { name }, geometry }) =>
      geometry.type === 'Polygon' ? [{ name, rings: geometry.coordinates }] : [],
    ),
    rivers: features.flatMap(({ properties: { name }, geometry }) =>
      geometry.type === 'LineString' ? [{ name, line: geometry.coordinates }] : [],
    ),
    attribution,
  };
}

function readFeatures(text: string): z.infer<typeof waterFile>['features'] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DataError(`data/${FILE} is not JSON`);
  }
  const { data, error } = waterFile.safeParse(json);
  if (data) return data.features;
  const [{ path, message }] = error.issues;
  throw new DataError(`data/${FILE}: ${path.join('.')}: ${message}`);
}

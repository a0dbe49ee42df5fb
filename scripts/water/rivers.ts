/** Rivers: lines that are kept by hand, and pieces of a border where a river is the border. */
import { z } from 'zod';
import type { Line, Position } from '../zones/plane.ts';
import { simplifyLine } from '../zones/simplify.ts';
import { kmToLine } from './near.ts';

const TOLERANCE_M = 100;

const position = z.tuple([z.number(), z.number()]);
const riversFile = z.object({
  features: z.array(
    z.object({
      id: z.string(),
      properties: z.object({
        name: z.string().nullable(),
        sources: z.array(z.string()).min(1),
        /** Runs along the border with a neighbour, between the points of it nearest to these two. */
        along: z.object({ neighbour: z.string(), from: position, to: position }).optional(),
      }),
      geometry: z.object({ coordinates: z.array(position).min(2) }).nullable(),
    }),
  ),
});

export interface River {
  readonly id: string;
  readonly name: string | null;
  readonly sources: readonly string[];
  readonly line: Line;
}

type Borders = GeoJSON.FeatureCollection<GeoJSON.MultiLineString>;

/** From the contents of `data/rivers.geojson` and `data/borders.geojson`. */
export function readRivers(rivers: unknown, { features: borders }: Borders): River[] {
  const alongBorder = (neighbour: string, from: Position, to: Position): Line => {
    const border = borders.find(({ properties }) => properties?.neighbour === neighbour);
    if (border === undefined) throw new Error(`data/borders.geojson has no border with ${neighbour}`);
    // The longest line of it; the others go round exclaves.
    const line = (border.geometry.coordinates as unknown as Line[]).reduce((a, b) => (b.length > a.length ? b : a));
    const [start, end] = [from, to].map((point) => nearestVertex(point, line)).sort((a, b) => a - b);
    return simplifyLine(line.slice(start, end + 1), () => TOLERANCE_M);
  };
  return riversFile.parse(rivers).features.map(({ id, properties: { name, sources, along }, geometry }) => {
    const line = along ? alongBorder(along.neighbour, along.from, along.to) : geometry?.coordinates;
    if (line === undefined) throw new Error(`data/rivers.geojson: ${id} has neither a line nor a border to follow`);
    return { id, name, sources, line };
  });
}

function nearestVertex(point: Position, line: Line): number {
  const km = line.map((vertex) => kmToLine(point, [vertex, vertex]));
  return km.indexOf(Math.min(...km));
}

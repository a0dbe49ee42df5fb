/**
 * Reads country outlines out of the time zone map packaged in geo-tz: a quad tree whose leaves are
 * either whole cells or small polygons in geobuf. The pieces come out as stored; dissolve joins them.
 */
import { decode } from 'geobuf';
import { PbfReader } from 'pbf';
import { type Bounds, type Polygon, round6 } from './plane.ts';

/** A node is split further (letters), a polygon chunk (pos, len), or a list of zones that fill the cell. */
type Node = readonly number[] | { readonly pos: number; readonly len: number } | { readonly [quadrant: string]: Node };

interface Index {
  readonly timezones: readonly string[];
  readonly lookup: { readonly [quadrant: string]: Node };
}

/** The map's own edge: it stops 0.0001 degree short of the antimeridian and the poles. */
const WORLD: Bounds = [-179.9999, -89.9999, 179.9999, 89.9999];

/** Every stored piece of the named time zones in the cells that touch `extent`. */
export function readTimezonePieces(index: Index, chunks: Uint8Array, extent: Bounds): Map<string, Polygon[]> {
  const pieces = new Map<string, Polygon[]>();
  const add = (zone: string, piece: Polygon) => pieces.set(zone, [...(pieces.get(zone) ?? []), piece]);

  const walk = (node: Node, cell: Bounds): void => {
    if (!overlap(cell, extent)) return;
    if (isWhole(node)) {
      for (const zone of node) add(index.timezones[zone], rectangle(cell));
    } else if (isChunk(node)) {
      const { features } = decode(
        new PbfReader(chunks.subarray(node.pos, node.pos + node.len)),
      ) as GeoJSON.FeatureCollection;
      for (const { geometry, properties } of features)
        for (const piece of polygonsOf(geometry)) add(properties?.tzid, piece);
    } else {
      for (const [letter, child] of Object.entries(node)) walk(child, quadrant(cell, letter));
    }
  };
  // The first division is at 0,0; the later ones at the middle of the cell.
  for (const [letter, child] of Object.entries(index.lookup)) walk(child, quadrant(WORLD, letter));
  return pieces;
}

const isWhole = (node: Node): node is readonly number[] => Array.isArray(node);
const isChunk = (node: Node): node is { pos: number; len: number } => 'pos' in node;

function quadrant([west, south, east, north]: Bounds, letter: string): Bounds {
  const lon = (west + east) / 2;
  const lat = (south + north) / 2;
  if (letter === 'a') return [lon, lat, east, north];
  if (letter === 'b') return [west, lat, lon, north];
  if (letter === 'c') return [west, south, lon, lat];
  if (letter === 'd') return [lon, south, east, lat];
  throw new Error(`time zone index: unknown quadrant '${letter}'`);
}

const overlap = (a: Bounds, b: Bounds) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Rounded as the chunks are, so that its corners meet theirs. */
function rectangle(cell: Bounds): Polygon {
  const [west, south, east, north] = cell.map(round6);
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

function polygonsOf(geometry: GeoJSON.Geometry): Polygon[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates as unknown as Polygon];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates as unknown as Polygon[];
  throw new Error(`time zone map: unexpected ${geometry.type}`);
}

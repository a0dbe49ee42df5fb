/**
 * The map of one trip, ready to be drawn: everything in map units, north up. One scene serves the picture that
 * `tajcheck map` writes, the map on the trip page and its print.
 */
import type { AssessedLeg } from '../assessment/way.ts';
import type { Level } from '../knowledge/schema/parts.ts';

/** Map units: whole numbers, x to the east, y to the south. The covered country is `WORLD` units wide. */
export const WORLD = 16_384;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A zone, or several of one extent and one meaning. `path` is SVG path data in map units. */
export interface SceneArea {
  /** Zone ids. */
  readonly zones: readonly string[];
  readonly kind: 'advisory' | 'permit' | 'hazard' | 'closure' | 'country' | 'district' | 'own';
  /** Highest level said of it; null: none. */
  readonly level: Level | null;
  readonly title: string;
  /** A few lines of plain text: who says what, in native words, with date; what paper it needs. */
  readonly details: readonly string[];
  /** The outline is drawn from a text, not stated by its source. */
  readonly approximate: boolean;
  readonly path: string;
}

/** A line of the base map, below the route. */
export interface SceneLine {
  readonly kind: 'border' | 'main-road' | 'road' | 'track' | 'river' | 'graticule';
  readonly name: string | null;
  readonly path: string;
}

/** Part of the route with one level. */
export interface SceneRoute {
  readonly leg: string;
  readonly basis: AssessedLeg['basis'];
  readonly level: Level | null;
  /** A higher one that the true way may be in; null: none. */
  readonly perhaps: Level | null;
  readonly title: string;
  readonly details: readonly string[];
  readonly path: string;
}

/** Something to tap: a stop, where the route crosses a border or a zone's edge, a pass on the way. */
export interface SceneMarker {
  /** Unique: `stop-3`, `leg-2-gbao-in-204`. */
  readonly id: string;
  readonly kind: 'stop' | 'gate' | 'border' | 'zone-edge' | 'pass';
  readonly x: number;
  readonly y: number;
  /** What stands in the marker, the stop's number; empty: nothing. */
  readonly mark: string;
  readonly label: string;
  readonly title: string;
  readonly details: readonly string[];
  readonly level: Level | null;
  /** Lower is more important: its label is set first. */
  readonly rank: number;
}

/** A name of the base map: a town, a lake, a country. */
export interface SceneName {
  readonly text: string;
  readonly kind: 'city' | 'town' | 'village' | 'pass' | 'water' | 'country' | 'district';
  readonly x: number;
  readonly y: number;
  readonly rank: number;
  /** Not shown where a pixel is more map units than this. */
  readonly unitsPerPixel: number;
}

export interface Scene {
  /** All that is drawn. */
  readonly world: Box;
  /** The trip with some room around it: what is shown first. */
  readonly focus: Box;
  /** Kilometres in a map unit, at the middle of the focus. */
  readonly kmPerUnit: number;
  /** Land and lakes, below everything. */
  readonly ground: readonly { readonly kind: 'country' | 'neighbour' | 'lake'; readonly path: string }[];
  readonly areas: readonly SceneArea[];
  readonly lines: readonly SceneLine[];
  readonly route: readonly SceneRoute[];
  readonly markers: readonly SceneMarker[];
  readonly names: readonly SceneName[];
  /** What cannot be shown; one plain sentence each. */
  readonly notes: readonly string[];
  /** As the licences of the data ask; one plain sentence each. */
  readonly attribution: readonly string[];
}

/**
 * How a level looks on maps that other programs draw: a colour, and a width so that no colour is needed. Stronger colours
 * than those of our own map (src/map/map-style.ts): nobody knows what ground another program draws them on.
 */
import type { Level } from '../knowledge/schema/parts.ts';

export interface LevelLook {
  /** `#rrggbb`. */
  readonly colour: string;
  /** Of a line, in pixels. */
  readonly width: number;
  /** The colour's name among those of Organic Maps, whose bookmarks know no others. */
  readonly name: 'red' | 'orange' | 'yellow' | 'blue' | 'gray';
}

const looks: Readonly<Record<Level, LevelLook>> = {
  1: { colour: '#1f78b4', width: 3, name: 'blue' },
  2: { colour: '#e6a700', width: 4, name: 'yellow' },
  3: { colour: '#e8590c', width: 5, name: 'orange' },
  4: { colour: '#b30021', width: 6, name: 'red' },
};

/** No level is grey, never green: it does not mean safe. */
const none: LevelLook = { colour: '#6c757d', width: 2, name: 'gray' };

export const levels: readonly (Level | null)[] = [4, 3, 2, 1, null];

export const lookOf = (level: Level | null): LevelLook => (level === null ? none : looks[level]);

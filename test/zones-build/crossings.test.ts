import { describe, expect, it } from 'vitest';
import { selfCrossings } from '../../scripts/zones/crossings.ts';
import { tidy } from '../../scripts/zones/tidy.ts';

const bowTie = [[[0, 0], [3, 3], [3, 0], [0, 2], [0, 0]]] as const; // biome-ignore format: one shape, one line
const square = [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] as const; // biome-ignore format: one shape, one line
const spiked = [[[0, 0], [2, 0], [2, 1], [3, 1], [2, 1], [2, 2], [0, 2], [0, 0]]] as const; // biome-ignore format: one shape, one line

describe('selfCrossings', () => {
  it('finds a bow tie and a spike, and passes a square', () => {
    expect(selfCrossings(bowTie)).not.toEqual([]);
    expect(selfCrossings(spiked)).not.toEqual([]);
    expect(selfCrossings(square)).toEqual([]);
  });
});

describe('tidy', () => {
  it('refuses a polygon that crosses itself', () => {
    expect(() => tidy('bow-tie', [bowTie])).toThrow(/bow-tie crosses itself/);
  });

  it('takes off a spike and winds counter-clockwise', () => {
    expect(tidy('spiked', [spiked.map((ring) => [...ring].reverse())])).toHaveLength(1);
    expect(tidy('spiked', [spiked])[0][0].some(([x]) => x === 3)).toBe(false);
  });

  it('refuses an empty zone', () => {
    expect(() => tidy('nothing', [])).toThrow(/empty/);
  });
});

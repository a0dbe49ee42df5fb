import { describe, expect, it } from 'vitest';
import { distanceToLineKm } from '../../src/geodesy/measure.ts';
import type { Position } from '../../src/itinerary/itinerary.ts';
import { followBorder } from '../../src/knowledge/follow-border.ts';

/** A river that winds eastward; our bank is the north. */
const river: Position[] = Array.from({ length: 400 }, (_, at) => [
  70 + at * 0.002,
  37 + 0.02 * Math.sin(at / 15) + 0.003 * Math.sin(at / 3),
]);
const isOurs = ([lon, lat]: Position): boolean => {
  const at = Math.min(398, Math.max(0, Math.floor((lon - 70) / 0.002)));
  const share = (lon - river[at][0]) / 0.002;
  return lat > river[at][1] + share * (river[at + 1][1] - river[at][1]);
};
const north = (at: number, km: number): Position => [river[at][0], river[at][1] + km / 111];

describe('a road along a border river', () => {
  const bank = followBorder([river], north(20, 0.5), north(380, 1), 0.3, isOurs)!;

  it('keeps to our side, at the distance asked for', () => {
    expect(bank.length).toBeGreaterThan(40);
    for (const point of bank) {
      expect(isOurs(point)).toBe(true);
      const km = distanceToLineKm(point, river);
      expect(km).toBeGreaterThan(0.2);
      expect(km).toBeLessThan(0.42);
    }
  });

  it('runs the same way from either end', () => {
    const back = followBorder([river], north(380, 1), north(20, 0.5), 0.3, isOurs)!;
    expect(back[0][0]).toBeGreaterThan(back.at(-1)![0]);
    expect(bank[0][0]).toBeLessThan(bank.at(-1)![0]);
  });

  it('comes down to the bank as far along as its ends lie off the river', () => {
    expect(bank[0][0]).toBeGreaterThan(river[20][0] + 0.4 / 89);
    expect(bank.at(-1)![0]).toBeLessThan(river[380][0] - 0.8 / 89);
  });

  it('is refused where there is no such border', () => {
    expect(followBorder([], north(20, 0.5), north(380, 1), 0.3, isOurs)).toBeNull();
  });
});

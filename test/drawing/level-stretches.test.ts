import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AppliedAdvisory } from '../../src/assessment/advice.ts';
import type { AssessedLeg, LegCrossing } from '../../src/assessment/way.ts';
import { levelStretches } from '../../src/drawing/level-stretches.ts';
import { assessText } from '../trip.ts';

const says = (zone: string, level: 1 | 2 | 3 | 4 | null): AppliedAdvisory => ({
  ...{ id: zone, authority: 'us-state', zone, area: zone, native: '', level, words: '', issued: '', source: '' },
  confidence: 'certain',
});
const runs = (zone: string, entryKm: number, exitKm: number): LegCrossing => ({
  ...{ zone, entryKm, exitKm, insideKm: exitKm - entryKm },
  ...{ entry: [70, 38], exit: [70, 38], entryNear: null, exitNear: null },
});
const leg = (lengthKm: number | null, crossings: LegCrossing[] | null, advisories: AppliedAdvisory[] | null) =>
  ({ lengthKm, crossings, advisories }) as AssessedLeg;
const levels = (written: AssessedLeg) =>
  levelStretches(written).map(({ fromKm, toKm, level }) => [fromKm, toKm, level]);

test('the higher level holds where two areas overlap, and the lower one before and after', () => {
  const written = leg(100, [runs('country', 0, 100), runs('strip', 40, 60)], [says('country', 2), says('strip', 4)]);
  expect(levels(written)).toEqual([
    [0, 40, 2],
    [40, 60, 4],
    [60, 100, 2],
  ]);
  expect(levelStretches(written)[1].advisories.map(({ zone }) => zone)).toEqual(['strip', 'country']);
});

test('where nobody says anything the level is unknown, not low', () => {
  expect(levels(leg(100, [runs('strip', 0, 30)], [says('strip', 3)]))).toEqual([
    [0, 30, 3],
    [30, 100, null],
  ]);
  expect(levels(leg(100, null, null))).toEqual([[0, 100, null]]);
  expect(levels(leg(0, [], []))).toEqual([[0, 0, null]]);
  expect(levels(leg(null, null, null))).toEqual([]);
});

test('advice without a level of its own is told, and gives none', () => {
  const [only] = levelStretches(leg(10, [runs('strip', 0, 10)], [says('strip', null)]));
  expect(only).toMatchObject({ level: null, advisories: [{ zone: 'strip' }] });
});

test('stretches follow each other without a gap from the start to the end, each at the highest level there', () => {
  const crossing = fc.tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: 120 }),
    fc.integer({ min: 0, max: 60 }),
  );
  fc.assert(
    fc.property(fc.array(crossing, { maxLength: 8 }), (drawn) => {
      const crossings = drawn.map(([zone, from, length]) => runs(`z${zone}`, from, from + length));
      const given = [1, 2, 3, 4, 2].map((level, at) => says(`z${at}`, level as 1));
      const stretches = levelStretches(leg(100, crossings, given));
      expect(stretches[0].fromKm).toBe(0);
      expect(stretches.at(-1)!.toKm).toBe(100);
      for (const [at, { fromKm, toKm, level }] of stretches.entries()) {
        if (at > 0) expect(fromKm).toBe(stretches[at - 1].toKm);
        const middle = (fromKm + toKm) / 2;
        const here = crossings.filter(({ entryKm, exitKm }) => entryKm <= middle && middle <= exitKm);
        const highest = Math.max(0, ...here.map(({ zone }) => given.find((said) => said.zone === zone)!.level!));
        expect(level ?? 0).toBe(highest);
      }
    }),
  );
});

test('along the Panj the route is at the level of the Afghan border, and beyond the covered country at none', async () => {
  const { legs } = await assessText('stops: [Khorog, Ishkashim, { place: Karakul }, { place: Osh }]\ntravel: 4x4\n');
  expect(new Set(levelStretches(legs[0]).map(({ level }) => level))).toContain(4);
  expect(levelStretches(legs[2]).at(-1)).toMatchObject({ level: null, advisories: [] });
});

test('beside an area of a higher level that the way does not enter, each lower stretch is perhaps of that level', () => {
  const perhaps = (written: AssessedLeg) => levelStretches(written).map((stretch) => [stretch.level, stretch.perhaps]);
  const crossings = [runs('country', 0, 100), runs('hazard', 40, 60)];
  const said = [says('country', 2), says('hazard', 4), says('strip', 3)];
  expect(perhaps(leg(100, crossings, said))).toEqual([
    [2, 3],
    [4, null],
    [2, 3],
  ]);
  expect(perhaps(leg(100, [], [says('strip', 3)]))).toEqual([[null, 3]]);
  expect(perhaps(leg(0, [], [says('strip', 3)]))).toEqual([[null, 3]]);
  expect(perhaps(leg(100, crossings, [says('country', 2), says('strip', null)]))).toEqual([[2, null]]);
});

/** What holds for the comparison of any two trips. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { diffTrips, failsAt } from '../../src/diff/diff-trips.ts';
import type { Diff, Difference, Effect, Reason } from '../../src/diff/difference.ts';
import { diffSchema } from '../../src/report/diff/diff-schema.ts';
import { reportDiffMarkdown } from '../../src/report/diff/markdown.ts';
import { anyTrip, type WrittenTrip } from '../properties/any-trip.ts';
import { assessText } from '../trip.ts';

const side = (assessment: Assessment) => ({ label: 'trip.yaml', assessment, understood: true });
const compare = (before: Assessment, after: Assessment): Diff => diffTrips(side(before), side(after));
// JSON is YAML.
const judge = (trip: WrittenTrip) => assessText(JSON.stringify(trip));

/** The same trip with one thing or two done otherwise, or another trip altogether. */
const twoTrips = fc
  .tuple(anyTrip, anyTrip, fc.constantFrom('other', 'stops', 'permits', 'party', 'start', 'entry'))
  .map(([trip, other, what]): [WrittenTrip, WrittenTrip] => {
    if (what === 'other') return [trip, other];
    if (what === 'stops')
      return [trip, { ...trip, stops: [...trip.stops.slice(0, 1), other.stops[0], ...trip.stops.slice(1)] }];
    return [trip, JSON.parse(JSON.stringify({ ...trip, [what]: other[what as 'party'] }))];
  });

test('a trip compared with itself differs in nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyTrip, async (trip) => {
      const assessment = await judge(trip);
      const found = compare(assessment, structuredClone(assessment));
      expect(found.differences).toEqual([]);
      expect(failsAt(found, 'info')).toBe(false);
    }),
    { numRuns: 25 },
  );
});

/** Rules that fail closed in both directions, and so have no mirror. */
const oneWay: readonly Reason[] = ['perhaps-hidden', 'graver-now', 'no-longer-told', 'level-unknown', 'level'];
/** Less of it is no better where the way is a guess now; more of it is worse wherever. */
const guessed: readonly Reason[] = ['confidence', 'inside-shorter'];
const isOneWay = ({ effect, reason }: { readonly effect: Effect; readonly reason: Reason }): boolean =>
  oneWay.includes(reason) || (effect === 'changed' && guessed.includes(reason));
const turned: Record<Effect, Effect> = { worse: 'better', better: 'worse', changed: 'changed' };

/** Each difference with what it is called, by what it is about. */
function called({ differences }: Diff, mirrored: boolean): Map<string, string> {
  return new Map(
    differences.map(({ kind, because, before, after }) => {
      const effects = because
        // That a stop is gone excuses what is better, and needs no mirror.
        .filter(({ reason }) => reason !== 'left-out')
        .map((one) => (isOneWay(one) ? 'one way' : mirrored ? turned[one.effect] : one.effect));
      const subject = JSON.stringify(mirrored ? [kind, after, before] : [kind, before, after]);
      return [subject, effects.includes('one way') ? 'one way' : [...new Set(effects)].sort().join() || 'changed'];
    }),
  );
}

const places = ({ stops }: WrittenTrip) => stops.map(({ place }) => String(place));
const isPlain = (trip: WrittenTrip) => new Set(places(trip)).size === trip.stops.length;

test('what is worse one way is better the other way, but for what is unknown', async () => {
  let mirrored = 0;
  await fc.assert(
    // A place visited twice may be taken for either.
    fc.asyncProperty(
      twoTrips.filter((trips) => trips.every(isPlain)),
      async ([one, other]) => {
        const [before, after] = [await judge(one), await judge(other)];
        const [there, back] = [compare(before, after), compare(after, before)];
        for (const found of [there, back]) {
          expect(diffSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
          expect(reportDiffMarkdown(found, before, after)).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
          // Nothing is better while something is hidden, but for what has come to be known.
          if (found.unseen.length > 0) expect(better(found)).toEqual([]);
        }
        if (there.unseen.length + back.unseen.length > 0) return;
        const [left, right] = [called(there, false), called(back, true)];
        for (const [subject, effects] of left) {
          if (effects === 'one way' || right.get(subject) === 'one way') continue;
          expect(right.get(subject), subject).toBe(effects);
          mirrored++;
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(mirrored).toBeGreaterThan(100);
});

const known: readonly Reason[] = [
  'place-unknown', 'altitude-unknown', 'way-unknown', 'way-guessed', 'mode-unknown', 'dates-unknown', 'not-checked',
]; // biome-ignore format: a vocabulary

function better({ differences }: Diff): Difference[] {
  return differences.filter(({ because }) =>
    because.some(({ effect, reason }) => effect === 'better' && !known.includes(reason)),
  );
}

test('every new finding is told, and what is there on both sides is no news', async () => {
  await fc.assert(
    fc.asyncProperty(twoTrips, async ([one, other]) => {
      const [before, after] = [await judge(one), await judge(other)];
      const { differences } = compare(before, after);
      const findings = differences.flatMap((one) => (one.kind === 'finding' ? one : []));
      const come = findings.filter((one) => one.before === null).length;
      const gone = findings.filter((one) => one.after === null).length;
      expect(before.findings.length - gone + come).toBe(after.findings.length);
    }),
    { numRuns: 30 },
  );
});

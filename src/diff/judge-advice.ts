/** What governments say of the areas of the trip, before and after; and how far the way runs inside them. */
import type { Assessment } from '../assessment.ts';
import { compareText } from '../compare.ts';
import { groupBy } from '../group-by.ts';
import type { Alignment } from './align.ts';
import type { AreaAdvice, Because, DifferenceOf, InsideZone } from './difference.ts';
import { effectOf } from './difference.ts';
import { pairOff } from './pair-off.ts';

/** From here on a government advises against going. */
const AGAINST = 3;
/** Shorter differences are those of where a line was drawn. */
const SAME_KM = 0.5;

export function judgeAdvice(before: Assessment, after: Assessment, alignment: Alignment): DifferenceOf<'advice'>[] {
  const sides = { left: adviceOf(before), right: adviceOf(after) };
  const { pairs, left, right } = pairOff(sides, ({ authority, zone }) => `${authority} ${zone}`);
  const subjects = new Set([...after.stops, ...after.legs].map(({ id }) => id));
  const otherData = before.tool.dataVersion !== after.tool.dataVersion;
  const tell = (before: AreaAdvice | null, after: AreaAdvice | null, because: Because[]) =>
    ({ kind: 'advice', effect: effectOf(because), because, before, after }) as const;
  const differences = [
    ...right.map((advice) => tell(null, advice, [{ effect: isAgainst(advice) ? 'worse' : 'changed', reason: 'new' }])),
    ...left.map((advice) => {
      // The trip still goes there: that nobody says anything any more is no good news.
      const goesOn = otherData && advice.where.some((subject) => subjects.has(alignment.nameBefore(subject)));
      if (goesOn) return tell(advice, null, [{ effect: 'changed', reason: 'no-longer-told' }]);
      return tell(advice, null, [{ effect: isAgainst(advice) ? 'better' : 'changed', reason: 'gone' }]);
    }),
    ...pairs.map(({ before, after }) => tell(before, after, judgeLevels(before, after))),
  ];
  return differences.filter(({ because }) => because.length > 0);
}

const isAgainst = ({ level }: AreaAdvice): boolean => level !== null && level >= AGAINST;

/** A level out of nothing is a raise; a level that is gone is not known any more. */
function judgeLevels(before: AreaAdvice, after: AreaAdvice): Because[] {
  if (before.level !== after.level) {
    if (after.level === null) return [{ effect: 'worse', reason: 'level-unknown' }];
    return [{ effect: before.level === null || after.level > before.level ? 'worse' : 'better', reason: 'level' }];
  }
  return before.native === after.native && before.area === after.area ? [] : [{ effect: 'changed', reason: 'words' }];
}

function adviceOf({ stops, legs }: Assessment): AreaAdvice[] {
  const applied = [...stops, ...legs].flatMap(({ id, advisories }) =>
    (advisories ?? []).map((advisory) => ({ subject: id, advisory })),
  );
  const groups = groupBy(applied, ({ advisory }) => `${advisory.authority} ${advisory.zone}`);
  return [...groups.values()].map((group) => {
    const [{ advisory }] = [...group].sort((a, b) => (b.advisory.level ?? 0) - (a.advisory.level ?? 0));
    const { authority, zone, area, native, level, issued, source } = advisory;
    const where = [...new Set(group.map(({ subject }) => subject))];
    return { authority, zone, area, native, level, issued, source, where };
  });
}

/** Zones advised against or dangerous that both trips go through. */
export function judgeInside(before: Assessment, after: Assessment, isGuessed: boolean): DifferenceOf<'inside'>[] {
  const [old, now] = [insideOf(before), insideOf(after)];
  const both = [...now.keys()].filter((zone) => old.has(zone)).sort(compareText);
  const longer = both.filter((zone) => now.get(zone)!.km - old.get(zone)!.km >= SAME_KM);
  const shorter = both.filter((zone) => old.get(zone)!.km - now.get(zone)!.km >= SAME_KM);
  const tell = (zones: string[], because: Because): DifferenceOf<'inside'>[] => {
    const pick = (all: Map<string, InsideZone>) => zones.map((zone) => all.get(zone)!);
    const { effect } = because;
    return zones.length === 0
      ? []
      : [{ kind: 'inside', effect, because: [because], before: pick(old), after: pick(now) }];
  };
  return [
    ...tell(longer, { effect: 'worse', reason: 'inside-longer' }),
    // Kilometres of a guess are no kilometres of a road.
    ...tell(shorter, { effect: isGuessed ? 'changed' : 'better', reason: 'inside-shorter' }),
  ];
}

function insideOf(assessment: Assessment): Map<string, InsideZone> {
  const against = new Set(adviceOf(assessment).flatMap((advice) => (isAgainst(advice) ? [advice.zone] : [])));
  const touched = new Set(assessment.stops.flatMap(({ zones }) => (zones ?? []).map(({ id }) => id)));
  const crossings = assessment.legs.flatMap((leg) => leg.crossings ?? []);
  const inside = new Map<string, InsideZone>();
  for (const { id, name, kind } of assessment.zones) {
    if (kind === 'country' || !(against.has(id) || kind === 'hazard')) continue;
    const own = crossings.filter(({ zone }) => zone === id);
    if (own.length === 0 && !touched.has(id)) continue;
    const km = Math.round(own.reduce((sum, { insideKm }) => sum + insideKm, 0) * 1000) / 1000;
    inside.set(id, { zone: id, name, km });
  }
  return inside;
}

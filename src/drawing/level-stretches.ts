/** A leg cut where the advice changes: the colours of the route on maps and profiles. */
import type { AppliedAdvisory } from '../assessment/advice.ts';
import type { AssessedLeg } from '../assessment/way.ts';
import { highestLevel } from '../highest-level.ts';
import type { Level } from '../knowledge/schema/parts.ts';

/** Part of a leg with one and the same advice; kilometres from the start of the leg. */
export interface LevelStretch {
  readonly fromKm: number;
  readonly toKm: number;
  /** The highest that any government gives there; null: none gives one, or the way is not known. */
  readonly level: Level | null;
  /** That of an area beside the drawn way, where it is higher: the true way may lie in it. */
  readonly perhaps: Level | null;
  /** What is said there, the highest level first. */
  readonly advisories: readonly AppliedAdvisory[];
}

/** In travelling order, without gaps, from 0 to the leg's length; none for a leg of unknown length. */
export function levelStretches(leg: AssessedLeg): LevelStretch[] {
  const { lengthKm, crossings, advisories } = leg;
  if (lengthKm === null) return [];
  const beside = highestBeside(leg);
  const perhapsAt = (level: Level | null) => ((beside ?? 0) > (level ?? 0) ? beside : null);
  const said = (advisories ?? []).toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0));
  const runs = (crossings ?? []).filter(({ zone }) => said.some((advisory) => advisory.zone === zone));
  const cuts = new Set([0, lengthKm]);
  for (const { entryKm, exitKm } of runs) cuts.add(Math.min(entryKm, lengthKm)).add(Math.min(exitKm, lengthKm));
  const marks = [...cuts].sort((a, b) => a - b);
  const stretches = marks.slice(1).map((toKm, at): LevelStretch => {
    const middle = (marks[at] + toKm) / 2;
    const zones = new Set(runs.filter(({ entryKm, exitKm }) => entryKm <= middle && middle <= exitKm).map(zoneOf));
    const here = said.filter(({ zone }) => zones.has(zone));
    const level = here[0]?.level ?? null;
    return { fromKm: marks[at], toKm, level, perhaps: perhapsAt(level), advisories: here };
  });
  return stretches.length > 0
    ? stretches
    : [{ fromKm: 0, toKm: lengthKm, level: null, perhaps: beside, advisories: [] }];
}

const zoneOf = ({ zone }: { readonly zone: string }): string => zone;

/** The highest level of zones that the drawn way does not enter, but the true one may; null: none has a level. */
function highestBeside({ crossings, advisories }: AssessedLeg): Level | null {
  const entered = new Set(crossings?.map(zoneOf));
  return highestLevel((advisories ?? []).filter(({ zone }) => !entered.has(zone)));
}

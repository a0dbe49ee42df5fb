/** A profile cut into columns of text: what is known of the stretch of road that each column stands for. */
import { highestLevel } from '../../highest-level.ts';
import type { Level } from '../../knowledge/schema/parts.ts';
import { joinLevels } from '../../profile/joined-levels.ts';
import type { Profile } from '../../profile/profile.ts';

export interface Column {
  readonly fromKm: number;
  readonly toKm: number;
  /** The highest of what is known; null: nothing is. */
  readonly heightM: number | null;
  /** The highest that anybody gives. */
  readonly level: Level | null;
  /** More may hold: not looked up, a guessed way, or a zone so near that the true way may enter it. */
  readonly doubtful: boolean;
}

export function cutColumns({ lengthKm, points, levels }: Profile, amount: number): Column[] {
  const joined = joinLevels(levels);
  return Array.from({ length: amount }, (_, at) => {
    const [fromKm, toKm] = [(at * lengthKm) / amount, ((at + 1) * lengthKm) / amount];
    return { fromKm, toKm, heightM: highestBetween(points, fromKm, toKm), ...adviceBetween(joined, fromKm, toKm) };
  });
}

export const columnAt = (km: number, { lengthKm }: Profile, amount: number): number =>
  Math.min(amount - 1, Math.floor((km / lengthKm) * amount));

/** Places in the column, and the line that joins known ones where it enters, leaves and crosses the column. */
function highestBetween(points: Profile['points'], fromKm: number, toKm: number): number | null {
  let highest: number | null = null;
  const take = (metres: number): void => {
    if (highest === null || metres > highest) highest = metres;
  };
  for (let at = 0; at < points.length && (points[at].km <= toKm || points[at - 1]?.km < toKm); at++) {
    const point = points[at];
    if (point.km < fromKm) continue;
    if (point.km <= toKm) take(point.altitudeM);
    const before = points[at - 1];
    if (!point.joined || point.km <= before.km) continue;
    const [from, to] = [Math.max(fromKm, before.km), Math.min(toKm, point.km)];
    if (to <= from) continue;
    const slope = (point.altitudeM - before.altitudeM) / (point.km - before.km);
    take(before.altitudeM + slope * (from - before.km));
    take(before.altitudeM + slope * (to - before.km));
  }
  return highest;
}

function adviceBetween(levels: Profile['levels'], fromKm: number, toKm: number): Pick<Column, 'level' | 'doubtful'> {
  const here = levels.filter((stretch) => stretch.fromKm < toKm && stretch.toKm > fromKm);
  const level = highestLevel(here);
  const mayBeMore = ({ perhaps, checked, basis }: Profile['levels'][number]): boolean =>
    (perhaps ?? 0) > (level ?? 0) || (!checked && level === null) || basis === 'guess';
  return { level, doubtful: here.length === 0 || here.some(mayBeMore) };
}

/** The zones along the trip as rows of a picture: one for what a reader thinks of as one area. */
import { groupBy } from '../group-by.ts';
import { highestLevel } from '../highest-level.ts';
import type { Profile, ProfileBand } from './profile.ts';

interface BandStretch {
  readonly fromKm: number;
  readonly toKm: number;
  /**
   * all: inside by every extent; some: governments mean different extents, and by some of them one is outside;
   * perhaps: nobody knows.
   */
  readonly inside: 'all' | 'some' | 'perhaps';
}

export interface BandRow {
  readonly name: string;
  readonly kind: string;
  readonly level: ProfileBand['level'];
  /** In travelling order, none touching another of its sort. */
  readonly stretches: readonly BandStretch[];
}

/** Highest level first, then where one comes first. */
export function bandRows({ bands }: Pick<Profile, 'bands'>): BandRow[] {
  return [...groupBy(bands, ({ group }) => group)]
    .map(([name, own]) => ({ name, kind: own[0].kind, level: highestLevel(own), stretches: overlay(own) }))
    .sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || a.stretches[0].fromKm - b.stretches[0].fromKm);
}

/** The zones of one row laid over each other and cut where any begins or ends. */
function overlay(bands: readonly ProfileBand[]): BandStretch[] {
  const marks = [...new Set(bands.flatMap(({ fromKm, toKm }) => [fromKm, toKm]))].sort((a, b) => a - b);
  // Hazards of one sort are different pieces of land, not different views of one.
  const views = bands[0].kind === 'hazard' ? 1 : new Set(bands.map(({ zone }) => zone)).size;
  const stretches: BandStretch[] = [];
  for (const [at, fromKm] of marks.slice(0, -1).entries()) {
    const toKm = marks[at + 1];
    const here = bands.filter((band) => band.fromKm <= fromKm && band.toKm >= toKm);
    if (here.length === 0) continue;
    const sure = new Set(here.filter((band) => band.sure).map(({ zone }) => zone));
    const inside = sure.size === 0 ? 'perhaps' : sure.size >= views ? 'all' : 'some';
    const last = stretches.at(-1);
    if (last?.inside === inside && last.toKm === fromKm) stretches[stretches.length - 1] = { ...last, toKm };
    else stretches.push({ fromKm, toKm, inside });
  }
  return stretches;
}

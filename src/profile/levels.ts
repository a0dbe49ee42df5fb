/** The advice along the trip, stretch by stretch. */
import type { AssessedLeg } from '../assessment/way.ts';
import { type LevelStretch, levelStretches } from '../drawing/level-stretches.ts';
import { countryZone } from '../knowledge/country.ts';
import { km } from '../round.ts';
import type { PlacedLeg, ProfileLevel, ProfileTrip } from './profile.ts';

export function levelsAlong(legs: readonly PlacedLeg[], { knowledge }: ProfileTrip): ProfileLevel[] {
  const home = countryZone(knowledge.entry.country);
  return legs.flatMap(({ leg, fromKm: startKm }) =>
    levelStretches(leg).map(
      (stretch): ProfileLevel => ({
        ...stretch,
        fromKm: km(startKm + stretch.fromKm),
        toKm: km(startKm + stretch.toKm),
        leg: leg.id,
        basis: leg.basis,
        checked: stretch.level !== null || (leg.basis !== 'flight' && isIn(home, stretch, leg)),
      }),
    ),
  );
}

/** Abroad, silence is no advice: only what governments say of the home country and its borders is in the data. */
function isIn(home: string, { fromKm, toKm }: LevelStretch, { crossings, advisories }: AssessedLeg): boolean {
  if (crossings === null || advisories === null) return false;
  const middle = (fromKm + toKm) / 2;
  return crossings.some(({ zone, entryKm, exitKm }) => zone === home && entryKm <= middle && middle <= exitKm);
}

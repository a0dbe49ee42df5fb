/** Whether a way of arriving is the one that a rule asks for. */
import { distanceKm } from '../geodesy/great-ellipse.ts';
import type { VisaRule } from '../knowledge/schema/papers.ts';
import { type Gazetteer, placesById, resolvePlace } from '../places/gazetteer.ts';
import { normaliseName } from '../places/normalise-name.ts';

export interface Arrival {
  readonly by: 'air' | 'land' | null;
  /** Name or id of the place of entry; null: not said. */
  readonly place: string | null;
  /** Where one comes from, as written. */
  readonly from: string | null;
}

export interface Departure {
  readonly by: 'air' | 'land' | null;
  readonly to: string | null;
}

type Condition = NonNullable<VisaRule['entry']>;

/** Who flies to a town lands at its airport: a place this near is the one meant, km. */
const SAME_KM = 15;

/** Null: the file does not say enough. An unmet part outweighs one that is not said. */
export function arrivalMeets(
  condition: Condition,
  entry: Arrival | null,
  exit: Departure | null | undefined,
  gazetteer: Gazetteer,
): boolean | null {
  const parts = [
    entry?.by == null ? null : entry.by === condition.by,
    condition.place === null ? true : isPlace(entry?.place ?? null, condition.place, gazetteer),
    isNamed(entry?.from ?? null, condition.from),
    ...(exit === undefined || condition.from.length === 0
      ? []
      : [exit?.by == null ? null : exit.by === condition.by, isNamed(exit?.to ?? null, condition.from)]),
  ];
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function isPlace(written: string | null, wanted: string, gazetteer: Gazetteer): boolean | null {
  if (written === null) return null;
  const found = resolvePlace(written, gazetteer);
  const place = placesById(gazetteer).get(wanted);
  if (found.kind !== 'found' || place === undefined) return null;
  return distanceKm([found.place.lon, found.place.lat], [place.lon, place.lat]) <= SAME_KM;
}

/** `Tehran (IKA)` names Tehran. */
function isNamed(written: string | null, names: readonly string[]): boolean | null {
  if (names.length === 0) return true;
  if (written === null) return null;
  const words = ` ${normaliseName(written)} `;
  return names.some((known) => words.includes(` ${normaliseName(known)} `));
}

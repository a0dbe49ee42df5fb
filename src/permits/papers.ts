/** The permits that the itinerary lists: of which kind a paper is, and which districts it names. */
import type { HeldPermit } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema.ts';
import { normaliseName } from '../places/normalise-name.ts';

/** `gbao` may be written `GBAO`. */
export function isType(paper: HeldPermit, permit: Permit): boolean {
  return paper.type.toLowerCase() === permit.id;
}

/** The district that a name stands for. */
export function findDistrict(permit: Permit, written: string): Permit['districts'][number] | undefined {
  const wanted = normaliseName(written);
  return permit.districts.find((district) =>
    [district.id, district.name, ...district.aliases].some((name) => normaliseName(name) === wanted),
  );
}

/** Whatever spelling it uses. A paper whose districts are not said lists none that can be counted on. */
export function listsDistrict(paper: HeldPermit, permit: Permit, district: string): boolean {
  return (paper.districts ?? []).some((written) => findDistrict(permit, written)?.id === district);
}

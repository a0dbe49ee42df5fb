/** The permits that the itinerary lists: of which kind a paper is, and which districts it names. */
import type { HeldPermit } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema/papers.ts';
import { normaliseName } from '../places/normalise-name.ts';

/** `gbao` may be written `GBAO`. */
export function isType(paper: HeldPermit, permit: Permit): boolean {
  return paper.type.toLowerCase() === permit.id;
}

/** Applied for, and its days not yet known. */
export function isPromised({ applied, from, to }: HeldPermit): boolean {
  return applied !== null && (from === null || to === null);
}

/** A day of application is taken out of the file once the paper has come: nothing else tells that it has. */
export const isInHand = ({ applied }: HeldPermit): boolean => applied === null;

type District = Permit['districts'][number];

/** Districts by every spelling, made once for each permit. */
const spellings = new WeakMap<Permit, ReadonlyMap<string, District>>();

function spellingsOf(permit: Permit): ReadonlyMap<string, District> {
  const known = spellings.get(permit);
  if (known) return known;
  const made = new Map(
    permit.districts.flatMap((district) =>
      [district.id, district.name, ...district.aliases].map((name) => [normaliseName(name), district] as const),
    ),
  );
  spellings.set(permit, made);
  return made;
}

/** The district that a name stands for. */
export function findDistrict(permit: Permit, written: string): District | undefined {
  // Most files write the id.
  return permit.districts.find(({ id }) => id === written) ?? spellingsOf(permit).get(normaliseName(written));
}

/** Whatever spelling it uses. A paper whose districts are not said lists none that can be counted on. */
export function listsDistrict(paper: HeldPermit, permit: Permit, district: string): boolean {
  return (paper.districts ?? []).some((written) => findDistrict(permit, written)?.id === district);
}

/** Districts put on a permit of the file or taken off it. What would do nothing is refused: it hides a slip. */
import { UsageError } from '../errors.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import type { HeldPermit } from '../itinerary/itinerary.ts';
import type { Permit } from '../knowledge/schema/papers.ts';
import { findDistrict, isType, listsDistrict } from '../permits/papers.ts';
import type { DistrictChange } from './change.ts';

type District = Permit['districts'][number];

/** `permits` are the kinds of permit that are known. */
export function changeDistricts(
  papers: readonly HeldPermit[],
  changes: readonly DistrictChange[],
  permits: readonly Permit[],
): readonly HeldPermit[] {
  const meant = changes.map((change) => {
    const permit = permitMeant(papers, change, permits);
    return { permit, add: change.add, district: districtMeant(permit, change.district) };
  });
  const twice = meant.find(({ district }, at) => meant.findIndex((other) => other.district === district) < at);
  if (twice) throw new UsageError(`--district: ${twice.district.name} is named twice.`, 'Put it on or take it off.');
  return meant.reduce((held, { permit, add, district }) => (add ? putOn : takeOff)(held, permit, district), papers);
}

function districtMeant(permit: Permit, written: string): District {
  const district = findDistrict(permit, written);
  if (district) return district;
  const known = permit.districts.map(({ id }) => id);
  const meant = didYouMean(written, known);
  const hint = meant === null ? `Its districts are ${known.join(', ')}.` : `Did you mean ${meant}?`;
  throw new UsageError(`--district: ${written} is not a district of the ${permit.id} permit.`, hint);
}

/** On every paper of the permit. */
function putOn(papers: readonly HeldPermit[], permit: Permit, { id, name }: District): HeldPermit[] {
  if (papers.every((paper) => !isType(paper, permit) || listsDistrict(paper, permit, id))) {
    throw new UsageError(`--district: ${name} is on the ${permit.id} permit already.`, sayListed(papers, permit));
  }
  return papers.map((paper) =>
    !isType(paper, permit) || listsDistrict(paper, permit, id)
      ? paper
      : { ...paper, districts: [...(paper.districts ?? []), id] },
  );
}

function takeOff(papers: readonly HeldPermit[], permit: Permit, { id, name }: District): HeldPermit[] {
  const own = papers.filter((paper) => isType(paper, permit));
  if (own.some(({ districts }) => districts === null)) {
    throw new UsageError(`--district: the ${permit.id} permit in the file lists no districts to take from.`);
  }
  if (!own.some((paper) => listsDistrict(paper, permit, id))) {
    throw new UsageError(`--district: ${name} is not on the ${permit.id} permit.`, sayListed(papers, permit));
  }
  return papers.map((paper) =>
    isType(paper, permit)
      ? { ...paper, districts: (paper.districts ?? []).filter((one) => findDistrict(permit, one)?.id !== id) }
      : paper,
  );
}

function sayListed(papers: readonly HeldPermit[], permit: Permit): string {
  const listed = papers.flatMap((paper) => (isType(paper, permit) ? (paper.districts ?? []) : []));
  return `It lists ${[...new Set(listed)].join(', ') || 'none'}.`;
}

/** The permit named, or the only one of the file that has districts. */
function permitMeant(papers: readonly HeldPermit[], { permit: written }: DistrictChange, permits: readonly Permit[]) {
  const having = permits.filter(
    (permit) => permit.districts.length > 0 && papers.some((paper) => isType(paper, permit)),
  );
  const named = written === null ? having : having.filter(({ id }) => id === written.toLowerCase());
  if (named.length === 1) return named[0];
  if (having.length === 0) {
    throw new UsageError('--district: the file lists no permit that has districts.', 'List it under permits: first.');
  }
  const ids = having.map(({ id }) => id);
  if (written === null) {
    throw new UsageError(
      '--district: several permits have districts.',
      `Say which: ${ids[0]}:+${having[0].districts[0].id}`,
    );
  }
  throw new UsageError(
    `--district: the file lists no permit ${written} with districts.`,
    `It lists ${ids.join(', ')}.`,
  );
}

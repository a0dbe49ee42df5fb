/** The visas that the itinerary lists: of which kind each is, whose, and which stays its dates cover. */
import type { Stay } from '../borders/passages.ts';
import { daysBetween } from '../dates.ts';
import type { HeldVisa } from '../itinerary/itinerary.ts';
import type { VisaKind } from '../knowledge/schema/papers.ts';
import { normaliseName } from '../places/normalise-name.ts';

/** `e-Visa`, `evisa` and `E VISA` are one. */
export function kindOf({ type }: Pick<HeldVisa, 'type'>, kinds: readonly VisaKind[]): VisaKind | null {
  const written = squeeze(type);
  return (
    kinds.find(({ id, name, aliases }) => [id, name, ...aliases].some((word) => squeeze(word) === written)) ?? null
  );
}

const squeeze = (word: string): string => normaliseName(word).replaceAll(' ', '');

/** What is wrong with a visa for one stay, and the value that says so. */
export interface VisaFault {
  readonly visa: HeldVisa;
  readonly key: 'from' | 'to' | 'entries' | 'applied' | null;
  /**
   * late, early: it begins after the entry, ends before the exit; single: used up by an earlier entry; past: over today,
   * whenever the trip is; planned: the file gives the day of its application, so it is not in hand; unsaid: the file does not give its dates;
   * undated: the trip has none; entries-unsaid: whether it lets one in twice.
   */
  readonly why: 'late' | 'early' | 'single' | 'past' | 'planned' | 'unsaid' | 'undated' | 'entries-unsaid';
  readonly stay: Stay;
}

export const isSure = ({ why }: VisaFault): boolean => ['late', 'early', 'single', 'past'].includes(why);

export interface Cover {
  /** The visa that each stay is on; at fault or not. */
  readonly used: readonly { readonly visa: HeldVisa; readonly stays: readonly Stay[] }[];
  readonly faults: readonly VisaFault[];
}

/**
 * One visa for each stay that needs one: two that follow one another do not make one long stay. A visa that is good on
 * another entry is taken to be stamped there, needed or not; a stay for which only such a one is left is on none.
 */
export function coverStays(
  visas: readonly HeldVisa[],
  all: readonly Stay[],
  needing: readonly Stay[],
  asOf: string,
): Cover {
  const stamped = new Set<HeldVisa>();
  const used = new Map<HeldVisa, Stay[]>();
  const faults: VisaFault[] = [];
  for (const stay of all) {
    if (!needing.includes(stay)) {
      for (const visa of visas) if (isGoodOn(visa, stay.from)) stamped.add(visa);
      continue;
    }
    const chosen = chooseVisa(visas, stay, stamped);
    const fault = faultOf(chosen, stay, stamped.has(chosen), asOf);
    if (fault !== null) faults.push(fault);
    stamped.add(chosen);
    if (fault?.why !== 'single') used.set(chosen, [...(used.get(chosen) ?? []), stay]);
  }
  return { used: [...used].map(([visa, own]) => ({ visa, stays: own })), faults };
}

export const isGoodOn = ({ from, to }: HeldVisa, day: string | null): boolean =>
  day !== null && from !== null && to !== null && from <= day && day <= to;

/** The one with the least against it; a single entry before one that is good for more. */
function chooseVisa(visas: readonly HeldVisa[], stay: Stay, used: ReadonlySet<HeldVisa>): HeldVisa {
  const cost = (visa: HeldVisa): number =>
    (isSpent(visa, used.has(visa)) ? 1e6 : 0) + daysShort(visa, stay) * 10 + (visa.entries === 'single' ? 0 : 1);
  return visas.reduce((best, next) => (cost(next) < cost(best) ? next : best));
}

const isSpent = ({ entries }: HeldVisa, used: boolean): boolean => used && entries === 'single';

/** Days of the stay before it begins and after it ends; one whose dates are not said is the last but one to take. */
function daysShort(visa: HeldVisa, { from, to }: Stay): number {
  if (visa.from === null || visa.to === null) return 1e4;
  if (from === null || to === null) return 0;
  return Math.max(0, daysBetween(from, visa.from)) + Math.max(0, daysBetween(visa.to, to));
}

function faultOf(visa: HeldVisa, stay: Stay, isUsed: boolean, asOf: string): VisaFault | null {
  const fault = (why: VisaFault['why'], key: VisaFault['key']): VisaFault => ({ visa, key, why, stay });
  if (isSpent(visa, isUsed)) return fault('single', 'entries');
  if (stay.from === null || stay.to === null) {
    return visa.to !== null && visa.to < asOf ? fault('past', 'to') : fault('undated', null);
  }
  if (visa.from !== null && visa.from > stay.from) return fault('late', 'from');
  if (visa.to !== null && visa.to < stay.to) return fault('early', 'to');
  if (visa.applied !== null) return fault('planned', 'applied');
  if (visa.from === null || visa.to === null) return fault('unsaid', visa.from === null ? 'to' : 'from');
  return isUsed && visa.entries === null ? fault('entries-unsaid', null) : null;
}

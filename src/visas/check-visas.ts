/** On what terms each of the party is let in, and whether the papers held fit the stay. */
import type { VisaCheck } from '../assessment.ts';
import type { Stay, TripBeforePapers } from '../borders/passages.ts';
import type { HeldVisa, Traveller } from '../itinerary/itinerary.ts';
import type { VisaRule } from '../knowledge/schema.ts';

/** The terms for one line of the party with the evidence its findings point to. */
export interface VisaJudgement {
  readonly traveller: Traveller;
  /** The rule that counts; null: none is known. */
  readonly rule: VisaRule | null;
  readonly held: readonly HeldVisa[];
  readonly stays: readonly Stay[];
  readonly check: VisaCheck;
}

export function checkVisas(_trip: TripBeforePapers, _stays: readonly Stay[]): VisaJudgement[] {
  return [];
}

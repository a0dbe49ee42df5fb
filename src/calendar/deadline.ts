/** The days to apply by, as findings tell them. */
import type { Finding } from '../finding.ts';

interface Deadline {
  readonly applyBy: string | null;
  readonly applyByWorst: string | null;
}

export function deadlineArgs({ applyBy, applyByWorst }: Deadline, asOf: string) {
  const isPast = (day: string | null): boolean => day !== null && day < asOf;
  return { applyBy, worst: applyByWorst, late: isPast(applyBy), worstLate: isPast(applyByWorst) };
}

/** By when to apply: as usual, and where it takes as long as any source states. Ends other words: begins with a space. */
export function sayDeadline({ applyBy, worst, late, worstLate, published }: Finding['args']): string {
  if (applyBy === null && worst === null) return published ? '' : ' No lead time is published: ask the issuer.';
  const slow = worstLate ? `where the issuer is slow, the day was ${worst}` : `where the issuer is slow, by ${worst}`;
  if (applyBy === null) return ` No usual time is published; ${slow}.`;
  const usual = late ? `The day to apply by was ${applyBy}` : `Apply by ${applyBy}`;
  return worst === null || worst === applyBy ? ` ${usual}.` : ` ${usual}; ${slow}.`;
}

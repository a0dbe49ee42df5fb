/** The days to apply by, as findings tell them. */
import type { Finding } from '../finding.ts';
import { sayMargin } from '../policy/margin.ts';

interface Deadline {
  readonly applyBy: string | null;
  readonly applyByWorst: string | null;
}

export function deadlineArgs({ applyBy, applyByWorst }: Deadline, asOf: string) {
  const isPast = (day: string | null): boolean => day !== null && day < asOf;
  return { applyBy, worst: applyByWorst, late: isPast(applyBy), worstLate: isPast(applyByWorst) };
}

/**
 * By when to apply: as usual, and where it takes as long as any source states. The same words on every day: that a day
 * is past is said by rules of its own. Ends other words: begins with a space.
 */
export function sayDeadline({ applyBy, worst, published, margin }: Finding['args']): string {
  if (applyBy === null && worst === null) return published ? '' : ' No lead time is published: ask the issuer.';
  const slow = `where the issuer is slow, ${worst}`;
  if (applyBy === null) return ` No usual time is published; last day to apply ${slow}${sayMargin(margin)}.`;
  return ` Last day to apply: ${applyBy}${worst === null || worst === applyBy ? '' : `; ${slow}`}${sayMargin(margin)}.`;
}

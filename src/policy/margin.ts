/** Working days that the policy wants on top of the lead time of a permit or of a kind of visa. */
import type { Policy } from './policy.ts';

export function marginFor(id: string, { leadMargins }: Pick<Policy, 'leadMargins'>): number {
  const own = Object.hasOwn(leadMargins, id) ? leadMargins[id] : leadMargins.default;
  return own ?? 0;
}

/** ` (with 5 working days of margin that the policy wants)`, after a day to apply by; empty without a margin. */
export function sayMargin(days: unknown): string {
  if (typeof days !== 'number' || days === 0) return '';
  return ` (with ${days} working ${days === 1 ? 'day' : 'days'} of margin that the policy wants)`;
}

/** What the policy makes of one piece of advice: too high, accepted, or of an authority that does not decide. */
import type { Finding, Severity } from '../finding.ts';
import type { Advisory } from '../knowledge/schema/advice.ts';
import type { Level } from '../knowledge/schema/parts.ts';
import type { Policy } from './policy.ts';

export interface AdviceVerdict {
  readonly severity: Severity;
  /** above, accepted: against `accepted`; apart: the authority does not gate. */
  readonly policy: 'above' | 'accepted' | 'apart';
  /** Highest level that the policy accepts there; null: none is set. */
  readonly accepted: Level | null;
}

type Advice = Pick<Advisory, 'authority' | 'zone' | 'level'>;

export const gates = (authority: string, { authorities }: Pick<Policy, 'authorities'>): boolean =>
  authorities === null || authorities.includes(authority);

/** Null: the policy says nothing of it, and the rule grades as it does by itself. */
export function judgeAdvice({ authority, zone, level }: Advice, policy: Policy): AdviceVerdict | null {
  const { zoneLevels, maxLevel } = policy;
  const accepted = Object.hasOwn(zoneLevels, zone) ? zoneLevels[zone] : maxLevel;
  if (!gates(authority, policy)) return { severity: 'info', policy: 'apart', accepted };
  // Advice without a level is neither accepted nor too high: nobody can say which.
  if (accepted === null || level === null) return null;
  return level > accepted
    ? { severity: 'error', policy: 'above', accepted }
    : { severity: 'info', policy: 'accepted', accepted };
}

/** A sentence with a space before it; empty where the policy says nothing. */
export function sayVerdict({ args: { policy, accepted }, zone }: Pick<Finding, 'args' | 'zone'>): string {
  switch (policy) {
    case 'above':
      return ` The policy accepts no more than level ${String(accepted)} for ${zone}.`;
    case 'accepted':
      return ` The policy accepts up to level ${String(accepted)} for ${zone}.`;
    case 'apart':
      return ' The policy does not gate by this authority.';
    default:
      return '';
  }
}

/** What a finding keeps of it. */
export const verdictArgs = (verdict: AdviceVerdict | null): Finding['args'] =>
  verdict === null ? {} : { policy: verdict.policy, accepted: verdict.accepted };

/** Severities as the policy wants them; a rule that is off is silenced, not gone. */
import type { Finding } from '../finding.ts';
import { isLocked, type Policy } from './policy.ts';

/** Last step before reporting. What a comment silences already stays silenced by it. */
export function gradeFindings(findings: readonly Finding[], { severities }: Policy): Finding[] {
  return findings.map((finding) => {
    const wanted = Object.hasOwn(severities, finding.rule) ? severities[finding.rule] : undefined;
    // What the policy says of this place or of this line counts before what it says of the rule.
    if (wanted === undefined || finding.args.policy !== undefined) return finding;
    if (wanted !== 'off') return { ...finding, severity: wanted };
    if (isLocked(finding.rule) || finding.suppressed) return finding;
    return { ...finding, suppressed: { by: 'policy', reason: 'The policy turns this rule off.', until: null } };
  });
}

/** Rules that are off, in order. */
export function rulesOff({ severities }: Policy): string[] {
  return Object.keys(severities)
    .filter((rule) => severities[rule] === 'off' && !isLocked(rule))
    .sort();
}

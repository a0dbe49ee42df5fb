/** Two lines of the party may share one visa, or one day too many: what is said of it is said once. */
import type { Finding } from '../finding.ts';

export function sayOnce(findings: readonly Finding[]): Finding[] {
  const said = new Map(findings.map((one) => [JSON.stringify([one.rule, one.subject, one.span, one.args]), one]));
  return [...said.values()];
}

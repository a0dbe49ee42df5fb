/** The words that a policy may use: rules, and ids of the knowledge. Any other would demand nothing, and is refused. */

import { type Severity, severities } from '../finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { RuleMeta } from '../rules/meta.ts';
import { isLocked } from './policy.ts';

/** Id to name, in the order of the data. */
type Names = Readonly<Record<string, string>>;

export interface PolicyWords {
  readonly rules: readonly RuleMeta[];
  readonly authorities: Names;
  /** Those of them that give levels at all. */
  readonly levelled: readonly string[];
  /** Zones that some advice is about: in any other a highest level would never be looked at. */
  readonly zones: Names;
  /** Permits and kinds of visa. */
  readonly papers: Names;
  /** Ids of the checklist, `required` and `all`. */
  readonly demands: Names;
}

type Source = Pick<Knowledge, 'authorities' | 'advisories' | 'zones' | 'permits' | 'visaKinds' | 'mitigations'>;

export function policyWords(knowledge: Source, rules: readonly RuleMeta[]): PolicyWords {
  const { authorities, advisories, zones, permits, visaKinds } = knowledge;
  const advised = [...new Set(advisories.map(({ zone }) => zone))].sort();
  return {
    rules,
    authorities: Object.fromEntries(Object.values(authorities).map(({ id, name }) => [id, name])),
    levelled: [...new Set(advisories.flatMap(({ authority, level }) => (level === null ? [] : authority)))].sort(),
    zones: Object.fromEntries(advised.map((zone) => [zone, zones[zone]?.name ?? zone])),
    papers: Object.fromEntries([...permits, ...visaKinds].map(({ id, name }) => [id, name])),
    demands: demandWords(knowledge),
  };
}

/** What may be demanded of the checklist, apart from the visa of one line of the party. */
export function demandWords({ mitigations, permits }: Pick<Knowledge, 'mitigations' | 'permits'>): Names {
  return {
    required: 'whatever the data require on this trip',
    all: 'every open line of the checklist',
    ...Object.fromEntries(mitigations.map(({ id, text }) => [id, text])),
    ...Object.fromEntries(permits.map(({ id, name }) => [`permit-${id}`, name])),
  };
}

/** The visa of one line of the party. */
export const visaDemand = /^visa-party-[1-9]\d{0,2}$/;

/** What `severities` may say of a rule, the gravest first. */
export function severitiesFor({ id, severity }: Pick<RuleMeta, 'id' | 'severity'>): readonly (Severity | 'off')[] {
  const all = [...severities, 'off'] as const;
  return isLocked(id) ? all.slice(0, all.indexOf(severity) + 1) : all;
}

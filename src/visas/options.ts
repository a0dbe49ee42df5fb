/** The visas that a traveller could ask for, each with its fees and its days to apply by. */
import type { VisaOption } from '../assessment/papers.ts';
import { applyByDays } from '../calendar/working-days.ts';
import { sayConflict } from '../knowledge/say-conflict.ts';
import type { Holiday, VisaKind } from '../knowledge/schema/papers.ts';
import { marginFor } from '../policy/margin.ts';
import type { Policy } from '../policy/policy.ts';
import { strictnessOf } from './terms.ts';

export function optionsOf(
  kinds: readonly VisaKind[],
  entry: string | null,
  holidays: readonly Holiday[],
  policy: Policy,
): VisaOption[] {
  return [...kinds]
    .sort((a, b) => strictnessOf(a.regime) - strictnessOf(b.regime))
    .map(({ id, name, maxDays, withinDays, fees, leadDays, where, how, url, conflicts, sources }) => ({
      ...{ kind: id, name, maxDays, withinDays, where, how, url },
      fees: fees.map(({ for: what, fee }) => ({ for: what, ...fee })),
      ...applyByDays(entry, leadDays, holidays, marginFor(id, policy)),
      marginDays: marginFor(id, policy),
      conflicts: conflicts.map(sayConflict),
      sources: [...new Set([...sources, ...leadDays.sources, ...fees.flatMap((fee) => fee.sources)])],
    }));
}

/** Of those that last as long as the stay, or may, the one that can be applied for last; one without a lead time last. */
export function quickestOf(options: readonly VisaOption[], days: number | null): VisaOption | null {
  const long = options.filter(({ maxDays }) => maxDays === null || days === null || maxDays >= days);
  const latest = (option: VisaOption): string => option.applyBy ?? option.applyByWorst ?? '';
  return long.reduce<VisaOption | null>(
    (best, next) => (best === null || latest(next) > latest(best) ? next : best),
    null,
  );
}

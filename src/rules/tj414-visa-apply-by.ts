import { deadlineArgs } from '../calendar/deadline.ts';
import { applyByDays } from '../calendar/working-days.ts';
import type { Finding } from '../finding.ts';
import { marginFor } from '../policy/margin.ts';
import type { VisaJudgement } from '../visas/check-visas.ts';
import { namePassport } from '../visas/passport-name.ts';
import { sayOnce } from '../visas/say-once.ts';
import { findingOn, type Rule } from './rule.ts';
import type { Trip } from './trip.ts';

export const visaApplyBy: Rule = {
  id: 'TJ414',
  slug: 'visa-apply-by',
  severity: 'error',
  title: 'The day to apply for a visa has passed, or the application comes after it',
  what: 'Counted back from entry and moved to a day on which offices work: an error by the usual time that the visa takes, a warning by the longest that a source states; with the working days that a policy wants on top (`leadMargins`). Where the file gives the day of an application (`applied:`), that day counts instead of today.',
  fix: 'Apply today, ask whether it can still be done, or move the trip. Take `applied:` out once the visa is in hand.',
  dependsOnToday:
    'The day to apply by passes. An application whose day is in the file (`applied:`) does not depend on today.',
  check: (trip) =>
    sayOnce(trip.visas.flatMap((judgement) => [...tooLate(judgement, trip), ...appliedLate(judgement, trip)])),
};

/** A visa is wanting and its day is past. */
function tooLate({ check, traveller }: VisaJudgement, { asOf, knowledge }: Trip): Finding[] {
  const args = deadlineArgs(check, asOf);
  if (!args.late && !args.worstLate) return [];
  const option = check.options.find(({ applyBy, applyByWorst }) => {
    return applyBy === check.applyBy && applyByWorst === check.applyByWorst;
  });
  const about = { subject: traveller.id, span: traveller.spans.nationality ?? traveller.span };
  return [
    findingOn('TJ414', args.late ? 'error' : 'warning', about, {
      args: {
        ...args,
        passport: namePassport(traveller, knowledge),
        visa: option?.name ?? null,
        margin: option?.marginDays ?? 0,
        applied: null,
        entry: null,
      },
      sources: option?.sources ?? check.sources,
    }),
  ];
}

/** A visa is listed with the day of its application, and that day is late for the entry on it. */
function appliedLate({ kinds, traveller }: VisaJudgement, { knowledge, policy }: Trip): Finding[] {
  return kinds.flatMap(({ visa, kind, stays }): Finding[] => {
    if (visa.applied === null) return [];
    const days = applyByDays(stays[0].from, kind.leadDays, knowledge.holidays, marginFor(kind.id, policy));
    const args = deadlineArgs(days, visa.applied);
    const { from: entry } = stays[0];
    const isAfter = entry !== null && visa.applied > entry;
    if (!args.late && !args.worstLate && !isAfter) return [];
    const about = { subject: visa.id, span: visa.spans.applied ?? visa.span };
    return [
      findingOn('TJ414', args.late || isAfter ? 'error' : 'warning', about, {
        args: {
          ...args,
          passport: namePassport(traveller, knowledge),
          visa: kind.name,
          margin: marginFor(kind.id, policy),
          applied: visa.applied,
          entry: isAfter ? entry : null,
        },
        sources: kind.leadDays.sources,
      }),
    ];
  });
}

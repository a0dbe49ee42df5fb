import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { HeldPermit } from '../itinerary/itinerary.ts';
import type { PermitJudgement } from '../permits/check-permits.ts';
import { type Gap, joinDays, sayDays } from '../permits/days.ts';
import { findingOn, type Rule } from './rule.ts';

export const permitDates: Rule = {
  id: 'TJ403',
  slug: 'permit-dates',
  severity: 'error',
  title: 'The permit does not cover all days in its area',
  what: "The trip is in the permit's area, or in one of its districts, on days on which no listed paper is good there, or the itinerary does not say from when to when it is good. Days on which the way only may lead there are a warning, and so are a trip without days and a paper that is applied for but not yet in hand; from the first day on which it is needed that is an error.",
  fix: 'Say the dates that are missing, or change those of the trip or of the permit. Take `applied:` out once the paper is in hand.',
  dependsOnToday:
    'A paper that is applied for is a warning until the day on which it is needed; on a trip without days, a paper fails once its last day is past.',
  check: ({ permits, asOf }) =>
    permits.flatMap((judgement) => {
      const { check, held, gaps, awaited, areDaysKnown } = judgement;
      if (check.status === 'not-needed') return [];
      const toCome = awaited.map((paper) => notInHand(judgement, paper, asOf));
      if (check.status === 'check' && held.length > 0) {
        return areDaysKnown ? toCome : [...toCome, notCompared(judgement)];
      }
      const faults = [...groupBy(gaps, ({ paper }) => paper.id).values()].map((own) => faultOf(judgement, own));
      return [...toCome, ...faults];
    }),
};

/** One finding for each paper at fault, on the date that falls short. */
function faultOf({ check, held, carried }: PermitJudgement, own: readonly Gap[]): Finding {
  const sure = own.some((gap) => gap.sure);
  const meant = own.filter((gap) => gap.sure === sure);
  const { paper } = meant[0];
  const days = joinDays(meant.flatMap((gap) => gap.days ?? []));
  // An undated trip lies ahead, so what it lacks comes after the paper's last day.
  const late = paper.to !== null && (days.length === 0 || days[days.length - 1].to > paper.to);
  return findingOn(
    'TJ403',
    sure ? 'error' : 'warning',
    { subject: paper.id, span: (late ? paper.spans.to : paper.spans.from) ?? paper.span },
    {
      confidence: sure ? 'certain' : 'possible',
      args: {
        permit: check.type,
        name: check.name,
        line: held.length > 1 ? paper.span.line : null,
        days: days.map(sayDays),
        districts: [...new Set(meant.flatMap((gap) => gap.district ?? []))],
        heldFrom: paper.from,
        heldTo: paper.to,
        carried: carried.length > 0,
        compared: true,
      },
      sources: check.sources,
    },
  );
}

function notCompared({ check, held: [paper] }: PermitJudgement): Finding {
  return findingOn(
    'TJ403',
    'warning',
    { subject: paper.id, span: paper.span },
    { args: { permit: check.type, name: check.name, compared: false }, sources: check.sources },
  );
}

/** Whoever is there already, and has the paper still to come, has none. */
function notInHand({ check, sure }: PermitJudgement, paper: HeldPermit, asOf: string): Finding {
  const isNeeded = sure && check.from !== null && check.from <= asOf;
  return findingOn(
    'TJ403',
    isNeeded ? 'error' : 'warning',
    { subject: paper.id, span: paper.spans.applied ?? paper.span },
    {
      args: { permit: check.type, name: check.name, key: 'applied', applied: paper.applied, asOf },
      sources: check.sources,
    },
  );
}

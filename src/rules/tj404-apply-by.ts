import type { PermitCheck } from '../assessment/papers.ts';
import { deadlineArgs } from '../calendar/deadline.ts';
import type { Finding } from '../finding.ts';
import type { HeldPermit } from '../itinerary/itinerary.ts';
import { deadlineOf } from '../permits/channels.ts';
import type { PermitJudgement } from '../permits/check-permits.ts';
import { marginFor } from '../policy/margin.ts';
import { findingAt, findingOn, type Rule } from './rule.ts';
import type { Trip } from './trip.ts';

export const applyBy: Rule = {
  id: 'TJ404',
  slug: 'apply-by',
  severity: 'error',
  title: 'A permit is applied for too late, or the day for it has passed',
  what: 'Counted back from the first day in the area, or in the country where one must apply abroad, to a day on which offices work: by the usual lead time, or by the longest that a source states, and by the working days that a policy wants on top (`leadMargins`). An error when the usual time is too short and the permit is surely needed. Where the file gives the day of an application (`applied:`), that day counts instead of today. An application on or after the first day of need is an error, whatever the lead time.',
  fix: 'Ask the issuer today whether it can still be done; otherwise move the trip. If the file gives a day of application (`applied:`), take it out once the paper is in hand.',
  dependsOnToday:
    'The day to apply by passes. An application whose day is in the file (`applied:`) does not depend on today.',
  check: (trip) =>
    trip.permits.flatMap((judgement) => [
      ...(isOpen(judgement) ? missedDays(judgement, trip.asOf) : []),
      ...judgement.held.flatMap((paper) => lateApplication(judgement, paper, trip)),
    ]),
};

/** Something is still to be asked of the issuer, or may be. */
function isOpen({ check: { status, need }, awaited }: PermitJudgement): boolean {
  return (
    status === 'missing' ||
    status === 'incomplete' ||
    status === 'outside-validity' ||
    (status === 'check' && need === 'certain' && awaited.length === 0)
  );
}

function missedDays({ check, touches, sure }: PermitJudgement, asOf: string): Finding[] {
  const { applyBy, worst, late: usual, worstLate } = deadlineArgs(check, asOf);
  // What is carried is not tied to a place: TJ407 speaks of it.
  if (touches.length === 0 || !(usual || worstLate)) return [];
  return [
    findingAt('TJ404', usual && sure && check.status !== 'check' ? 'error' : 'warning', touches[0], {
      args: { ...namesOf(check), applyBy, worst, usual, from: check.from },
      sources: check.sources,
    }),
  ];
}

/** The day written, against the day on which this paper is first needed. */
function lateApplication(judgement: PermitJudgement, paper: HeldPermit, { knowledge, policy }: Trip): Finding[] {
  const { check, permit, sure, arrival } = judgement;
  const { applied } = paper;
  if (applied === null || check.from === null || check.status === 'not-needed') return [];
  const from = paper.from !== null && paper.from > check.from ? paper.from : check.from;
  const lead = { holidays: knowledge.holidays, margin: marginFor(permit.id, policy) };
  const { applyBy: by, applyByWorst } = deadlineOf(permit, { ...arrival, area: from }, lead);
  // However fast the issuer is.
  const hopeless = applied >= from;
  const usual = hopeless || (by !== null && applied > by);
  if (!usual && (applyByWorst === null || applied <= applyByWorst)) return [];
  return [
    findingOn(
      'TJ404',
      usual && sure ? 'error' : 'warning',
      { subject: paper.id, span: paper.spans.applied ?? paper.span },
      {
        confidence: sure ? 'certain' : 'possible',
        args: {
          ...namesOf(check),
          key: 'applied',
          applyBy: by,
          worst: applyByWorst,
          usual,
          hopeless,
          from,
          applied,
        },
        sources: check.sources,
      },
    ),
  ];
}

const namesOf = ({ type, name, marginDays }: PermitCheck) => ({ permit: type, name, margin: marginDays });

/** Whether the stay must be registered, by whom and by when. */
import type { RegistrationCheck } from '../assessment.ts';
import type { Stay, TripBeforePapers } from '../borders/passages.ts';
import { addWorkingDays, workingDayOnOrBefore } from '../calendar/working-days.ts';
import { addDays } from '../dates.ts';
import type { EntryTerms, Holiday, VisaKind } from '../knowledge/schema.ts';
import type { VisaJudgement } from './check-visas.ts';
import { lengthOf } from './stay-length.ts';

/** Null when nobody is said to travel: then nothing is known of their passports. */
export function checkRegistration(
  { knowledge, stops }: TripBeforePapers,
  stays: readonly Stay[],
  visas: readonly VisaJudgement[],
): RegistrationCheck | null {
  if (visas.length === 0) return null;
  const { registration: terms } = knowledge.entry;
  const duties = visas.map((judgement) => ({ judgement, ...dutyOf(judgement, terms.fromDays) }));
  const must = duties.filter(({ needed }) => needed === 'yes');
  const may = duties.filter(({ needed }) => needed === 'check');
  const counted = must.length > 0 ? must : may;
  const stay = stays.find((one) => (lengthOf(one) ?? 0) >= terms.fromDays);
  const by = counted.length === 0 || stay?.from == null ? null : registerBy(stay.from, terms, knowledge.holidays);
  const where =
    by === null ? undefined : stops.findLast(({ from, to }) => from !== null && to !== null && from <= by && by <= to);
  return {
    needed: must.length > 0 ? 'yes' : may.length > 0 ? 'check' : 'no',
    travellers: [...must, ...may].map(({ judgement }) => judgement.check.traveller),
    by,
    where: where?.stop.id ?? null,
    why: (counted[0] ?? duties[0]).why,
    how: `${terms.how} ${terms.processing}`,
    fees: terms.fees.map(({ for: what, fee }) => ({ for: what, ...fee })),
    conflicts: terms.conflicts.map(({ about, says }) => `Sources disagree on ${about}: ${says}`),
    sources: [...new Set([...terms.sources, ...terms.conflicts.flatMap(({ sources }) => sources)])],
  };
}

type Duty = Pick<RegistrationCheck, 'needed' | 'why'>;

/** The length of stay decides first: a short one is registered by nobody. */
function dutyOf({ check, terms, kinds, usable, needsVisa, stays }: VisaJudgement, fromDays: number): Duty {
  if (check.regime === 'citizen') return { needed: 'no', why: 'A citizen does not register as a foreigner.' };
  const lengths = stays.map(lengthOf);
  const long = lengths.some((days) => days !== null && days >= fromDays);
  if (!long && lengths.every((days) => days !== null)) {
    return { needed: 'no', why: `The stay is shorter than ${fromDays} days.` };
  }
  if (!long) return { needed: 'check', why: 'The days of the stay are not known.' };
  const stay = `A stay of ${fromDays} days or more must be registered`;
  if (kinds.length > 0) {
    const bound = kinds.find(({ kind }) => kind.exemptFromRegistration !== true);
    if (!bound)
      return { needed: 'no', why: `Who enters on the visa in the file (${kinds[0].kind.name}) need not register.` };
    if (bound.kind.exemptFromRegistration === false) return { needed: 'yes', why: `${stay}.` };
    return { needed: 'check', why: `${stay}; no source says whether the visa in the file frees from it.` };
  }
  const isFreed = ({ exemptFromRegistration }: VisaKind): boolean => exemptFromRegistration !== false;
  if (usable.some(({ kind }) => isFreed(kind))) {
    return { needed: 'check', why: `${stay}, unless you enter on the visa in the file, which you do not need.` };
  }
  const isVisaOpen = terms === null || (needsVisa && terms.kinds.some(isFreed));
  if (isVisaOpen)
    return { needed: 'check', why: `${stay}, unless the visa, which the file does not give, frees from it.` };
  return { needed: 'yes', why: `${stay}.` };
}

/**
 * The earlier of the working days and the calendar days that sources give, the day of arrival being the first; and a
 * day on which offices work, but never before arrival.
 */
function registerBy(arrival: string, terms: EntryTerms['registration'], holidays: readonly Holiday[]): string {
  const working = addWorkingDays(addDays(arrival, -1), terms.workingDays, holidays);
  const calendar = terms.calendarDays === null ? null : addDays(arrival, terms.calendarDays - 1);
  const last = calendar !== null && calendar < working ? calendar : working;
  const open = workingDayOnOrBefore(last, holidays);
  return open < arrival ? last : open;
}

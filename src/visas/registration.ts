/** Which stays must be registered, by whom and by when. */
import type { RegistrationCheck } from '../assessment/papers.ts';
import type { Stay, TripBeforePapers } from '../borders/passages.ts';
import { addWorkingDays, workingDayOnOrBefore } from '../calendar/working-days.ts';
import { addDays } from '../dates.ts';
import { sayConflict } from '../knowledge/say-conflict.ts';
import type { EntryTerms, Holiday } from '../knowledge/schema/papers.ts';
import type { UsableVisa, VisaJudgement } from './check-visas.ts';
import { isGoodOn } from './held.ts';
import { findExcess, lengthOf } from './stay-length.ts';

type Terms = EntryTerms['registration'];

/** None where the country is never entered; null when nobody is said to travel: nothing is known of their passports. */
export function checkRegistration(
  trip: TripBeforePapers,
  stays: readonly Stay[],
  visas: readonly VisaJudgement[],
): RegistrationCheck[] | null {
  if (stays.length === 0) return [];
  return visas.length === 0 ? null : stays.flatMap((stay) => checkStay(trip, stay, visas));
}

function checkStay({ knowledge, stops }: TripBeforePapers, stay: Stay, visas: readonly VisaJudgement[]) {
  const { registration: terms } = knowledge.entry;
  const duties = visas.flatMap((judgement) => {
    const duty = dutyOf(judgement, stay, terms);
    return duty === null ? [] : [{ traveller: judgement.check.traveller, ...duty }];
  });
  const must = duties.filter(({ needed }) => needed === 'yes');
  const counted = must.length > 0 ? must : duties;
  if (counted.length === 0) return [];
  const [by = null] = counted.flatMap(({ limit }) => lastDay(stay, limit, terms, knowledge.holidays) ?? []).sort();
  const where =
    by === null ? undefined : stops.findLast(({ from, to }) => from !== null && to !== null && from <= by && by <= to);
  const check: RegistrationCheck = {
    needed: counted[0].needed,
    from: stay.from,
    to: stay.to,
    travellers: [...new Set([...must, ...duties].map(({ traveller }) => traveller))],
    by,
    where: where?.stop.id ?? null,
    why: [...new Set(counted.map(({ why }) => why))].join(' '),
    how: `${terms.how} ${terms.again.words} ${terms.processing}`,
    fees: terms.fees.map(({ for: what, fee }) => ({ for: what, ...fee })),
    conflicts: terms.conflicts.map(sayConflict),
    sources: [...new Set([...terms.sources, ...terms.conflicts.flatMap(({ sources }) => sources)])],
  };
  return [check];
}

interface Duty {
  readonly needed: RegistrationCheck['needed'];
  readonly why: string;
  /** Which limit holds; null: none is stated for so short a stay. */
  readonly limit: 'general' | 'visa' | null;
}

/** Null: none. The paper that the stay is on decides first, and the length of the stay where it is on none. */
function dutyOf(judgement: VisaJudgement, stay: Stay, rules: Terms): Duty | null {
  const { check, terms, kinds, usable, faults } = judgement;
  if (check.regime === 'citizen') return null;
  const onVisa = rules.otherVisas.words;
  const used = kinds.find(({ stays }) => stays.includes(stay));
  if (used !== undefined) {
    const freed = used.kind.exemptFromRegistration;
    if (freed === true) return null;
    if (freed === false) return { needed: 'yes', why: onVisa, limit: 'visa' };
    return { needed: 'check', why: `${onVisa} No source says whether the visa in the file does.`, limit: 'visa' };
  }
  if (terms === null || terms.regime === null) {
    return { needed: 'check', why: `${onVisa} On what terms you are let in is not known.`, limit: 'visa' };
  }
  const freedoms = terms.kinds.map(({ exemptFromRegistration }) => exemptFromRegistration);
  const isFree = check.regime === 'visa-free' && terms.withinDays === null && findExcess([stay], terms) === null;
  const needsVisa = judgement.needsVisa && !isFree;
  const isVisaOpen = needsVisa && freedoms.some((freed) => freed !== false);
  if (needsVisa && check.regime !== 'visa-free' && !freedoms.includes(true)) {
    return isVisaOpen
      ? { needed: 'check', why: `${onVisa} The file does not give the visa.`, limit: 'visa' }
      : { needed: 'yes', why: onVisa, limit: 'visa' };
  }
  const days = lengthOf(stay);
  if (days === null) return { needed: 'check', why: 'The days of the stay are not known.', limit: 'general' };
  if (days < rules.fromDays) {
    return {
      needed: 'check',
      why: `The stay is shorter than ${rules.fromDays} days. ${rules.shortStays.words}`,
      limit: null,
    };
  }
  const long = `A stay of ${rules.fromDays} days or more must be registered`;
  const unless = (what: string): Duty => ({ needed: 'check', why: `${long}, unless ${what}.`, limit: 'general' });
  // One that another stay is on, or has used up, is none to spare.
  const taken = new Set([...kinds, ...faults].map(({ visa }) => visa));
  if (usable.some((spare) => !taken.has(spare.visa) && isSpare(spare, stay))) {
    return unless('you enter on the visa in the file, which you do not need');
  }
  if (isVisaOpen) return unless('the visa, which the file does not give, frees from it');
  return { needed: 'yes', why: `${long}.`, limit: 'general' };
}

/** A visa that is not needed, and would free the stay if one entered on it all the same. */
function isSpare({ visa, kind }: UsableVisa, { from }: Stay): boolean {
  const isDated = visa.from !== null && visa.to !== null && from !== null;
  return kind.exemptFromRegistration !== false && (!isDated || isGoodOn(visa, from));
}

/**
 * In general the earlier of the working days and the calendar days that sources give, the day of arrival being the
 * first; and a day on which offices work, but never before arrival nor after leaving.
 */
function lastDay({ from, to }: Stay, limit: Duty['limit'], terms: Terms, holidays: readonly Holiday[]): string | null {
  if (from === null || limit === null) return null;
  const days = limit === 'visa' ? terms.otherVisas.days : terms.calendarDays;
  const ends = [
    ...(days === null ? [] : [addDays(from, days - 1)]),
    ...(limit === 'visa' ? [] : [addWorkingDays(addDays(from, -1), terms.workingDays, holidays)]),
    ...(to === null ? [] : [to]),
  ];
  const last = ends.reduce((first, end) => (end < first ? end : first));
  const open = workingDayOnOrBefore(last, holidays);
  return open < from ? last : open;
}

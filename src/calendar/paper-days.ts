/** Days of permits and visas: by when to apply, from when and until when they hold. */
import type { VisaCheck } from '../assessment.ts';
import type { Stay } from '../borders/passages.ts';
import { addDays } from '../dates.ts';
import type { HeldVisa } from '../itinerary/itinerary.ts';
import type { Trip } from '../rules/trip.ts';
import type { VisaJudgement } from '../visas/check-visas.ts';
import { findExcess } from '../visas/stay-length.ts';
import type { Day } from './calendar.ts';

const own = { why: 'As the itinerary says.', who: 'traveller', sources: [] } satisfies Partial<Day>;

export function permitDays({ permits, asOf }: Trip): Day[] {
  return permits.flatMap(({ check, held }): Day[] => {
    const { type, name, status, applied, sources } = check;
    if (status === 'not-needed') return [];
    const valid = validDays('permit', type, name, held);
    // What is applied for is a matter of waiting.
    if (status === 'held' || (applied !== null && applied <= asOf)) return valid;
    const isDoubtful = status === 'check' && held.length === 0;
    const what = isDoubtful ? `Ask whether the ${name} is needed, and apply` : `Apply for the ${name}`;
    const wanted = applyDays(`apply-${type}`, what, check, check.how[0] ?? check.issuer, sources);
    if (applied === null) return [...wanted, ...valid];
    return [
      { ...own, id: `planned-${type}`, kind: 'apply-by', date: applied, text: `${what}, as planned` },
      ...wanted,
      ...valid,
    ];
  });
}

export function visaDays({ visas }: Trip): Day[] {
  const wanted = visas.flatMap(({ check }): Day[] => {
    if (check.status === 'held' || check.status === 'not-needed') return [];
    const option = check.options.find(({ applyBy }) => applyBy !== null && applyBy === check.applyBy);
    const what = `Apply for the ${option === undefined ? 'visa' : uncapital(option.name)} (${whose(check)})`;
    const sources = option?.sources ?? check.sources;
    return applyDays(`apply-visa-${check.traveller}`, what, check, option?.how ?? check.words[0] ?? '', sources);
  });
  // Two lines of the party may share one paper.
  const held = new Map(visas.flatMap((judgement) => judgement.held.map((visa) => [visa.id, visa])));
  return [
    ...wanted,
    ...[...held.values()].flatMap((visa) => {
      const name = `${visa.type} (${visa.nationality})`;
      return validDays('visa', visa.nationality.toLowerCase(), name, [visa]);
    }),
    ...lastDays(visas),
  ];
}

interface Deadline {
  readonly applyBy: string | null;
  readonly applyByWorst: string | null;
}

function applyDays(
  id: string,
  text: string,
  { applyBy, applyByWorst }: Deadline,
  why: string,
  sources: string[],
): Day[] {
  const common = { why, who: 'traveller', sources } as const;
  const days: Day[] = [];
  if (applyBy !== null) days.push({ ...common, id, kind: 'apply-by', date: applyBy, text });
  // The longest lead time that any source gives: the day to keep to where one can.
  if (applyByWorst !== null && applyByWorst !== applyBy)
    days.push({
      ...common,
      id: `${id}-worst`,
      kind: 'apply-by-worst',
      date: applyByWorst,
      text: `${text}: the safer day`,
    });
  return days;
}

interface Validity {
  readonly from: string | null;
  readonly to: string | null;
}

function validDays(paper: 'permit' | 'visa', id: string, name: string, held: readonly Validity[]): Day[] {
  return held.flatMap(({ from, to }) => {
    const days: Day[] = [];
    if (from !== null)
      days.push({ ...own, id: `${paper}-start-${id}`, kind: `${paper}-start`, date: from, text: `${name}: first day` });
    if (to !== null)
      days.push({ ...own, id: `${paper}-end-${id}`, kind: `${paper}-end`, date: to, text: `${name}: last day` });
    return days;
  });
}

/** The last day on which one may still be in the country, for each stay; alike for all of one nationality. */
function lastDays(visas: readonly VisaJudgement[]): Day[] {
  const days = visas.flatMap(({ check, held, stays }) =>
    stays.flatMap((stay, at): Day[] => {
      const date = lastDay(check, held, stay, stays.slice(0, at));
      // Who has left before it counts anew on coming back.
      if (date === null || (at < stays.length - 1 && stay.to !== null && stay.to <= date)) return [];
      const words = check.words[0] ?? '';
      const text = `Last day allowed (${whose(check)})`;
      const sources = check.sources;
      return [
        { id: `last-day-${check.traveller}`, kind: 'last-day', date, text, why: words, who: 'traveller', sources },
      ];
    }),
  );
  return days.filter((day, at) => days.findIndex(({ date, text }) => date === day.date && text === day.text) === at);
}

/** The earlier of what the terms allow, earlier stays counted, and the end of the visa that one enters on. */
function lastDay(check: VisaCheck, held: readonly HeldVisa[], stay: Stay, before: readonly Stay[]): string | null {
  const { from } = stay;
  const { maxDays } = check;
  if (from === null) return null;
  // What is printed on a visa counts over all its entries.
  const withinDays = held.some(({ days }) => days !== null) ? 'whole' : check.withinDays;
  // One day longer than any terms allow: the last day before the excess is the one.
  const tooLong = maxDays === null ? [] : [...before, { ...stay, to: addDays(from, maxDays) }];
  const allowed = findExcess(tooLong, { maxDays, withinDays })?.lastDay ?? null;
  const ends = held.flatMap((visa) => (visa.to !== null && visa.to >= from ? [visa.to] : []));
  const days = [...(allowed === null || allowed < from ? [] : [allowed]), ...ends.sort().slice(-1)];
  return days.sort()[0] ?? null;
}

const uncapital = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function whose({ nationality, passport, count }: VisaCheck): string {
  const kind = passport === 'ordinary' ? '' : ` ${passport}`;
  return `${nationality || 'unknown'}${kind} passport${count > 1 ? `, ${count} people` : ''}`;
}

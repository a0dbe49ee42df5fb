/** Days of permits and visas: by when to apply, from when and until when they hold. */
import type { VisaCheck } from '../assessment/papers.ts';
import type { Stay } from '../borders/passages.ts';
import { addDays } from '../dates.ts';
import { groupBy } from '../group-by.ts';
import type { HeldPermit } from '../itinerary/itinerary.ts';
import { sayMargin } from '../policy/margin.ts';
import type { Trip } from '../rules/trip.ts';
import { uncapital } from '../sentence.ts';
import { allowanceOn, type VisaJudgement } from '../visas/check-visas.ts';
import { type Allowance, findExcess } from '../visas/stay-length.ts';
import { sayHolder } from '../visas/words.ts';
import type { Day } from './calendar.ts';

const own = { why: 'As the itinerary says.', who: 'traveller', sources: [] } satisfies Partial<Day>;

export function permitDays({ permits, asOf, knowledge }: Trip): Day[] {
  return permits.flatMap(({ check, held }): Day[] => {
    const { type, name, status, applied, sources } = check;
    if (status === 'not-needed') return [];
    const districts = knowledge.permits.find(({ id }) => id === type)?.districts ?? [];
    const valid = held.flatMap((permit) => {
      const label = held.length > 1 ? `${name} (${sayPermit(permit, held, districts)})` : name;
      return validDays('permit', type, label, permit);
    });
    // What is applied for is a matter of waiting.
    if (status === 'held' || (applied !== null && applied <= asOf)) return valid;
    const isDoubtful = status === 'check' && held.length === 0;
    const what = isDoubtful ? `Ask whether the ${name} is needed, and apply` : `Apply for the ${name}`;
    const wanted = applyDays(
      `apply-${type}`,
      `${what}${sayMargin(check.marginDays)}`,
      check,
      check.how[0] ?? check.issuer,
      sources,
    );
    if (applied === null) return [...wanted, ...valid];
    return [
      { ...own, id: `planned-${type}`, kind: 'apply-by', date: applied, text: `${what}, as planned` },
      ...wanted,
      ...valid,
    ];
  });
}

/** What tells it from the others of its kind: its districts, or its days where they list the same. */
function sayPermit(permit: HeldPermit, all: readonly HeldPermit[], known: readonly { id: string; name: string }[]) {
  const listOf = ({ districts }: HeldPermit) =>
    (districts ?? []).map((id) => known.find((one) => one.id === id)?.name ?? id);
  const own = listOf(permit).join(', ');
  const isOwn = own !== '' && all.filter((other) => listOf(other).join(', ') === own).length === 1;
  return isOwn ? own : `${permit.from ?? 'no first day'} to ${permit.to ?? 'no last day'}`;
}

export function visaDays({ visas }: Trip): Day[] {
  const wanted = visas.flatMap(({ check }) => {
    if (check.status === 'held' || check.status === 'not-needed') return [];
    const option = check.options.find(({ applyBy }) => applyBy !== null && applyBy === check.applyBy);
    const what = `Apply for the ${option === undefined ? 'visa' : uncapital(option.name)}${sayMargin(option?.marginDays)}`;
    return [{ check, what, why: option?.how ?? check.words[0] ?? '', sources: option?.sources ?? check.sources }];
  });
  // Lines of the party that must do the same by the same day do it together.
  const together = groupBy(wanted, ({ check: { applyBy, applyByWorst }, what, why }) =>
    JSON.stringify([applyBy, applyByWorst, what, why]),
  );
  // Two lines of the party may share one paper.
  const held = new Map(visas.flatMap((judgement) => judgement.held.map((visa) => [visa.id, visa])));
  return [
    ...[...together.values()].flatMap((alike) => {
      const [{ check, what, why, sources }] = alike;
      const text = `${what} (${sayHolders(alike.map((one) => one.check))})`;
      return applyDays(`apply-visa-${check.traveller}`, text, check, why, sources);
    }),
    ...[...held.values()].flatMap((visa) => {
      return validDays('visa', visa.nationality.toLowerCase(), `${visa.type} (${visa.nationality} passport)`, visa);
    }),
    ...lastDays(visas),
  ];
}

/** `US passport, 3 people; FR passport`: lines of the party with the same passport count together. */
function sayHolders(checks: readonly VisaCheck[]): string {
  const kinds = groupBy(checks, ({ nationality, passport }) => `${nationality} ${passport}`);
  return [...kinds.values()]
    .map((same) => sayHolder({ ...same[0], count: same.reduce((sum, { count }) => sum + count, 0) }))
    .join('; ');
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
  const isOne = applyByWorst === null || applyByWorst === applyBy;
  if (applyBy !== null)
    days.push({
      ...common,
      id,
      kind: 'apply-by',
      date: applyBy,
      text: `${text}: ${isOne ? 'last day' : 'usual last day'}`,
    });
  // The longest lead time that any source gives: the day to keep to where one can.
  if (!isOne)
    days.push({
      ...common,
      id: `${id}-worst`,
      kind: 'apply-by-worst',
      date: applyByWorst,
      text: `${text}: safer day, for a slow office`,
    });
  return days;
}

interface Validity {
  readonly from: string | null;
  readonly to: string | null;
}

function validDays(paper: 'permit' | 'visa', id: string, name: string, { from, to }: Validity): Day[] {
  const days: Day[] = [];
  if (from !== null)
    days.push({
      ...own,
      id: `${paper}-start-${id}`,
      kind: `${paper}-start`,
      date: from,
      text: `${name}: valid from today`,
    });
  if (to !== null)
    days.push({
      ...own,
      id: `${paper}-end-${id}`,
      kind: `${paper}-end`,
      date: to,
      text: `${name}: last day it is valid`,
    });
  return days;
}

/** The last day on which one may still be in the country, for each stay; told once for all whom it holds for. */
function lastDays(visas: readonly VisaJudgement[]): Day[] {
  // Hundreds may travel on the same terms.
  const alike = groupBy(visas, ({ terms, check, held }) =>
    JSON.stringify([terms?.rule?.id, check.regime, check.words, held.map(({ id }) => id)]),
  );
  const days = [...alike.values()].flatMap((same) =>
    lastDaysOf(same[0]).map((date) => ({ date, checks: same.map(({ check }) => check) })),
  );
  return [...groupBy(days, ({ date }) => date).values()].map((onOneDay): Day => {
    const checks = [...new Set(onOneDay.flatMap((day) => day.checks))];
    return {
      id: `last-day-${checks[0].traveller}`,
      kind: 'last-day',
      date: onOneDay[0].date,
      text: `Last day you may stay (${sayHolders(checks)})`,
      why: [...new Set(checks.map(({ words }) => words[0] ?? ''))].join(' ').trim(),
      who: 'traveller',
      sources: [...new Set(checks.flatMap(({ sources }) => sources))],
    };
  });
}

function lastDaysOf({ terms, kinds, stays }: VisaJudgement): string[] {
  if (terms === null) return [];
  const onVisa = new Map(kinds.flatMap((used) => used.stays.map((stay) => [stay, used] as const)));
  return stays.flatMap((stay, at): string[] => {
    const used = onVisa.get(stay);
    const before = used ? used.stays.slice(0, used.stays.indexOf(stay)) : stays.slice(0, at);
    const date = lastDay(used ? allowanceOn(used, terms) : terms, used?.visa.to ?? null, stay, before);
    // Who has left before it counts anew on coming back.
    if (date === null || (at < stays.length - 1 && stay.to !== null && stay.to <= date)) return [];
    return [date];
  });
}

/** The earlier of what the terms allow, earlier stays counted, and the end of the visa that one enters on. */
function lastDay(allowance: Allowance, end: string | null, { from, ...stay }: Stay, before: readonly Stay[]) {
  const { maxDays, withinDays } = allowance;
  if (from === null) return null;
  // One day longer than any terms allow: the last day before the excess is the one.
  const last = maxDays === null ? [] : [{ ...stay, from, to: addDays(from, maxDays) }];
  const since = typeof withinDays === 'number' ? addDays(from, -withinDays) : null;
  const counted = before.filter(({ to }) => withinDays !== null && (since === null || to === null || to > since));
  const allowed = findExcess([...counted, ...last], allowance)?.lastDay ?? null;
  const days = [allowed, end].filter((day) => day !== null && day >= from);
  return days.sort()[0] ?? null;
}

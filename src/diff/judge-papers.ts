/** Which papers change: permits, visas, the ways over the border, registration. */
import type { PassageCheck, PermitCheck, RegistrationCheck, VisaCheck } from '../assessment/papers.ts';
import type { Assessment } from '../assessment.ts';
import type { Alignment } from './align.ts';
import type { Because, DifferenceOf, Effect, Reason, Things } from './difference.ts';
import { effectOf } from './difference.ts';
import { pairInRounds, pairOff } from './pair-off.ts';

type Paper = 'permit' | 'visa' | 'passage' | 'registration';

export function judgePapers(before: Assessment, after: Assessment, { nameBefore }: Alignment) {
  const permits = pairOff({ left: before.permits, right: after.permits }, ({ type }) => type);
  const visas = pairOff(
    { left: before.visas, right: after.visas },
    ({ traveller }) => traveller,
    ({ traveller }) => nameBefore(traveller),
  );
  const passages = pairInRounds({ left: before.passages, right: after.passages }, [
    {
      before: ({ kind, subject }) => `${kind} ${nameBefore(subject)}`,
      after: ({ kind, subject }) => `${kind} ${subject}`,
    },
    { before: ({ kind, post }) => post && `${kind} ${post}`, after: ({ kind, post }) => post && `${kind} ${post}` },
    { before: ({ kind }) => kind, after: ({ kind }) => kind },
  ]);
  const stays = pairOff({ left: before.registration ?? [], right: after.registration ?? [] }, () => 'stay');
  return [
    ...tell('permit', permits, { both: judgePermit, one: permitWeight }),
    ...tell('visa', visas, { both: judgeVisa, one: visaWeight }),
    ...tell('passage', passages, { both: judgePassage, one: passageWeight }),
    ...tell('registration', stays, { both: judgeStay, one: ({ needed }) => (needed === 'yes' ? 2 : 1) }),
  ];
}

interface Rules<T> {
  readonly both: (before: T, after: T) => Because[];
  /** How bad it is to have this paper to see to; 0: nothing to do. */
  readonly one: (paper: T) => number;
}

type Paired<T> = ReturnType<typeof pairInRounds<T>>;

function tell<K extends Paper>(kind: K, paired: Paired<Things[K]>, rules: Rules<Things[K]>): DifferenceOf<K>[] {
  const { pairs, left, right } = paired;
  const one = (paper: Things[K], effect: Effect, reason: Reason): Because[] => [
    { effect: rules.one(paper) > 0 ? effect : 'changed', reason },
  ];
  const make = (before: Things[K] | null, after: Things[K] | null, because: Because[]): DifferenceOf<K>[] =>
    because.length === 0 ? [] : [{ kind, effect: effectOf(because), because, before, after }];
  return [
    ...right.flatMap((paper) => make(null, paper, one(paper, 'worse', 'new'))),
    ...left.flatMap((paper) => make(paper, null, one(paper, 'better', 'gone'))),
    ...pairs.flatMap(({ before, after }) => make(before, after, rules.both(before, after))),
  ];
}

const permitWeights: Readonly<Record<PermitCheck['status'], number>> = {
  'not-needed': 0,
  held: 0,
  check: 1,
  'outside-validity': 2,
  incomplete: 2,
  missing: 3,
};
const permitWeight = ({ status }: PermitCheck): number => permitWeights[status];

function judgePermit(before: PermitCheck, after: PermitCheck): Because[] {
  return [
    ...judgeWeight('status', permitWeight(before), permitWeight(after), before.status !== after.status),
    ...judgeWeight('need', Number(before.need === 'certain'), Number(after.need === 'certain')),
    ...judgeSets('districts', before.missing, after.missing),
    ...(sameList(before.districts, after.districts) ? [] : [changed('districts')]),
    ...judgeDeadlines(before, permitWeight(before) > 0, after, permitWeight(after) > 0),
    ...(before.from === after.from && before.to === after.to ? [] : [changed('days')]),
    ...(before.applied === after.applied ? [] : [changed('terms')]),
    ...(sameList(before.warnings, after.warnings) ? [] : [changed('words')]),
  ];
}

const visaWeights: Readonly<Record<VisaCheck['status'], number>> = {
  'not-needed': 0,
  held: 0,
  check: 1,
  'outside-validity': 2,
  'too-short': 2,
  missing: 3,
  refused: 4,
};
const visaWeight = ({ status }: VisaCheck): number => visaWeights[status];

function judgeVisa(before: VisaCheck, after: VisaCheck): Because[] {
  const same =
    before.regime === after.regime &&
    before.withinDays === after.withinDays &&
    before.nationality === after.nationality &&
    before.passport === after.passport &&
    before.count === after.count &&
    sameList(before.words, after.words) &&
    sameList(before.conflicts, after.conflicts) &&
    sameList(
      before.options.map(({ kind }) => kind),
      after.options.map(({ kind }) => kind),
    );
  return [
    ...judgeWeight('status', visaWeight(before), visaWeight(after), before.status !== after.status),
    ...judgeStayLength(before.maxDays, after.maxDays),
    ...judgeDeadlines(before, visaWeight(before) > 0, after, visaWeight(after) > 0),
    ...(before.days === after.days ? [] : [changed('days')]),
    ...(same ? [] : [changed('terms')]),
  ];
}

function judgeStayLength(before: number | null, after: number | null): Because[] {
  if (before === after) return [];
  if (after === null) return [{ effect: 'worse', reason: 'terms-unknown' }];
  if (before === null) return [{ effect: 'better', reason: 'terms-unknown' }];
  return [{ effect: after < before ? 'worse' : 'better', reason: 'terms' }];
}

const postWeights = { open: 0, unverified: 1, unknown: 2, closed: 3 } as const;

/** Open to others only is as good as closed. How it is not known, or which post it is, is worse than a post in doubt. */
function passageWeight({ by, status, foreigners }: PassageCheck): number {
  if (by === 'air') return 0;
  if (by === null || status === null) return 2;
  return foreigners === false ? postWeights.closed : postWeights[status];
}

function judgePassage(before: PassageCheck, after: PassageCheck): Because[] {
  const same =
    before.place === after.place &&
    before.by === after.by &&
    before.status === after.status &&
    before.hours === after.hours &&
    before.words === after.words;
  const told = judgeWeight('status', passageWeight(before), passageWeight(after));
  return same || told.length > 0 ? told : [changed('place')];
}

function judgeStay(before: RegistrationCheck, after: RegistrationCheck): Because[] {
  return [
    ...judgeWeight('need', Number(before.needed === 'yes'), Number(after.needed === 'yes')),
    ...judgeDay(before.by, after.by),
  ];
}

interface Deadlines {
  readonly applyBy: string | null;
  readonly applyByWorst: string | null;
}

/** A day to apply by counts as long as there is something to apply for. */
function judgeDeadlines(before: Deadlines, was: boolean, after: Deadlines, is: boolean): Because[] {
  if (!was || !is) return [];
  const both = [...judgeDay(before.applyBy, after.applyBy), ...judgeDay(before.applyByWorst, after.applyByWorst)];
  return both.filter(({ effect }, at) => both.findIndex((other) => other.effect === effect) === at);
}

function judgeDay(before: string | null, after: string | null): Because[] {
  if (before === after) return [];
  if (after === null) return [{ effect: 'worse', reason: 'deadline-unknown' }];
  if (before === null) return [{ effect: 'better', reason: 'deadline-unknown' }];
  return [{ effect: after < before ? 'worse' : 'better', reason: 'deadline' }];
}

function judgeWeight(reason: Reason, before: number, after: number, differs = before !== after): Because[] {
  if (before !== after) return [{ effect: after > before ? 'worse' : 'better', reason }];
  return differs ? [changed(reason)] : [];
}

/** What is not on the paper: more of it is worse, less is better, something else is neither. */
function judgeSets(reason: Reason, before: readonly string[], after: readonly string[]): Because[] {
  const comes = after.some((one) => !before.includes(one));
  const goes = before.some((one) => !after.includes(one));
  if (comes) return [{ effect: 'worse', reason }, ...(goes ? [{ effect: 'better', reason } as const] : [])];
  return goes ? [{ effect: 'better', reason }] : [];
}

const changed = (reason: Reason): Because => ({ effect: 'changed', reason });

const sameList = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at]);

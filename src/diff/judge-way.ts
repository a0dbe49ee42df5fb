/** Stops and legs that came, went or run otherwise; days; what is to be done; what was not looked at. */
import type { AssessedLeg, AssessedStop } from '../assessment/way.ts';
import type { Assessment } from '../assessment.ts';
import { daysBetween } from '../dates.ts';
import type { Alignment } from './align.ts';
import type { Because, Difference, DifferenceOf, Effect, Kind, Reason, Things } from './difference.ts';
import { effectOf } from './difference.ts';
import { pairInRounds, pairOff } from './pair-off.ts';

function make<K extends Kind>(
  kind: K,
  before: Things[K] | null,
  after: Things[K] | null,
  because: Because[],
): DifferenceOf<K>[] {
  return because.length === 0 ? [] : [{ kind, effect: effectOf(because), because, before, after }];
}

const changed = (reason: Reason): Because => ({ effect: 'changed', reason });

/** Into the unknown is worse, out of it better. */
function judgeKnown(reason: Reason, before: boolean, after: boolean): Because[] {
  return before === after ? [] : [{ effect: after ? 'better' : 'worse', reason }];
}

export function judgeDates(before: Assessment, after: Assessment): DifferenceOf<'dates'>[] {
  const pick = ({ itinerary: { start, end, days } }: Assessment) => ({ start, end, days });
  const [old, now] = [pick(before), pick(after)];
  const known = judgeKnown('dates-unknown', old.end !== null, now.end !== null);
  const same = old.start === now.start && old.end === now.end;
  return make('dates', old, now, known.length > 0 || same ? known : [changed('days')]);
}

export function judgeStops(before: Assessment, after: Assessment, { nameBefore }: Alignment): DifferenceOf<'stop'>[] {
  const { pairs, left, right } = pairOff(
    { left: before.stops, right: after.stops },
    ({ id }) => id,
    ({ id }) => nameBefore(id),
  );
  const [old, now] = [before.itinerary.start, after.itinerary.start];
  const shift = old === null || now === null ? null : daysBetween(old, now);
  return [
    ...right.flatMap((stop) =>
      make('stop', null, stop, [
        changed('new'),
        ...(stop.zones === null ? [{ effect: 'worse', reason: 'place-unknown' } as const] : []),
      ]),
    ),
    ...left.flatMap((stop) =>
      make('stop', stop, null, [
        changed('left-out'),
        ...(stop.zones === null ? [{ effect: 'better', reason: 'place-unknown' } as const] : []),
      ]),
    ),
    ...pairs.flatMap(({ before, after }) => make('stop', before, after, judgeStop(before, after, shift))),
  ];
}

function judgeStop(before: AssessedStop, after: AssessedStop, shift: number | null): Because[] {
  const moves = (was: string | null, is: string | null) =>
    was !== is && (shift === null || was === null || is === null || daysBetween(was, is) !== shift);
  // Days that a trip gets or loses are told of the whole trip.
  const dated = (before.from === null) === (after.from === null);
  const isElsewhere = before.name !== after.name || before.lon !== after.lon || before.lat !== after.lat;
  return [
    ...judgeKnown('place-unknown', before.zones !== null, after.zones !== null),
    ...judgeKnown('altitude-unknown', before.altitudeM !== null, after.altitudeM !== null),
    ...(isElsewhere ? [changed('place')] : []),
    ...(dated && (moves(before.from, after.from) || moves(before.to, after.to)) ? [changed('days')] : []),
  ];
}

const sure: Readonly<Record<AssessedLeg['basis'], number>> = { track: 0, road: 0, flight: 0, guess: 1, unknown: 2 };

export function judgeLegs(before: Assessment, after: Assessment, alignment: Alignment): DifferenceOf<'leg'>[] {
  const { nameBefore, sectionOf } = alignment;
  const { pairs, left, right } = pairOff(
    { left: before.legs, right: after.legs },
    ({ id }) => id,
    ({ id }) => nameBefore(id),
  );
  const doubt = (leg: AssessedLeg, name: string) => ({ section: sectionOf(name), ...doubtOf(leg) });
  const [old, now] = [left.map((leg) => doubt(leg, nameBefore(leg.id))), right.map((leg) => doubt(leg, leg.id))];
  const judge = (own: ReturnType<typeof doubt>, others: readonly ReturnType<typeof doubt>[], effect: Effect) => {
    const was = others.filter(({ section }) => section !== null && section === own.section);
    const told = own.reason !== null && was.every(({ rank }) => rank < own.rank);
    return told ? [{ effect, reason: own.reason } as Because] : [];
  };
  return [
    ...right.flatMap((leg, at) => make('leg', null, leg, judge(now[at], old, 'worse'))),
    ...left.flatMap((leg, at) => make('leg', leg, null, judge(old[at], now, 'better'))),
    ...pairs.flatMap(({ before, after }) => make('leg', before, after, judgeLeg(before, after))),
  ];
}

function doubtOf({ basis, crossings }: AssessedLeg): { rank: number; reason: Reason | null } {
  const rank = crossings === null ? sure.unknown : sure[basis];
  return { rank, reason: ([null, 'way-guessed', 'way-unknown'] as const)[rank] };
}

function judgeLeg(before: AssessedLeg, after: AssessedLeg): Because[] {
  const [old, now] = [doubtOf(before), doubtOf(after)];
  const surer = now.rank - old.rank;
  const isOther =
    before.basis !== after.basis ||
    Math.abs((before.lengthKm ?? 0) - (after.lengthKm ?? 0)) >= 0.5 ||
    Math.abs((before.hours ?? 0) - (after.hours ?? 0)) >= 0.1 ||
    before.highestM !== after.highestM ||
    passed(before) !== passed(after);
  return [
    ...(surer > 0 ? [{ effect: 'worse', reason: now.reason } as Because] : []),
    ...(surer < 0 ? [{ effect: 'better', reason: old.reason } as Because] : []),
    ...judgeKnown('mode-unknown', before.mode !== null, after.mode !== null),
    ...(before.mode !== after.mode && before.mode !== null && after.mode !== null ? [changed('mode')] : []),
    ...(isOther ? [changed('way')] : []),
  ];
}

const passed = ({ road }: AssessedLeg): string =>
  JSON.stringify([
    road?.passed.map(({ place }) => place),
    road?.stretches.map(({ section, opening }) => [section, opening]),
  ]);

/** Legs that are a guess now, or less than that, and were none: what is not found on them says little. */
export function newlyGuessed(before: Assessment, after: Assessment, { nameBefore }: Alignment): ReadonlySet<string> {
  const known = new Map(before.legs.map((leg) => [nameBefore(leg.id), doubtOf(leg).rank]));
  return new Set(after.legs.flatMap((leg) => (doubtOf(leg).rank > (known.get(leg.id) ?? 0) ? [leg.id] : [])));
}

/** What papers ask for, the papers tell. */
export function judgeTodo(before: Assessment, after: Assessment, { nameBefore }: Alignment): DifferenceOf<'todo'>[] {
  const ofPapers = new Set(
    [before, after].flatMap(({ permits, visas }) => [
      ...permits.map(({ type }) => `permit-${type}`),
      ...visas.map(({ traveller }) => `visa-${traveller}`),
    ]),
  );
  const own = ({ checklist }: Assessment) => checklist.filter(({ id }) => !ofPapers.has(id));
  const name = (id: string) => id.replace(/(?:stop|leg|party)-\d+$/, nameBefore);
  const { pairs, left, right } = pairOff(
    { left: own(before), right: own(after) },
    ({ id }) => id,
    ({ id }) => name(id),
  );
  return [
    ...right.flatMap((item) => make('todo', null, item, [changed('new')])),
    ...left.flatMap((item) => make('todo', item, null, [changed('gone')])),
    ...pairs.flatMap(({ before, after }) =>
      make('todo', before, after, [
        ...judgeKnown('done', before.status === 'done', after.status === 'done'),
        ...((before.required === null) === (after.required === null) && before.text === after.text
          ? []
          : [changed('duty')]),
      ]),
    ),
  ];
}

export function judgeNotChecked(
  before: Assessment,
  after: Assessment,
  { nameBefore, isGone }: Alignment,
): Difference[] {
  type Unchecked = Things['not-checked'];
  const round = (name: (one: Unchecked, subject: string) => string) => ({
    before: (one: Unchecked) => name(one, nameBefore(one.subject)),
    after: (one: Unchecked) => name(one, one.subject),
  });
  const { pairs, left, right } = pairInRounds({ left: before.notChecked, right: after.notChecked }, [
    round(({ why }, subject) => `${subject} ${why}`),
    round((_, subject) => subject),
  ]);
  return [
    ...right.flatMap((one) => make('not-checked', null, one, [{ effect: 'worse', reason: 'not-checked' }])),
    ...left.flatMap((one) =>
      make('not-checked', one, null, [
        { effect: 'better', reason: 'not-checked' },
        ...(isGone(one.subject) ? [changed('left-out')] : []),
      ]),
    ),
    ...pairs.flatMap(({ before, after }) =>
      make('not-checked', before, after, before.why === after.why ? [] : [changed('words')]),
    ),
  ];
}

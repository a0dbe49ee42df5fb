/** Which stop, leg and traveller of the trip before is which of the trip after: by what they are, not by number. */
import type { AssessedLeg, AssessedStop } from '../assessment/way.ts';
import type { Assessment } from '../assessment.ts';
import { pairInRounds, pairOff } from './pair-off.ts';

export interface Alignment {
  /** The name after of what was before: `stop-3` is now `stop-4`. What is no longer there gets a name of its own. */
  readonly nameBefore: (subject: string) => string;
  /** Was it on the trip before, is it on the trip after? */
  readonly isGone: (subject: string) => boolean;
  /**
   * The part of the way between two stops of both trips that a leg belongs to, where stops between them came or went;
   * null elsewhere. Legs before are asked for by their name after.
   */
  readonly sectionOf: (leg: string) => string | null;
}

/** `sameText`: both sides judge the same file, in which every stop is itself whatever it is now called. */
export function align(before: Assessment, after: Assessment, sameText: boolean): Alignment {
  const stops = sameText ? sameIds(before.stops, after.stops) : pairStops(before.stops, after.stops);
  const { names, sections } = pairLegs(before, after, stops);
  const travellers = pairTravellers(before, after, sameText);
  const known = new Map([...stops, ...names, ...travellers]);
  const counted = /^(stop|leg|party)-\d+$/;
  const isGone = (subject: string) => counted.test(subject) && !known.has(subject);
  return {
    nameBefore: (subject) => known.get(subject) ?? (isGone(subject) ? `was ${subject}` : subject),
    isGone,
    sectionOf: (leg) => sections.get(leg) ?? null,
  };
}

type Names = Map<string, string>;

function sameIds(before: readonly AssessedStop[], after: readonly AssessedStop[]): Names {
  const ids = new Set(after.map(({ id }) => id));
  return new Map(before.flatMap(({ id }) => (ids.has(id) ? [[id, id] as const] : [])));
}

/** In travelling order first; then those that moved; then those whose place is not known on one side. */
function pairStops(before: readonly AssessedStop[], after: readonly AssessedStop[]): Names {
  const names = inOrder(before, after);
  const used = new Set(names.values());
  const moved = pairInRounds(
    { left: before.filter(({ id }) => !names.has(id)), right: after.filter(({ id }) => !used.has(id)) },
    [{ before: nameOf, after: nameOf }],
  );
  for (const pair of moved.pairs) names.set(pair.before.id, pair.after.id);
  const taken = new Set(names.values());
  before.forEach((stop, at) => {
    if (names.has(stop.id)) return;
    const last = at === 0 ? -1 : after.findIndex(({ id }) => id === names.get(before[at - 1].id));
    const next = at === 0 || last >= 0 ? after[last + 1] : undefined;
    if (next === undefined || taken.has(next.id) || next.nights !== stop.nights) return;
    if ((stop.lon === null) === (next.lon === null)) return;
    names.set(stop.id, next.id);
    taken.add(next.id);
  });
  return names;
}

const nameOf = ({ id, name }: AssessedStop): string => (counts(id) ? `place ${name}` : id);
const counts = (id: string): boolean => id.startsWith('stop-');

function isSame(one: AssessedStop, other: AssessedStop): boolean {
  if (!counts(one.id) || !counts(other.id)) return one.id === other.id;
  return one.name === other.name || (one.lon !== null && one.lon === other.lon && one.lat === other.lat);
}

/** The longest list of stops that both trips make in the same order. */
function inOrder(before: readonly AssessedStop[], after: readonly AssessedStop[]): Names {
  const [rows, columns] = [before.length, after.length];
  const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      longest[row][column] = isSame(before[row], after[column])
        ? longest[row + 1][column + 1] + 1
        : Math.max(longest[row + 1][column], longest[row][column + 1]);
    }
  }
  const names: Names = new Map();
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (isSame(before[row], after[column])) names.set(before[row++].id, after[column++].id);
    else if (longest[row + 1][column] >= longest[row][column + 1]) row++;
    else column++;
  }
  return names;
}

/** A leg is the same when it joins the same two stops, or two of the same names that nothing else joins. */
function pairLegs(before: Assessment, after: Assessment, stops: Names) {
  const names: Names = new Map();
  const sections: Names = new Map();
  const joined = cutBetween(before, after, stops);
  for (const { old, now } of joined) if (old.length === 1 && now.length === 1) names.set(old[0].id, now[0].id);
  const taken = new Set(names.values());
  const ends = (stops: readonly AssessedStop[]) => {
    const called = new Map(stops.map((stop) => [stop.id, nameOf(stop)]));
    return ({ from, to }: AssessedLeg) => `${called.get(from)}\n${called.get(to)}`;
  };
  const left = before.legs.filter(({ id }) => !names.has(id));
  const right = after.legs.filter(({ id }) => !taken.has(id));
  const alike = pairOff({ left, right }, ends(after.stops), ends(before.stops));
  for (const pair of alike.pairs) names.set(pair.before.id, pair.after.id);
  const known = new Set(names.values());
  for (const { start, old, now } of joined) {
    const cut = { old: old.filter(({ id }) => !names.has(id)), now: now.filter(({ id }) => !known.has(id)) };
    if (!isSameLength(cut.old, cut.now)) continue;
    for (const { id } of cut.old) sections.set(`was ${id}`, `from ${start}`);
    for (const { id } of cut.now) sections.set(id, `from ${start}`);
  }
  return { names, sections };
}

/** The legs between each two stops that both trips make one after the other. */
function cutBetween(before: Assessment, after: Assessment, stops: Names) {
  const place = new Map(after.stops.map(({ id }, at) => [id, at]));
  const anchors: { readonly id: string; readonly row: number; readonly column: number }[] = [];
  before.stops.forEach(({ id }, row) => {
    const column = place.get(stops.get(id) ?? '');
    if (column !== undefined && column > (anchors.at(-1)?.column ?? -1)) anchors.push({ id, row, column });
  });
  return anchors.slice(1).map((end, at) => {
    const start = anchors[at];
    const old = legsFrom(before, start.row, end.row);
    return { start: start.id, old, now: legsFrom(after, start.column, end.column) };
  });
}

/** A stop on the way makes it longer by a turn into the village; more than that is another way. */
const SAME_WAY_KM = 3;
const SAME_WAY_SHARE = 0.03;

function isSameLength(old: readonly AssessedLeg[], now: readonly AssessedLeg[]): boolean {
  const total = (legs: readonly AssessedLeg[]) => legs.reduce((sum, { lengthKm }) => sum + (lengthKm ?? Number.NaN), 0);
  const [was, is] = [total(old), total(now)];
  return Math.abs(was - is) <= Math.max(SAME_WAY_KM, SAME_WAY_SHARE * Math.max(was, is));
}

function legsFrom({ stops, legs }: Assessment, first: number, end: number): AssessedLeg[] {
  const starts = new Set(stops.slice(first, end).map(({ id }) => id));
  return legs.filter(({ from }) => starts.has(from));
}

/** By passport; then, where somebody now travels on another, by the line of the file. */
function pairTravellers(before: Assessment, after: Assessment, sameText: boolean): Names {
  type Visa = Assessment['visas'][number];
  const passport = ({ nationality, passport }: Visa) => (sameText ? null : `${nationality} ${passport}`);
  const line = ({ traveller }: Visa) => traveller;
  const { pairs } = pairInRounds({ left: before.visas, right: after.visas }, [
    { before: passport, after: passport },
    { before: line, after: line },
  ]);
  return new Map(pairs.map((pair) => [pair.before.traveller, pair.after.traveller]));
}

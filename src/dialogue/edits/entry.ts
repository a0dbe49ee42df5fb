/** An entry of a list or a group of keys as answered: null takes a key away, and what is not named stays. */
import { type Draft, edit, fileOrder } from '../draft.ts';
import { isPlainMap, type Plain } from '../text/plain.ts';
import { type Path, readTree } from '../text/tree.ts';

/** Absent: as it is. Null or an empty list: taken away. */
export type Answer = Plain | undefined;
export type Answers = readonly (readonly [key: string, answer: Answer])[];

/** Null where nothing stands. */
export function valueAt({ text }: Draft, path: Path): Plain | null {
  return path.reduce<Plain>((value, key) => {
    if (isPlainMap(value)) return value.get(String(key)) ?? null;
    return Array.isArray(value) ? ((value as readonly Plain[])[Number(key)] ?? null) : null;
  }, readTree(text)?.plain ?? null);
}

const isNothing = (answer: Answer): boolean =>
  answer === null || (Array.isArray(answer) && answer.length === 0) || (isPlainMap(answer) && answer.size === 0);

/** A new entry of what was answered. */
export function entryOf(answers: Answers): Plain {
  return new Map(
    answers.flatMap(([key, answer]) => (answer === undefined || isNothing(answer) ? [] : [[key, answer]])),
  );
}

/** A key of the file itself. */
export function setKey(draft: Draft, key: string, answer: Answer): Draft {
  if (answer === undefined) return draft;
  if (isNothing(answer)) return edit(draft, { kind: 'remove', path: [key] });
  return edit(draft, { kind: 'set', path: [key], value: answer, order: fileOrder });
}

export function insertEntry(draft: Draft, list: string, at: number, value: Plain): Draft {
  return edit(draft, { kind: 'insert', path: [list, at], value, order: fileOrder });
}

export const removeEntry = (draft: Draft, list: string, at: number): Draft =>
  valueAt(draft, [list, at]) === null && lengthOf(draft, list) <= at
    ? draft
    : edit(draft, { kind: 'remove', path: [list, at] });

export function lengthOf(draft: Draft, list: string): number {
  const value = valueAt(draft, [list]);
  return Array.isArray(value) ? value.length : 0;
}

/** The keys of the group at `path`, one after the other; an entry that is not there stays away. */
export function changeGroup(draft: Draft, path: Path, answers: Answers): Draft {
  const [list, at] = path;
  if (typeof at === 'number' && at >= lengthOf(draft, String(list))) return draft;
  const order = answers.map(([key]) => key);
  return answers.reduce((changed, [key, answer]) => {
    if (answer === undefined) return changed;
    const own = [...path, key];
    if (isNothing(answer)) return edit(changed, { kind: 'remove', path: own });
    return edit(changed, { kind: 'set', path: own, value: asWritten(valueAt(changed, own), answer), order });
  }, draft);
}

/** One name stays one name where no list was written. */
const asWritten = (written: Plain, answer: Plain): Plain =>
  typeof written === 'string' && Array.isArray(answer) && answer.length === 1 ? answer[0] : answer;

/** Puts the things of two lists beside each other by name. */
import { groupBy } from '../group-by.ts';

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

export interface Sides<T> {
  readonly left: readonly T[];
  readonly right: readonly T[];
}

/** Null: it takes no part in this round. */
type Name<T> = (item: T) => string | null;

/** Each with the first of the other side that has the same name, and what is left over on both sides. */
export function pairOff<T>(
  { left, right }: Sides<T>,
  name: Name<T>,
  nameBefore: Name<T> = name,
): Sides<T> & { readonly pairs: Pair<T>[] } {
  const named = left.filter((item) => nameBefore(item) !== null);
  const old = groupBy(named, (item) => nameBefore(item) as string);
  const pairs = new Map<T, Pair<T>>();
  for (const after of right) {
    const wanted = name(after);
    const before = wanted === null ? undefined : old.get(wanted)?.shift();
    if (before !== undefined) pairs.set(after, { before, after });
  }
  const taken = new Set([...pairs.values()].map(({ before }) => before));
  return {
    left: left.filter((item) => !taken.has(item)),
    right: right.filter((item) => !pairs.has(item)),
    pairs: [...pairs.values()],
  };
}

/** Names in falling order of sureness; what an earlier one put together stays so. */
export interface Round<T> {
  readonly before: Name<T>;
  readonly after: Name<T>;
}

export function pairInRounds<T>(
  sides: Sides<T>,
  rounds: readonly Round<T>[],
): Sides<T> & { readonly pairs: Pair<T>[] } {
  return rounds.reduce<Sides<T> & { readonly pairs: Pair<T>[] }>(
    (done, { before, after }) => {
      const next = pairOff(done, after, before);
      return { ...next, pairs: [...done.pairs, ...next.pairs] };
    },
    { ...sides, pairs: [] },
  );
}

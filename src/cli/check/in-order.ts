/** Many tasks on many hands, their results in the order of the tasks. */

/** Does one task after another, somewhere. Rejects with `HandLost` for what it was given and did not begin. */
export interface Hand<Task, Result> {
  /** Tasks it may hold at once, so that it need not wait for the next. */
  readonly holds: number;
  readonly take: (task: Task) => Promise<Result>;
}

/** The hand is gone, and this task may go to another. */
export class HandLost extends Error {
  override readonly name = 'HandLost';
}

/** Results that may wait for an earlier one, for each hand: what bounds the memory of a long run. */
const AHEAD = 8;

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly settle: (result: Result | Promise<Result>) => void;
}

/** What a task throws, it throws here in its turn. */
export async function* inOrder<Task, Result>(
  tasks: Iterable<Task>,
  hands: readonly Hand<Task, Result>[],
): AsyncGenerator<Result> {
  const waiting: Waiting<Task, Result>[] = [];
  let idle: (() => void)[] = [];
  let ended = false;
  const wake = (): void => {
    const woken = idle;
    idle = [];
    for (const go of woken) go();
  };

  const work = async ({ take }: Hand<Task, Result>): Promise<void> => {
    while (!ended) {
      const next = waiting.shift();
      if (!next) {
        await new Promise<void>((resolve) => idle.push(resolve));
        continue;
      }
      try {
        next.settle(await take(next.task));
      } catch (error) {
        if (error instanceof HandLost) {
          waiting.unshift(next);
          return wake();
        }
        next.settle(Promise.reject(error));
      }
    }
  };
  for (const hand of hands) for (let lane = 0; lane < hand.holds; lane++) void work(hand);

  const results: Promise<Result>[] = [];
  try {
    for (const task of tasks) {
      const result = new Promise<Result>((settle) => waiting.push({ task, settle }));
      // Its turn to be thrown comes later.
      result.catch(() => {});
      results.push(result);
      wake();
      if (results.length >= AHEAD * hands.length) yield await results.shift()!;
    }
    for (const result of results) yield await result;
  } finally {
    ended = true;
    wake();
  }
}

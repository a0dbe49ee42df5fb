/** The hands that check files: this thread, and others beside it where they pay. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { unreadable } from '../../check/check-file.ts';
import type { CheckedFile } from '../../check/checked-file.ts';
import { UsageError } from '../../errors.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import { settingsFor } from '../settings.ts';
import { type Hand, HandLost, inOrder } from './in-order.ts';
import { type CheckSetup, checkTarget, nameTarget, type Target } from './target.ts';

type CheckHand = Hand<Target, CheckedFile>;

/** Files for which one more thread pays: it has to load the program and the knowledge first. Two begin at fifty. */
const FILES_A_THREAD = 25;

/** `--jobs`; null: as many threads as pay. */
export function readJobs(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (!/^[1-9]\d?$/.test(written)) throw new UsageError(`--jobs ${written} is not a number from 1 to 99.`);
  return Number(written);
}

const threadsFor = (files: number): number =>
  Math.max(1, Math.min(availableParallelism(), Math.floor(files / FILES_A_THREAD)));

interface CheckAll {
  readonly setup: CheckSetup;
  readonly knowledge: Knowledge;
  readonly jobs: number | null;
}

/** Every target checked, in their order, whatever thread did it. */
export async function* checkAll(targets: readonly Target[], { setup, knowledge, jobs }: CheckAll) {
  const count = Math.min(jobs ?? threadsFor(targets.length), targets.length);
  const threads = Array.from({ length: Math.max(0, count - 1) }, () => threadHand(startThread(setup)));
  try {
    yield* inOrder(
      targets,
      [ownHand(setup, knowledge), ...threads].map((hand) => guarded(hand, setup, knowledge)),
    );
  } finally {
    await Promise.all(threads.map(({ close }) => close()));
  }
}

/** A file that tajcheck fails on, or that a thread dies of, is told like any other, and hides no other. */
function guarded(hand: CheckHand, { flags }: CheckSetup, knowledge: Knowledge): CheckHand {
  return {
    holds: hand.holds,
    take: (target) =>
      hand.take(target).catch(async (error: Error) => {
        if (error instanceof HandLost || error.name === 'UsageError') throw error;
        const settings = await settingsFor(target.location, flags, knowledge);
        const rules = { knowledge, failOn: settings.failOn };
        return unreadable(nameTarget(target, settings), 'failed', error.message, rules);
      }),
  };
}

/** Checks in this thread. Between two files the others are heard. */
function ownHand(setup: CheckSetup, knowledge: Knowledge): CheckHand {
  return {
    holds: 1,
    take: async (target) => {
      await setImmediate();
      return checkTarget(target, setup, knowledge);
    },
  };
}

/** What a thread answers, in the order in which it was asked. */
type Answer = { readonly checked: CheckedFile } | { readonly usage: readonly string[]; readonly hint?: string };

/** Checks in a thread of its own, until `close`. */
export function threadHand(worker: Worker): CheckHand & { close: () => Promise<unknown> } {
  const asked: { answer: (checked: CheckedFile) => void; fail: (error: Error) => void }[] = [];
  let lost = false;
  const lose = (error: Error): void => {
    lost = true;
    // The first is the one that it died of; the others it had not begun.
    asked.shift()?.fail(error);
    for (const { fail } of asked.splice(0)) fail(new HandLost());
  };
  worker.on('message', (said: Answer) => {
    const { answer, fail } = asked.shift()!;
    if ('checked' in said) answer(said.checked);
    else fail(new UsageError(said.usage, said.hint));
  });
  worker.on('error', lose);
  worker.on('exit', (code) => lose(new Error(`the thread ended with code ${code}`)));
  return {
    holds: 4,
    take: (target) =>
      new Promise((answer, fail) => {
        if (lost) return fail(new HandLost());
        asked.push({ answer, fail });
        worker.postMessage(target);
      }),
    close: () => worker.terminate(),
  };
}

/** A thread of the built program: bin/tajcheck.js calls `serve` of this file's bundle in it. */
function startThread(setup: CheckSetup): Worker {
  const program = new URL('../bin/tajcheck.js', import.meta.url);
  return new Worker(program, { argv: ['--thread'], workerData: { setup } });
}

/** What such a thread does: one target after the other, each answered. */
export function serve(): void {
  const { setup } = workerData as { setup: CheckSetup };
  const knowledge = loadKnowledge();
  let before: Promise<void> = Promise.resolve();
  parentPort!.on('message', (target: Target) => {
    before = before.then(async () => parentPort!.postMessage(await answerTarget(target, setup, knowledge)));
  });
}

async function answerTarget(target: Target, setup: CheckSetup, knowledge: Knowledge): Promise<Answer> {
  try {
    return { checked: await checkTarget(target, setup, knowledge) };
  } catch (error) {
    // By name: a file that is loaded lazily has its own copy of the class.
    if (!(error instanceof Error) || error.name !== 'UsageError') throw error;
    const { lines, hint } = error as UsageError;
    return { usage: lines, hint };
  }
}

/** Many hands: order, faults and lost hands. */
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { type Hand, HandLost, inOrder } from '../../src/cli/check/in-order.ts';
import { checkAll, threadHand } from '../../src/cli/check/threads.ts';
import { knowledge } from '../trip.ts';

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const result of results) list.push(result);
  return list;
}
const numbers = Array.from({ length: 100 }, (_, number) => number);

test('results come in the order of the tasks, however long each takes', async () => {
  const hand = (holds: number): Hand<number, number> => ({
    holds,
    take: async (task) => {
      await wait(task % 5 === 0 ? 4 : 0);
      return task * 2;
    },
  });
  expect(await all(inOrder(numbers, [hand(1), hand(4), hand(2)]))).toEqual(numbers.map((task) => task * 2));
});

test('no more is begun than may wait, so that memory does not grow with the tasks', async () => {
  let [begun, most] = [0, 0];
  const hand: Hand<number, number> = {
    holds: 4,
    take: async (task) => {
      begun++;
      return task;
    },
  };
  let told = 0;
  for await (const _ of inOrder(numbers, [hand])) {
    most = Math.max(most, begun - told++);
    await wait(0);
  }
  expect(told).toBe(100);
  expect(most).toBeLessThanOrEqual(12);
});

test('what a task throws is thrown in its turn', async () => {
  const hand: Hand<number, number> = {
    holds: 3,
    take: async (task) => {
      if (task === 5) throw new Error('five');
      return task;
    },
  };
  const told: number[] = [];
  const run = async () => {
    for await (const result of inOrder(numbers, [hand, hand])) told.push(result);
  };
  await expect(run()).rejects.toThrow('five');
  expect(told).toEqual([0, 1, 2, 3, 4]);
});

test('what a lost hand had not begun goes to the others', async () => {
  const lost: Hand<number, number> = { holds: 4, take: () => Promise.reject(new HandLost()) };
  const sound: Hand<number, number> = { holds: 1, take: async (task) => task };
  expect(await all(inOrder(numbers, [lost, sound]))).toEqual(numbers);
});

describe('a thread', () => {
  /** Answers with the name of the file, and dies of one that says so. */
  const script = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ file }) => {
      if (file === 'exit') process.exit(3);
      if (file === 'throw') throw new Error('out of luck');
      if (file === 'policy') parentPort.postMessage({ usage: 'the policy is wrong', hint: 'mend it' });
      else parentPort.postMessage({ checked: file });
    });`;
  const start = () => threadHand(new Worker(script, { eval: true }));
  const target = (file: string) => ({ file, location: file });

  test.each(['exit', 'throw'])('that dies (%s) fails the one file that it died of', async (death) => {
    const hand = start();
    const taken = ['a', death, 'b', 'c'].map((file) => hand.take(target(file)));
    const [a, dead, ...rest] = await Promise.allSettled(taken);
    expect(a).toEqual({ status: 'fulfilled', value: 'a' });
    expect(dead).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/code 3|out of luck/) },
    });
    expect(dead).not.toMatchObject({ reason: { name: 'HandLost' } });
    for (const one of rest) expect(one).toMatchObject({ status: 'rejected', reason: { name: 'HandLost' } });
    await expect(hand.take(target('d'))).rejects.toMatchObject({ name: 'HandLost' });
    await hand.close();
  });

  test('hands a fault of use through', async () => {
    const hand = start();
    await expect(hand.take(target('policy'))).rejects.toMatchObject({ name: 'UsageError', hint: 'mend it' });
    expect(await hand.take(target('a'))).toBe('a');
    await hand.close();
  });
});

test('a file that tajcheck fails on is told, and hides no other', async () => {
  const setup = {
    asOf: '2026-11-22',
    version: '0.0.0',
    flags: { config: false, zones: [], require: [] },
    ignoreSuppressions: false,
  };
  // Bytes that are none: nothing that a file can hold, but whatever goes wrong must end like this.
  const broken = { file: 'b.trip.yaml', location: '/nowhere/b.trip.yaml', bytes: 7 as unknown as Uint8Array };
  const sound = (file: string) => ({ file, location: `/nowhere/${file}`, bytes: Buffer.from('stops: [Dushanbe]\n') });
  const targets = [sound('a.trip.yaml'), broken, sound('c.trip.yaml')];
  const checked = await all(checkAll(targets, { setup, knowledge: knowledge(), jobs: 1 }));
  expect(checked.map(({ file, status, fails }) => [file, status, fails])).toEqual([
    ['a.trip.yaml', 'assessed', false],
    ['b.trip.yaml', 'unreadable', true],
    ['c.trip.yaml', 'assessed', false],
  ]);
  expect(checked[1].findings).toMatchObject([{ rule: 'TJ112', message: expect.stringMatching(/failed on this file/) }]);
});

import { expect, test } from 'vitest';
import { perObject, perText } from '../src/remember.ts';

test('by text: worked out once, an empty answer too; beyond the limit the one longest unasked for goes', () => {
  const made: string[] = [];
  const kept = perText<string | null>(2);
  const ask = (key: string) =>
    kept(key, () => {
      made.push(key);
      return key === 'none' ? null : key.toUpperCase();
    });
  expect([ask('a'), ask('none'), ask('a'), ask('none')]).toEqual(['A', null, 'A', null]);
  expect(made).toEqual(['a', 'none']);
  ask('a');
  ask('c');
  expect([ask('a'), ask('none')]).toEqual(['A', null]);
  expect(made).toEqual(['a', 'none', 'c', 'none']);
});

test('by object: each has an answer of its own, and two caches share none', () => {
  const one = perObject<number>();
  const other = perObject<number>();
  const [a, b] = [{}, {}];
  expect([one(a, () => 1), one(b, () => 2), one(a, () => 3), other(a, () => 4)]).toEqual([1, 2, 1, 4]);
});

import { expect, test } from 'vitest';
import { crowdedOut } from '../../src/map/crowding.ts';

const stop = { id: 'stop-1', kind: 'stop', mark: '1', rank: 0, x: 1000, y: 1000 } as const;
const edge = { id: 'edge', kind: 'zone-edge', mark: '', rank: 5000, x: 1100, y: 1000 } as const;

test('an edge beside a stop is left out from afar, and shown when one comes nearer', () => {
  expect([...crowdedOut([edge, stop], 0.05)]).toEqual(['edge']);
  expect([...crowdedOut([edge, stop], 0.5)]).toEqual([]);
});

test('a stop is never left out, however near the next one is', () => {
  expect(crowdedOut([stop, { ...stop, id: 'stop-2', mark: '2', rank: 1 }], 0.01).size).toBe(0);
});

test('what is left out itself crowds nobody out', () => {
  const next = { ...edge, id: 'next', rank: 5001, x: 1250 };
  expect([...crowdedOut([stop, edge, next], 0.06)]).toEqual(['edge']);
});

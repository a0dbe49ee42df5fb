import { expect, test } from 'vitest';
import type { CheckRun, CheckSummary } from '../../src/check/checked-file.ts';
import { saySummary } from '../../src/report/check/summary.ts';

const run: CheckRun = {
  version: '1',
  dataVersion: '2026-11-22.0',
  asOf: '2026-11-22',
  isPinned: true,
  minSeverity: null,
  showSuppressed: false,
  policies: [],
};
const none = { error: 0, warning: 0, info: 0 };
const summary: CheckSummary = {
  files: 30,
  failing: 0,
  open: none,
  shown: none,
  silenced: { comment: 0, baseline: 0, policy: 0 },
  dependOnToday: 0,
};
const say = (part: Partial<CheckSummary>, more: Partial<CheckRun> = {}) =>
  saySummary({ ...summary, ...part }, { ...run, ...more });

test('whether it passes, and what was not shown', () => {
  expect(say({})).toEqual(['30 files pass.']);
  expect(say({ files: 0 })).toEqual(['There was no itinerary to check.']);
  expect(say({ failing: 3, open: { error: 4, warning: 1212, info: 96 }, shown: { ...none, error: 4 } })).toEqual([
    '3 of 30 files fail: 4 errors. Not shown: 1,212 warnings, 96 notes (--min-severity info).',
  ]);
  expect(say({ files: 1, open: { ...none, warning: 1 } })).toEqual([
    '1 file passes. Not shown: 1 warning (--min-severity warning).',
  ]);
  expect(say({ open: { ...none, warning: 2 }, shown: { ...none, warning: 2 } })).toEqual([
    '30 files pass: 2 warnings.',
  ]);
});

test('what was silenced, and by what', () => {
  const silenced = { comment: 5, baseline: 1020, policy: 2 };
  const said = 'Silenced: 5 by comments, 1,020 by the baseline and 2 by the policy';
  expect(say({ silenced })[1]).toBe(`${said} (--show-suppressed).`);
  expect(say({ silenced }, { showSuppressed: true })[1]).toBe(`${said}.`);
});

test('what depends on a day that was not given', () => {
  expect(say({ dependOnToday: 3 }, { isPinned: false })[1]).toBe(
    '3 findings depend on today, 2026-11-22; --as-of DATE fixes it.',
  );
  expect(say({ dependOnToday: 3 })).toHaveLength(1);
});

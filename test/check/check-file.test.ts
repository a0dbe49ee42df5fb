import { describe, expect, test } from 'vitest';
import { checkFile, type FileRules } from '../../src/check/check-file.ts';
import { knowledge } from '../trip.ts';

const rules: FileRules = {
  asOf: '2026-11-22',
  version: '0.0.0',
  knowledge: knowledge(),
  loadTrack: () => Promise.reject(new Error('the disk is gone')),
  failOn: 'error',
};
const named = { file: '../tours/a.trip.yaml', path: 'tours/a.trip.yaml' };
const check = (text: string, more: Partial<FileRules> = {}) =>
  checkFile({ ...named, content: { text } }, { ...rules, ...more });
const khorog = 'start: 2027-07-03\nstops: [{ place: Khorog, nights: 1 }]\n';

describe('a file', () => {
  test('that is judged has its trip, its text and its findings by line', async () => {
    const checked = await check(khorog);
    expect(checked).toMatchObject({ ...named, kind: 'itinerary', status: 'assessed', source: khorog, fails: true });
    expect(checked.trip?.itinerary.start).toBe('2027-07-03');
    const lines = checked.findings.map(({ line }) => line ?? Number.POSITIVE_INFINITY);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(checked.findings.every(({ file }) => file === named.file)).toBe(true);
  });

  test('fails from the severity that is wanted', async () => {
    expect((await check('stops: [Dushanbe]\n')).fails).toBe(false);
    expect((await check('stops: [Dushanbe]\n', { failOn: 'info' })).fails).toBe(true);
    expect((await check(khorog, { failOn: 'never' })).fails).toBe(false);
  });

  test('that is no itinerary says why, on its line, and fails', async () => {
    const checked = await check('stops: [');
    expect(checked).toMatchObject({ status: 'not-understood', trip: null, fails: true, source: 'stops: [' });
    expect(checked.findings).toMatchObject([{ rule: 'TJ101', severity: 'error', file: named.file }]);
    expect((await check('stops: [', { failOn: 'never' })).fails).toBe(false);
  });

  test('that cannot be read fails whatever the threshold', async () => {
    const unread = await checkFile({ ...named, content: { problem: 'outside' } }, { ...rules, failOn: 'never' });
    expect(unread).toMatchObject({ status: 'unreadable', trip: null, fails: true, source: '' });
    expect(unread.findings).toMatchObject([{ rule: 'TJ112', line: null, suppressed: null }]);
  });

  test('that tajcheck fails on says so', async () => {
    const checked = await check('stops: [Dushanbe, { place: Khorog, track: a.gpx }]\n');
    expect(checked).toMatchObject({ status: 'unreadable', fails: true });
    expect(checked.findings[0].message).toMatch(/failed on this file.+the disk is gone/);
  });
});

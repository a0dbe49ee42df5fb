/** The options of a what-if on the command line: what is printed, with which exit code, and that the file is left alone. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../src/cli/program.ts';
import { captureOutput, written } from './captured.ts';

// Only where the packed file lies differs.
vi.mock('../../src/cli/load-knowledge.ts', async () => ({ loadKnowledge: (await import('../trip.ts')).knowledge }));

const trip = `start: 2027-07-03
party: [{ nationality: FR }]
travel: 4x4
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: Khorog, nights: 2, by: air }
permits:
  - { type: gbao, districts: [shughnan, rushan], from: 2027-07-01, to: 2027-07-20 }
`;
const file = join(mkdtempSync(join(tmpdir(), 'tajcheck-what-if-')), 'trip.yaml');

captureOutput();
beforeEach(() => writeFileSync(file, trip));
afterEach(() => expect(readFileSync(file, 'utf8')).toBe(trip));

const plan = (...options: string[]) =>
  runCommand(['node', 'tajcheck', 'plan', file, '--as-of', '2026-11-22', '--color', 'never', ...options]);
const flat = () => written.out.replace(/\s+/g, ' ');

test('the answer names what was asked and only what differs', async () => {
  expect(await plan('--without-permit')).toBe(0);
  expect(flat()).toContain('trip.yaml, without any permit: what changes');
  expect(flat()).toContain('+ Error, line 6:');
  expect(written.out).not.toContain('Day by day');
  written.out = '';
  expect(await plan('--without-permit', 'gbao', '--depart', '2027-07-05')).toBe(0);
  expect(flat()).toContain('departing on 5 Jul 2027, without the gbao permit: what changes');
});

test('a district is taken off or put on, with its sign', async () => {
  expect(await plan('--district', '-shughnan')).toBe(0);
  expect(flat()).toContain('not on it: none \u2192 Shughnan');
  written.out = '';
  expect(await plan('--district', '+vanj')).toBe(0);
  expect(flat()).toContain('with the district vanj: what changes');
});

test('the passport of one line and that of everybody else are told apart', async () => {
  writeFileSync(file, trip.replace('[{ nationality: FR }]', '[{ nationality: FR }, { nationality: DE }]'));
  expect(await plan('--nationality', 'party-1=Turkey', '--nationality', 'uk')).toBe(0);
  expect(flat()).toContain('everybody else on a passport of GB, party-1 on a passport of TR: what changes');
  writeFileSync(file, trip);
});

test('days that come to be known are told by what has to be done, not line by line', async () => {
  writeFileSync(file, trip.replace('start: 2027-07-03\n', ''));
  expect(await plan('--depart', '2027-07-03')).toBe(0);
  const todo = /^To do\n([\s\S]*?)\n\n/m.exec(written.out)?.[1] ?? '';
  expect(todo.replace(/\s+/g, ' ')).toMatch(/\d+ other lines now have a day\.$/);
  expect(todo).not.toMatch(/by:\s+not known/i);
  expect(flat()).toContain('2 stops now have a day.');
  expect(flat()).toMatch(/Days to keep .*Last day you may stay.* \d other days now have a day\./);
  written.out = '';
  expect(await plan('--depart', '2027-07-03', '--verbose')).toBe(0);
  expect(flat()).toContain('By: not known \u2192');
  writeFileSync(file, trip);
});

test('--fail-on judges the changed trip', async () => {
  expect(await plan('--fail-on', 'error')).toBe(0);
  expect(await plan('--fail-on', 'error', '--nationality', 'DE')).toBe(0);
  expect(await plan('--fail-on', 'error', '--depart', '2027-05-20')).toBe(1);
});

test('JSON has what was asked, both trips in short, and three parts with the same lists', async () => {
  expect(await plan('--depart', '2027-05-20', '--by', 'bicycle', '--format', 'json')).toBe(0);
  const changes = JSON.parse(written.out);
  expect(changes).toMatchObject({
    schema: 'tajcheck-changes-v1',
    asOf: '2026-11-22',
    file,
    asked: { depart: '2027-05-20', by: 'bicycle', nationalities: [], withoutPermits: [], districts: [] },
    before: { start: '2027-07-03', end: '2027-07-06', days: 4 },
    after: { start: '2027-05-20', end: '2027-05-23', days: 4 },
  });
  const lists = [
    'verdicts', 'findings', 'permits', 'visas', 'passages', 'registration', 'stops', 'legs', 'nights', 'checklist',
    'calendar', 'contacts', 'notChecked',
  ]; // biome-ignore format: as --help names them
  for (const part of ['added', 'removed', 'changed']) {
    expect(Object.keys(changes[part])).toEqual(lists);
    for (const list of lists) expect(Array.isArray(changes[part][list]), `${part}.${list}`).toBe(true);
  }
  for (const { before, after } of changes.changed.permits) expect(before.type).toBe(after.type);
  expect(changes.added.findings.map(({ rule }: { rule: string }) => rule)).toContain('TJ403');
  written.out = '';
  await runCommand(['node', 'tajcheck', 'plan', '--help']);
  const help = flat();
  for (const word of [...lists, 'tajcheck-changes-v1']) expect(help).toContain(word);
});

test.each([
  [['--depart', '2027-02-30'], 'not a day of the calendar'],
  [['--nationality', 'Germny'], 'Did you mean Germany (DE)?'],
  [['--nationality', 'NZ', '--nationality', 'TR'], 'both NZ and TR'],
  [['--depart', '2027-05-20', '--depart', '2027-06-20'], '--depart is given twice'],
  [['--by', 'bus', '--by', 'foot'], '--by is given twice'],
  [['--district', '-ishkashim'], 'Ishkashim is not on the gbao permit.'],
  [['--nationality', 'party-2=NZ'], 'there is no party-2'],
  [['--by', 'tractor'], 'Use one of'],
  [['--without-permit', 'sarez'], 'It lists gbao.'],
  [['--district', '+ishkashin'], 'Did you mean ishkashim?'],
  [['--district', 'ishkashim'], '+ishkashim'],
  [['--depart', '2027-05-20', '--format', 'compact'], 'pretty or json'],
  [['--depart', '2027-05-20', '--format', 'ics=trip.ics'], 'pretty or json'],
])('%j is refused with a hint', async (options, hint) => {
  expect(await plan(...options)).toBe(2);
  expect(written.err).toContain(hint);
  expect(written.out).toBe('');
});
